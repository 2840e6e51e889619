using Shouwen.Cases.Rankings;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>What a person's month is judged by.</summary>
public enum PersonalResult
{
    /// <summary>The place of a specialist in the ranking by the customers' ratings of the desk (EG-16).</summary>
    DeskRanking,

    /// <summary>Of the cases a responsible person had to finish in the month, how many were finished in time: per cent.</summary>
    OnTime,

    /// <summary>The mean score of the call-backs before closing in a responsible person's cases × 20.</summary>
    Satisfaction,
}

/// <param name="Person">Whose result.</param>
/// <param name="Place">The project most of it comes from.</param>
/// <param name="Value">The mean score, the percentage, the satisfaction.</param>
/// <param name="Cases">How many ratings or cases it is made of.</param>
public sealed record ResultOfPerson(string Person, string Place, decimal Value, int Cases)
{
    /// <summary>The rank, where there is a ranking; equals share it.</summary>
    public int? Rank { get; init; }

    /// <summary>How many of the ranking are not better, the person included.</summary>
    public int? FromBottom { get; init; }

    /// <summary>How many are ranked.</summary>
    public int Of { get; init; }
}

/// <summary>
/// The results of a month, person by person, for whoever draws a consequence from them. The responsible person of a case is the
/// one its last order names.
/// </summary>
public static class PersonalResults
{
    private const string OfHandlers =
        "SELECT c.accountable, i.project, i.value FROM case_indicator i JOIN cases c ON c.case_id = i.case_id"
        + " WHERE i.month = @month AND i.indicator = @indicator AND c.accountable IS NOT NULL";

    public static IReadOnlyList<ResultOfPerson> Of(Session session, RuleLibrary rules, PersonalResult result, Month month)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rules);
        return result switch
        {
            PersonalResult.DeskRanking => OfSpecialists(session, rules, month),
            PersonalResult.OnTime => Handlers(session, Indicator.OnTime, month, 100),
            PersonalResult.Satisfaction => Handlers(session, Indicator.Satisfaction, month, 20),
        };
    }

    private static List<ResultOfPerson> OfSpecialists(Session session, RuleLibrary rules, Month month)
    {
        var terms = rules.RankingBookOf(month).Group!.DeskRanking;
        var ranked = DeskRanking.Of(DeskRating.Of(session, month), terms.LeastRatings).Where(person => person.Rank is not null).ToList();
        return
        [
            .. ranked.Select(person => new ResultOfPerson(
                person.Id,
                person.Projects.Count == 0 ? Place.Group : person.Projects[0],
                person.Mean!.Value,
                person.Ratings
            )
            {
                Rank = person.Rank,
                FromBottom = person.FromBottom,
                Of = ranked.Count,
            }),
        ];
    }

    private static List<ResultOfPerson> Handlers(Session session, Indicator indicator, Month month, int times) =>
        [
            .. session
                .Query(
                    OfHandlers,
                    row => (Person: row.Text(0), Project: row.Text(1), Value: row.Long(2)),
                    month.Index,
                    EnumCode.Of(indicator)
                )
                .GroupBy(row => row.Person, StringComparer.Ordinal)
                .OrderBy(person => person.Key, StringComparer.Ordinal)
                .Select(person => new ResultOfPerson(
                    person.Key,
                    person.Select(row => row.Project).MostOften()[0],
                    person.Sum(row => row.Value) * (decimal)times / person.Count(),
                    person.Count()
                )),
        ];
}
