using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>A figure of somebody ranked, with its rank among those who have one; null where nothing was to be counted.</summary>
internal readonly record struct Ranked(decimal? Value, int? Rank, int Cases);

/// <param name="Id">The place.</param>
/// <param name="OnTime">Finished in time ÷ due in the month.</param>
/// <param name="Efficiency">Median of handling time ÷ allowed time; less is better.</param>
/// <param name="Satisfaction">Mean score × 20.</param>
/// <param name="Mean">The mean of the three ranks; null when one of them is missing.</param>
/// <param name="Rank">By that mean.</param>
internal sealed record RankedPlace(string Id, Ranked OnTime, Ranked Efficiency, Ranked Satisfaction, decimal? Mean, int? Rank);

/// <summary>Everything that was counted for one place in a month.</summary>
internal sealed class Figures
{
    private readonly List<long> quotients = [];
    private int inTime;
    private int due;
    private long scores;
    private int calls;

    public void Add(Indicator indicator, long value)
    {
        switch (indicator)
        {
            case Indicator.OnTime:
                due++;
                inTime += value == 1 ? 1 : 0;
                break;
            case Indicator.Efficiency:
                quotients.Add(value);
                break;
            case Indicator.Satisfaction:
                calls++;
                scores += value;
                break;
        }
    }

    public Ranked OnTime => new(due == 0 ? null : (decimal)inTime / due, null, due);

    public Ranked Efficiency => new(Median() / IndicatorRow.One, null, quotients.Count);

    public Ranked Satisfaction => new(calls == 0 ? null : scores * 20m / calls, null, calls);

    /// <summary>The mean of the middle two where there is no middle one.</summary>
    private decimal? Median()
    {
        if (quotients.Count == 0)
        {
            return null;
        }

        quotients.Sort();
        return (quotients[(quotients.Count - 1) / 2] + quotients[quotients.Count / 2]) / 2m;
    }
}

/// <summary>
/// EG-38: who is best, by three indicators and by the mean of the three ranks. Equal figures share a rank, and the next one
/// is as far behind as if they did not. Who lacks a figure has no rank by it, and none on the whole.
/// </summary>
internal static class Ranking
{
    public static IReadOnlyList<RankedPlace> Of(IReadOnlyDictionary<string, Figures> places, RankingTerms terms)
    {
        var onTime = Ranks(places, figures => figures.OnTime, moreIsBetter: true);
        var efficiency = Ranks(places, figures => figures.Efficiency, moreIsBetter: false);
        var satisfaction = Ranks(places, figures => figures.Satisfaction, moreIsBetter: true);
        var means = places.Keys.ToDictionary(
            id => id,
            id => Mean(terms, onTime[id].Rank, efficiency[id].Rank, satisfaction[id].Rank),
            StringComparer.Ordinal
        );
        var overall = RanksOf(means, moreIsBetter: false);
        return
        [
            .. places
                .Keys.Select(id => new RankedPlace(
                    id,
                    onTime[id],
                    efficiency[id],
                    satisfaction[id],
                    means[id],
                    overall.TryGetValue(id, out var rank) ? rank : null
                ))
                .OrderBy(place => place.Rank ?? int.MaxValue)
                .ThenBy(place => place.Id, StringComparer.Ordinal),
        ];
    }

    private static decimal? Mean(RankingTerms terms, int? onTime, int? efficiency, int? satisfaction)
    {
        var weights = terms.OnTime + terms.Efficiency + terms.Satisfaction;
        decimal? sum = (terms.OnTime * onTime) + (terms.Efficiency * efficiency) + (terms.Satisfaction * satisfaction);
        return sum / weights;
    }

    private static Dictionary<string, Ranked> Ranks(
        IReadOnlyDictionary<string, Figures> places,
        Func<Figures, Ranked> figure,
        bool moreIsBetter
    )
    {
        var values = places.ToDictionary(place => place.Key, place => figure(place.Value), StringComparer.Ordinal);
        var ranks = RanksOf(values.ToDictionary(value => value.Key, value => value.Value.Value, StringComparer.Ordinal), moreIsBetter);
        return values.ToDictionary(
            value => value.Key,
            value => value.Value with { Rank = ranks.TryGetValue(value.Key, out var rank) ? rank : null },
            StringComparer.Ordinal
        );
    }

    /// <summary>One more than how many are better.</summary>
    public static Dictionary<string, int> RanksOf(Dictionary<string, decimal?> values, bool moreIsBetter)
    {
        var known = values.Where(value => value.Value is not null).Select(value => (value.Key, Value: value.Value!.Value)).ToList();
        known.Sort((a, b) => moreIsBetter ? b.Value.CompareTo(a.Value) : a.Value.CompareTo(b.Value));
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < known.Count; i++)
        {
            ranks[known[i].Key] = i > 0 && known[i].Value == known[i - 1].Value ? ranks[known[i - 1].Key] : i + 1;
        }

        return ranks;
    }
}
