using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;

namespace Shouwen.Watching.Scores;

/// <summary>EG-39: the service centres of a month, beside the rankings of Cases.</summary>
public sealed partial class ShowCentres
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/rankings/{month}/centres", Get).RequireAuthorization(Permissions.Desk);

    internal static string Path(Month month) => $"/rankings/{month}/centres";

    public sealed record View(Month Month, bool Complete, int Ranked, CentreTable.View Table, Words Rule, bool HasLater);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string month, [AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Results.NotFound();
        }

        var scores = await CentreScores.Read(desk, asked, cancellation);
        return Answer.Page<ShowCentres>(
            new View(
                asked,
                scores.Complete,
                scores.Ranked,
                CentreTable.View.Of(scores),
                CentreTexts.Rule(scores.Terms),
                asked.CompareTo(desk.Reader.Now.Month) < 0
            )
        );
    }
}
