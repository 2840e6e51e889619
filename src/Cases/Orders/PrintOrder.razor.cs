using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Orders;

/// <summary>The supervision order of the current cycle as one A4 page, to be printed, signed and filed.</summary>
public sealed partial class PrintOrder
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{number}/order", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Number, string Address, bool Issued)
    {
        public Words? Cycle { get; init; }
        public required IReadOnlyList<(Fact Left, Fact? Right)> Facts { get; init; }
        public required string Demand { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }
        public required IReadOnlyList<Limit> Limits { get; init; }
        public required Words Rule { get; init; }

        public sealed record Fact(Words Name, Words Value);

        public sealed record Step(Words Name, string Who, string At);

        public sealed record Limit(Words Name, string Clause, string Due);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    /// <summary>404 for a case whose rule book knows no order, or whose cycle has none yet.</summary>
    private static async Task<IResult> Get(
        string number,
        HttpContext http,
        [AsParameters] CaseDesk desk,
        AccessLog looks,
        CancellationToken cancellation
    )
    {
        var me = desk.Reader.Me!;
        if (desk.Open(number) is not { } opened || opened.Order(me) is not { } order)
        {
            return Results.NotFound();
        }

        if (order.ShowsPhone)
        {
            await looks.Note(me, "phone.printed", number, cancellation);
        }

        var address = $"{http.Request.Scheme}://{http.Request.Host}/cases/{Uri.EscapeDataString(number)}";
        return Answer.Page<PrintOrder>(order.Sheet(address));
    }
}
