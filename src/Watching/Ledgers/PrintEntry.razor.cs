using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Watching.Ledgers;

/// <summary>An entry on A4: minutes with their agenda, an inspection with its findings.</summary>
public sealed partial class PrintEntry
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ledgers/{ledger}/{entry:long}/print", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(ShowEntry.View Entry, string Address);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(ledger, entry, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        var view = await ShowEntry.ViewOf(opened, LedgerInput.None, desk, cancellation);
        return Answer.Page<PrintEntry>(new View(view, $"{request.Scheme}://{request.Host}/ledgers/{view.Ledger}/{view.Id}"));
    }
}
