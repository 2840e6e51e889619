namespace Shouwen.Rules.Contract;

public enum DayKind : byte
{
    Normal,
    Closed,
    MakeUp,
}

/// <summary>One edition of a year's calendar, as published in the notice named by <paramref name="Source"/>.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Issued">When the notice appeared: cases opened earlier keep the edition they were pinned to.</param>
/// <param name="Provisional">The notice is not out yet: weekends and the holidays whose date is certain.</param>
/// <param name="Source">The notice.</param>
/// <param name="Hours">The working intervals of a working day, in order; its close is the end of the last one.</param>
/// <param name="Closed">Days off by the notice, apart from Saturdays and Sundays.</param>
/// <param name="MakeUp">Saturdays and Sundays that are worked.</param>
public sealed record CalendarEdition(
    int Year,
    DateOnly Issued,
    bool Provisional,
    Words Source,
    IReadOnlyList<TimeWindow> Hours,
    IReadOnlySet<DateOnly> Closed,
    IReadOnlySet<DateOnly> MakeUp
)
{
    public DayKind KindOf(DateOnly date) =>
        Closed.Contains(date) ? DayKind.Closed
        : MakeUp.Contains(date) ? DayKind.MakeUp
        : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Closed
        : DayKind.Normal;
}

/// <summary>The working days of all years there is a file for. A date in another year is an error, never a guess.</summary>
public sealed class WorkCalendar(IEnumerable<CalendarEdition> editions)
{
    public static readonly WorkCalendar Empty = new([]);

    private readonly Dictionary<int, CalendarEdition[]> byYear = editions
        .GroupBy(edition => edition.Year)
        .ToDictionary(year => year.Key, year => year.OrderBy(edition => edition.Issued).ToArray());

    public IEnumerable<int> Years => byYear.Keys.Order();

    /// <summary>The edition that was known on the given day; the first one if none was out yet.</summary>
    public CalendarEdition? Edition(int year, DateOnly knownOn) =>
        byYear.TryGetValue(year, out var editions) ? editions.LastOrDefault(edition => edition.Issued <= knownOn) ?? editions[0] : null;

    /// <summary>
    /// The close of the <paramref name="days"/>-th working day after the day of <paramref name="start"/>, which does not
    /// count itself. A day unit ends at the close of a working day, not after so many hours: "3 working days" is a date.
    /// </summary>
    public WorkingDayDue DueAfter(Instant start, int days, Instant pinnedAt)
    {
        var provisional = false;
        var date = start.Date;
        var left = days;
        while (left > 0)
        {
            date = date.AddDays(1);
            if (Edition(date.Year, pinnedAt.Date) is not { } edition)
            {
                return new WorkingDayDue(default, false, date.Year);
            }

            provisional |= edition.Provisional;
            if (edition.KindOf(date) == DayKind.Closed)
            {
                continue;
            }

            left--;
            if (left == 0)
            {
                return new WorkingDayDue(Instant.At(date, edition.Hours[^1].To), provisional, null);
            }
        }

        return new WorkingDayDue(start, provisional, null);
    }
}

/// <param name="At">When the limit ends.</param>
/// <param name="Provisional">A provisional year was used.</param>
/// <param name="MissingYear">The year without a file, if the computation needed one; then there is no result.</param>
public readonly record struct WorkingDayDue(Instant At, bool Provisional, int? MissingYear);
