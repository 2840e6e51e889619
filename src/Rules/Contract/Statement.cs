namespace Shouwen.Rules.Contract;

/// <summary>A month's consequences of all cases: what HR confirms or waives.</summary>
public sealed record Statement(Month Month, IReadOnlyList<(string Case, Penalty Item)> Lines, IReadOnlyList<StatementTotal> Totals)
{
    /// <summary>Puts the month's items in order and adds them up by person; items of other months are left out.</summary>
    public static Statement Of(Month month, IEnumerable<(string Case, Penalty Item)> items)
    {
        var lines = items
            .Where(line => line.Item.Month == month)
            .OrderBy(line => line.Item.FirstAt)
            .ThenBy(line => line.Item.Clause, StringComparer.Ordinal)
            .ThenBy(line => line.Item.Subject, StringComparer.Ordinal)
            .ThenBy(line => line.Case, StringComparer.Ordinal)
            .ToList();
        var totals = lines
            .GroupBy(line => line.Item.Subject, StringComparer.Ordinal)
            .OrderBy(subject => subject.Key, StringComparer.Ordinal)
            .Select(subject => new StatementTotal(
                subject.Key,
                subject.Sum(line => line.Item.Amount ?? 0),
                subject.Sum(line => line.Item.PercentOfBonus ?? 0),
                subject.Count(line => line.Item.Decision is not null)
            ))
            .ToList();
        return new Statement(month, lines, totals);
    }
}

/// <param name="Subject">The person charged.</param>
/// <param name="Amount">Every known amount, added.</param>
/// <param name="PercentOfBonus">Shares of the month's bonus, added; may exceed 100.</param>
/// <param name="Decisions">How many decisions are to be taken.</param>
public sealed record StatementTotal(string Subject, decimal Amount, int PercentOfBonus, int Decisions);
