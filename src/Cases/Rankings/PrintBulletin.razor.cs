using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The bulletin: the ranking as one sheet of A4.</summary>
public sealed partial class PrintBulletin
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/bulletin", Get).RequireAuthorization(Permissions.Desk);

    internal static string Path(Month month) => ShowRanking.Path(month) + "/bulletin";

    public sealed record View(Month Month, bool Complete, IReadOnlyList<(Words Title, RankingTable.View Rows)> Tables, Words Rule);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Results.NotFound();
        }

        var ranking = await MonthlyRanking.Read(desk, asked, cancellation);
        return Answer.Page<PrintBulletin>(new View(asked, ranking.Complete, Unlinked(ranking), ShowRanking.Rule(desk)));
    }

    /// <summary>Paper leads nowhere.</summary>
    private static List<(Words Title, RankingTable.View Rows)> Unlinked(MonthlyRanking ranking) =>
        [
            .. RankingRows
                .Tables(ranking)
                .Select(table =>
                    (
                        table.Title,
                        new RankingTable.View([
                            .. table.Rows.Rows.Select(row =>
                                row with
                                {
                                    Figures = [.. row.Figures.Select(figure => figure with { Href = null })],
                                }
                            ),
                        ])
                    )
                ),
        ];
}
