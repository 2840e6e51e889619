using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>Where a unit of a consequence falls: one item for each of these.</summary>
internal readonly record struct Charge(string Clause, string Clock, int Cycle, string Subject, string Role)
{
    public decimal? Amount { get; init; }

    public int? Percent { get; init; }

    public string? Decision { get; init; }
}

/// <summary>Adds units up to items: one per clause, cycle, subject, role and month.</summary>
internal sealed class PenaltySheet
{
    private readonly List<Item> items = [];

    public void Add(Charge charge, Instant at) => AddUnits(charge, at, at, 1);

    /// <summary>Units at <paramref name="first"/>, and every <paramref name="step"/> after, shared out to their months.</summary>
    public void AddSeries(Charge charge, Instant first, TimeSpan step, long count)
    {
        while (count > 0)
        {
            var month = Month.FromIndex(first.Month.Index + 1);
            var monthEnds = Instant.At(new DateOnly(month.Year, month.Number, 1), TimeOnly.MinValue);
            var within = Math.Min(count, ((monthEnds.Seconds - 1 - first.Seconds) / (long)step.TotalSeconds) + 1);
            var last = first + (step * (within - 1));
            AddUnits(charge, first, last, (int)within);
            first = last + step;
            count -= within;
        }
    }

    public List<Penalty> Items()
    {
        var penalties = new List<Penalty>(items.Count);
        foreach (var item in items)
        {
            penalties.Add(item.Finish());
        }

        Draft.StableSort(
            penalties,
            static (a, b) =>
            {
                var byTime = a.FirstAt.CompareTo(b.FirstAt);
                var byClause = byTime != 0 ? byTime : string.CompareOrdinal(a.Clause, b.Clause);
                var bySubject = byClause != 0 ? byClause : string.CompareOrdinal(a.Subject, b.Subject);
                return bySubject != 0 ? bySubject : string.CompareOrdinal(a.Role, b.Role);
            }
        );
        return penalties;
    }

    private void AddUnits(Charge charge, Instant first, Instant last, int units)
    {
        var month = first.Month;
        foreach (var item in items)
        {
            if (item.Takes(charge, month))
            {
                item.Add(first, last, units);
                return;
            }
        }

        var added = new Item(charge, month);
        added.Add(first, last, units);
        items.Add(added);
    }

    /// <summary>One item while its units are being counted.</summary>
    private sealed class Item(Charge charge, Month month)
    {
        private Instant first;
        private Instant last;
        private int units;

        public bool Takes(Charge other, Month otherMonth) =>
            month == otherMonth
            && charge.Cycle == other.Cycle
            && charge.Clause == other.Clause
            && charge.Subject == other.Subject
            && charge.Role == other.Role;

        public void Add(Instant otherFirst, Instant otherLast, int more)
        {
            first = units == 0 ? otherFirst : Instant.Min(first, otherFirst);
            last = units == 0 ? otherLast : Instant.Max(last, otherLast);
            units += more;
        }

        public Penalty Finish() =>
            new(
                charge.Clause,
                charge.Cycle,
                charge.Subject,
                charge.Role,
                month,
                units,
                charge.Amount * units,
                charge.Percent * units,
                charge.Decision,
                first,
                last
            )
            {
                Clock = charge.Clock,
                PerUnit = charge.Amount,
            };
    }
}
