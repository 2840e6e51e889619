using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The ranking of a month on the screen; every figure leads to the cases it is made of.</summary>
public sealed partial class ShowRanking
{
    internal const string Base = "/rankings";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Base, GetLast).RequireAuthorization(Permissions.Desk);
        routes.MapGet(Base + "/{month}", Get).RequireAuthorization(Permissions.Desk);
    }

    internal static string Path(Month month) => $"{Base}/{month}";

    public sealed record View(
        Month Month,
        bool Complete,
        IReadOnlyList<(Words Title, RankingTable.View Rows)> Tables,
        Words Rule,
        bool HasLater
    );

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    /// <summary>The last month that is over.</summary>
    private static IResult GetLast(Reader reader) => Answer.SeeOther(Path(reader.Now.Month.Before()));

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Results.NotFound();
        }

        var ranking = await MonthlyRanking.Read(desk, asked, cancellation);
        return Answer.Page<ShowRanking>(
            new View(asked, ranking.Complete, RankingRows.Tables(ranking), Rule(desk), asked.CompareTo(desk.Reader.Now.Month) < 0)
        );
    }

    internal static Words Rule(RankingDesk desk)
    {
        var version = desk.Rules.RankingBookAt(desk.Reader.Now);
        var clause = version.Clauses[version.Group!.Ranking.Clause];
        return RankingTexts.Rule(clause.Id, clause.Reading ?? clause.Text);
    }
}
