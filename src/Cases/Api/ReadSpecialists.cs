using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Rankings;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /rankings/{month}/specialists: the specialists by the customers' ratings of their desks (EG-16).</summary>
internal static class ReadSpecialists
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/rankings/{month}/specialists", Get)
            .WithName("readSpecialists")
            .WithSummary("The ranking of all specialists in a month by the customers' ratings of their desks")
            .WithDescription(
                "Ranks are among all; the lines are the own one and those that the reader's roles see in scope. 403 while the month's ranking is not out for the reader."
            )
            .Produces<SpecialistRankingJson>()
            .Fails(403, 422);

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, AccessLog notes, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Problem.Of(ReadRanking.NoMonth);
        }

        var ranking = await SpecialistRanking.Read(desk, asked, cancellation);
        if (ranking.Hidden)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.RankingIsNotOut);
        }

        await notes.Note(desk.Reader.Me!, "specialists.exported", $"{asked}", cancellation);
        return ApiAnswer.Ok(
            new SpecialistRankingJson
            {
                Month = $"{asked}",
                Complete = ranking.Complete,
                Of = ranking.Ranked,
                Specialists =
                [
                    .. ranking.Lines.Select(line => new RankedSpecialistJson
                    {
                        Specialist = line.Person.Id,
                        Name = line.Name,
                        Projects = line.Person.Projects,
                        Rank = line.Person.Rank,
                        Mean = ReadRanking.Rounded(line.Person.Mean),
                        Ratings = line.Person.Ratings,
                    }),
                ],
            }
        );
    }
}
