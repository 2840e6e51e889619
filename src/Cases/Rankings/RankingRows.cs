using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>A ranking as the rows of its table.</summary>
internal static class RankingRows
{
    public static IReadOnlyList<(Words Title, RankingTable.View Rows)> Tables(MonthlyRanking ranking)
    {
        var tables = new List<(Words, RankingTable.View)>();
        foreach (var (title, lines) in new[] { (RankingTexts.Companies, ranking.Companies), (RankingTexts.Projects, ranking.Projects) })
        {
            if (lines.Any(line => HasFigures(line.Place)))
            {
                tables.Add((title, new RankingTable.View([.. lines.Select(line => Row(ranking.Month, line))])));
            }
        }

        return tables;
    }

    public static Ranked FigureOf(this RankedPlace place, Indicator indicator) =>
        indicator switch
        {
            Indicator.OnTime => place.OnTime,
            Indicator.Efficiency => place.Efficiency,
            Indicator.Satisfaction => place.Satisfaction,
        };

    public static string SayMean(decimal? mean) => mean?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";

    private static bool HasFigures(RankedPlace place) => place.OnTime.Cases + place.Efficiency.Cases + place.Satisfaction.Cases > 0;

    private static RankingTable.View.Row Row(Month month, MonthlyRanking.Line line) =>
        new(
            line.Place.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–",
            line.Name,
            [.. Enum.GetValues<Indicator>().Select(indicator => Figure(month, line, indicator))],
            SayMean(line.Place.Mean)
        );

    private static RankingTable.View.Figure Figure(Month month, MonthlyRanking.Line line, Indicator indicator)
    {
        var ranked = line.Place.FigureOf(indicator);
        return new RankingTable.View.Figure(
            RankingTexts.Say(indicator, ranked.Value),
            ranked.Rank is { } rank ? RankingTexts.RankOf(rank, line.Of) : null,
            ranked.Cases == 0 ? null : ShowFigure.Path(month, line.Place.Id, indicator)
        );
    }
}
