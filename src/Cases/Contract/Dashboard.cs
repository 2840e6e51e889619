using System.Text.Json;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>How the cases somebody sees stand: the figures of the dashboard, from the rollup and the index of what is open.</summary>
public sealed record Dashboard
{
    /// <summary>Overdue and due today are counted as far as this; nobody tells more apart.</summary>
    public const int MostCounted = 100_000;

    /// <summary>This month and the eleven before it.</summary>
    private const int Months = 12;

    private const string OfGroup =
        "SELECT category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time) FROM case_count"
        + " WHERE whole = 1 AND project = '' GROUP BY category, month";

    private const string OfProjects =
        "SELECT category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time) FROM case_count"
        + " WHERE whole = 0 AND project IN (SELECT value FROM json_each(@projects)) GROUP BY category, month";

    public required Instant At { get; init; }
    public required long Open { get; init; }
    public required long Overdue { get; init; }
    public required long DueToday { get; init; }

    /// <summary>In the calendar month of <see cref="At"/>, as far as the closing time is usable.</summary>
    public required long ClosedThisMonth { get; init; }

    /// <summary>Handling clocks that fell due this month and are decided, and those of them that were met (EG-38).</summary>
    public required long DueThisMonth { get; init; }
    public required long InTimeThisMonth { get; init; }

    /// <summary>Finished in time ÷ due in the month (EG-38); null while nothing was due.</summary>
    public double? OnTimeRate => Rate(InTimeThisMonth, DueThisMonth);

    /// <summary>All categories that ever had a case, the one with most open cases first.</summary>
    public required IReadOnlyList<CategoryFigures> Categories { get; init; }

    /// <summary>Twelve months, the oldest first, also those without a case.</summary>
    public required IReadOnlyList<MonthFigures> ByMonth { get; init; }

    /// <param name="Category">The code; null for cases without one.</param>
    /// <param name="Open">Open now.</param>
    /// <param name="OpenedThisMonth">Opened in the month of the dashboard.</param>
    /// <param name="Cases">All cases ever.</param>
    public sealed record CategoryFigures(string? Category, long Open, long OpenedThisMonth, long Cases);

    /// <param name="Month">The month.</param>
    /// <param name="Opened">Cases opened in it.</param>
    /// <param name="StillOpen">Of those, the ones open now.</param>
    /// <param name="Closed">Cases that ended in it.</param>
    /// <param name="Due">Handling clocks that fell due in it and are decided.</param>
    /// <param name="InTime">Of those, the ones met.</param>
    public sealed record MonthFigures(Month Month, long Opened, long StillOpen, long Closed, long Due, long InTime)
    {
        public double? OnTimeRate => Rate(InTime, Due);
    }

    /// <param name="session">One picture for all figures.</param>
    /// <param name="me">Whose cases.</param>
    /// <param name="now">The moment.</param>
    public static Dashboard Read(ReadSession session, Me me, Instant now)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(session);
        var counts = me.Projects is { } projects
            ? session.Query(OfProjects, Count, JsonSerializer.Serialize(projects))
            : session.Query(OfGroup, Count);
        var current = now.Month.Index;
        var byMonth = counts.ToLookup(count => count.Month);
        var months = Enumerable.Range(current - Months + 1, Months).Select(month => OfMonth(month, byMonth[month])).ToList();
        var figures = new CaseFigures(session, me.Projects);
        return new Dashboard
        {
            At = now,
            Open = counts.Sum(count => count.Open),
            Overdue = figures.Overdue(now, MostCounted).Count,
            DueToday = figures.DueToday(now, MostCounted).Count,
            ClosedThisMonth = months[^1].Closed,
            DueThisMonth = months[^1].Due,
            InTimeThisMonth = months[^1].InTime,
            ByMonth = months,
            Categories =
            [
                .. counts
                    .GroupBy(count => count.Category, StringComparer.Ordinal)
                    .Select(category => OfCategory(category.Key, current, category))
                    .Where(category => category.Cases > 0)
                    .OrderByDescending(category => category.Open)
                    .ThenByDescending(category => category.Cases)
                    .ThenBy(category => category.Category, StringComparer.Ordinal),
            ],
        };
    }

    private static CategoryFigures OfCategory(string code, int current, IEnumerable<Counted> counts)
    {
        var all = counts.ToList();
        return new CategoryFigures(
            code.Length == 0 ? null : code,
            all.Sum(count => count.Open),
            all.Where(count => count.Month == current).Sum(count => count.Opened),
            all.Sum(count => count.Opened)
        );
    }

    private static MonthFigures OfMonth(int month, IEnumerable<Counted> counts)
    {
        var all = counts.ToList();
        return new MonthFigures(
            Month.FromIndex(month),
            all.Sum(count => count.Opened),
            all.Sum(count => count.Open),
            all.Sum(count => count.Closed),
            all.Sum(count => count.Due),
            all.Sum(count => count.InTime)
        );
    }

    private static double? Rate(long inTime, long due) => due == 0 ? null : (double)inTime / due;

    private static Counted Count(Row row) => new(row.Text(0), row.Int(1), row.Long(2), row.Long(3), row.Long(4), row.Long(5), row.Long(6));

    private readonly record struct Counted(string Category, int Month, long Opened, long Open, long Closed, long Due, long InTime);
}
