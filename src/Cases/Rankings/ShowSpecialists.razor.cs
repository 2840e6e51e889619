using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>EG-16: the specialists of a month by the customers' ratings of their desks.</summary>
public sealed partial class ShowSpecialists
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/specialists", Get).RequireAuthorization(Permissions.Desk);

    internal static string Path(Month month) => ShowRanking.Path(month) + "/specialists";

    public sealed record View(Month Month, bool Complete, bool Hidden, int Ranked, SpecialistTable.View Table, Words Rule, bool HasLater);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Results.NotFound();
        }

        var ranking = await SpecialistRanking.Read(desk, asked, cancellation);
        return Answer.Page<ShowSpecialists>(
            new View(
                asked,
                ranking.Complete,
                ranking.Hidden,
                ranking.Ranked,
                SpecialistTable.View.Of(ranking),
                Rule(ranking),
                asked.CompareTo(desk.Reader.Now.Month) < 0
            )
        );
    }

    internal static Words Rule(SpecialistRanking ranking) =>
        RankingTexts.Rule(ranking.Clause.Id, ranking.Clause.Reading ?? ranking.Clause.Text);
}
