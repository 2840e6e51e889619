using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Rankings;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /rankings/{month}: regions, property companies and projects by three indicators (EG-38).</summary>
internal static class ReadRanking
{
    public static readonly Malformed NoMonth = new("month", new Words("月份写成 2026-10", "a month is written like 2026-10"));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/rankings/{month}", Get)
            .WithName("readRanking")
            .WithSummary("The ranking of a month over all regions, property companies and projects")
            .WithDescription(
                "Ranks are among all; the lines are those in scope. A figure is absent while nothing was to be counted; rank and meanRank need all three."
            )
            .Produces<RankingJson>()
            .Fails(422);

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return Problem.Of(NoMonth);
        }

        var ranking = await MonthlyRanking.Read(desk, asked, cancellation);
        return ApiAnswer.Ok(
            new RankingJson
            {
                Month = ranking.Month.ToString(),
                Complete = ranking.Complete,
                Companies = [.. ranking.Companies.Select(Line)],
                Projects = [.. ranking.Projects.Select(Line)],
            }
        );
    }

    private static RankedPlaceJson Line(MonthlyRanking.Line line) =>
        new()
        {
            Place = line.Place.Id,
            Name = line.Name,
            Rank = line.Place.Rank,
            Of = line.Of,
            MeanRank = Rounded(line.Place.Mean),
            OnTimeRate = Figure(line.Place.OnTime),
            Efficiency = Figure(line.Place.Efficiency),
            Satisfaction = Figure(line.Place.Satisfaction),
        };

    private static RankedFigureJson Figure(Ranked figure) =>
        new()
        {
            Value = Rounded(figure.Value),
            Rank = figure.Rank,
            Cases = figure.Cases,
        };

    public static decimal? Rounded(decimal? value) => value is { } figure ? PenaltiesJson.Plain(decimal.Round(figure, 4)) : null;
}
