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
    private readonly List<Penalty> items = [];

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
        Draft.StableSort(
            items,
            static (a, b) =>
            {
                var byTime = a.FirstAt.CompareTo(b.FirstAt);
                var byClause = byTime != 0 ? byTime : string.CompareOrdinal(a.Clause, b.Clause);
                var bySubject = byClause != 0 ? byClause : string.CompareOrdinal(a.Subject, b.Subject);
                return bySubject != 0 ? bySubject : string.CompareOrdinal(a.Role, b.Role);
            }
        );
        return items;
    }

    private void AddUnits(Charge charge, Instant first, Instant last, int units)
    {
        var month = first.Month;
        var index = items.Count - 1;
        while (index >= 0 && !Belongs(items[index], charge, month))
        {
            index--;
        }

        if (index < 0)
        {
            items.Add(New(charge, month, first, last, units));
            return;
        }

        var item = items[index];
        var total = item.Units + units;
        items[index] = item with
        {
            Units = total,
            Amount = item.PerUnit * total,
            PercentOfBonus = charge.Percent * total,
            FirstAt = Instant.Min(item.FirstAt, first),
            LastAt = Instant.Max(item.LastAt, last),
        };
    }

    private static Penalty New(Charge charge, Month month, Instant first, Instant last, int units) =>
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

    private static bool Belongs(Penalty item, Charge charge, Month month) =>
        item.Month == month
        && item.Cycle == charge.Cycle
        && item.Clause == charge.Clause
        && item.Subject == charge.Subject
        && item.Role == charge.Role;
}
