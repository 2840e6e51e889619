using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>One year's working days: one edition, or several where the notice replaced a provisional one.</summary>
internal static class CalendarReader
{
    public static bool Recognises(MapNode root) => root.Find("year") is not null || root.Find("editions") is not null;

    public static IReadOnlyList<CalendarEdition>? Read(Node tree, Findings findings)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
            return null;
        }

        var reading = new Reading(findings);
        var file = reading.Open(root, "", 1);
        var year = file.Number("year", Instant.Earliest.Date.Year, Instant.Latest.Date.Year);
        var editions = new List<CalendarEdition>();
        foreach (var entry in file.List("editions"))
        {
            var edition = Edition(year, entry);
            if (editions.Count > 0 && edition.Issued != default && edition.Issued <= editions[^1].Issued)
            {
                entry.Fault("issued", Faults.IssuedNotAscending);
            }

            editions.Add(edition);
        }

        if (file.IsEmptyList("editions"))
        {
            file.Fault("editions", Faults.NoItems);
        }

        reading.ReportUnknownKeys();
        return findings.Any ? null : editions;
    }

    private static CalendarEdition Edition(int year, Entry entry)
    {
        var closed = Dates(entry, "closed", year, _ => null);
        var makeUp = Dates(
            entry,
            "makeUp",
            year,
            date =>
                closed.Contains(date) ? Faults.ClosedAndMakeUp
                : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null
                : Faults.NoWeekend
        );
        return new CalendarEdition(
            year,
            entry.Date("issued"),
            entry.Boolean("provisional"),
            entry.Words("source"),
            Hours(entry),
            closed,
            makeUp
        );
    }

    private static List<TimeWindow> Hours(Entry entry)
    {
        var hours = new List<TimeWindow>();
        foreach (var place in entry.Places("hours"))
        {
            if (!Scalars.TryWindow(place.Text, out var window))
            {
                place.Fault(Faults.NoWindow);
                continue;
            }

            if (hours.Count > 0 && window.From < hours[^1].To)
            {
                place.Fault(Faults.HoursNotAscending);
            }

            hours.Add(window);
        }

        if (entry.IsEmptyList("hours"))
        {
            entry.Fault("hours", Faults.NoItems);
        }

        return hours;
    }

    private static HashSet<DateOnly> Dates(Entry entry, string key, int year, Func<DateOnly, Words?> wrong)
    {
        var all = new HashSet<DateOnly>();
        foreach (var place in entry.Places(key))
        {
            if (!Scalars.TryDates(place.Text, out var dates))
            {
                place.Fault(Faults.NoDateRange);
                continue;
            }

            foreach (var date in dates)
            {
                var fault =
                    year != 0 && date.Year != year ? Faults.OutsideYear(date, year)
                    : !all.Add(date) ? Faults.RepeatedDate
                    : wrong(date);
                if (fault is not null)
                {
                    place.Fault(fault);
                    break;
                }
            }
        }

        return all;
    }
}
