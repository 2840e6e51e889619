namespace Shouwen.Cases.Rankings;

/// <param name="Id">The specialist.</param>
/// <param name="Projects">Where the customers were received.</param>
/// <param name="Ratings">How often the desk was rated.</param>
/// <param name="Mean">Of 1 to 5; null where the ratings are too few to count.</param>
/// <param name="Rank">By that mean.</param>
/// <param name="FromBottom">How many ranked are not better, the person included: whoever shares a rank stands as high as the rank does.</param>
internal sealed record RankedSpecialist(string Id, IReadOnlyList<string> Projects, int Ratings, decimal? Mean, int? Rank, int? FromBottom);

/// <summary>
/// EG-16: who was rated best. Equal means share a rank. Counted from the bottom a shared rank counts with all who share it, so
/// that nobody is among the last ten because of the order of names: of twenty-five equals none is.
/// </summary>
internal static class DeskRanking
{
    /// <param name="ratings">All of a month.</param>
    /// <param name="least">Who was rated less often has no rank.</param>
    public static IReadOnlyList<RankedSpecialist> Of(IEnumerable<DeskRating> ratings, int least)
    {
        var people = ratings.GroupBy(rating => rating.Specialist, StringComparer.Ordinal).ToList();
        var means = people.ToDictionary(
            person => person.Key,
            person => person.Count() < least ? null : (decimal?)person.Sum(rating => rating.Score) / person.Count(),
            StringComparer.Ordinal
        );
        var ranks = Ranking.RanksOf(means, moreIsBetter: true);
        return
        [
            .. people
                .Select(person => new RankedSpecialist(
                    person.Key,
                    person.Select(rating => rating.Project).OfType<string>().MostOften(),
                    person.Count(),
                    means[person.Key],
                    ranks.TryGetValue(person.Key, out var rank) ? rank : null,
                    ranks.TryGetValue(person.Key, out rank) ? ranks.Count - rank + 1 : null
                ))
                .OrderBy(person => person.Rank ?? int.MaxValue)
                .ThenBy(person => person.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Each once, the most frequent first.</summary>
    public static IReadOnlyList<string> MostOften(this IEnumerable<string> codes) =>
        [
            .. codes
                .CountBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(each => each.Value)
                .ThenBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => each.Key),
        ];
}
