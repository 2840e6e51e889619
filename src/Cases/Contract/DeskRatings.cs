using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// EG-16: the customer rates the desk, and the score goes to the group centre. Whoever is rated, and whoever works at such a
/// desk, sees it with the month's ranking and not before: from the first of the following month on.
/// </summary>
public static class DeskRatings
{
    public const string Record = "desk.rated";
    public const string ScoreField = "score";
    public const string SpecialistField = "specialist";

    public static Instant VisibleFrom(Instant ratedAt) => VisibleFrom(ratedAt.Month);

    /// <summary>When the ranking of a month is out.</summary>
    public static Instant VisibleFrom(Month month) => month.After().Begins();

    /// <summary>Whether this person may see this record now; every list, page and answer asks it.</summary>
    public static bool MaySee(this Me me, CaseRecord record, RuleVersion version, Instant now) =>
        record.Name != Record
        || now >= VisibleFrom(record.At)
        || (record.Text(SpecialistField) != me.StaffId && version.Access.DeskRatings.Any(me.Is));
}
