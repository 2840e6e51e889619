using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Adds up two judgements of many cases.</summary>
internal sealed class SimulationSheet(Instant until)
{
    private readonly SortedDictionary<string, Simulated> byClause = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Simulated> byPerson = new(StringComparer.Ordinal);
    private readonly List<Simulated> differences = [];
    private readonly List<(string Number, Words Reason)> impossible = [];
    private Simulated total = new("", default, default);
    private int cases;

    public Instant Until => until;

    public void Add(string number, IReadOnlyList<Penalty> before, IReadOnlyList<Penalty> after)
    {
        cases++;
        foreach (var item in before)
        {
            Add(item, Consequences.Of([item]), default);
        }

        foreach (var item in after)
        {
            Add(item, default, Consequences.Of([item]));
        }

        var whole = new Simulated(number, Consequences.Of(before), Consequences.Of(after));
        total = Sum(total, whole.Before, whole.After);
        if (!SameFor(before, after))
        {
            differences.Add(whole);
        }
    }

    public void AddImpossible(string number, Words reason) => impossible.Add((number, reason));

    public SimulationResult Result() => new(until, cases, total, [.. byClause.Values], [.. byPerson.Values], differences, impossible);

    private void Add(Penalty item, Consequences before, Consequences after)
    {
        Add(byClause, item.Clause, before, after);
        Add(byPerson, item.Subject, before, after);
    }

    private static void Add(SortedDictionary<string, Simulated> sums, string key, Consequences before, Consequences after) =>
        sums[key] = Sum(sums.GetValueOrDefault(key) ?? new Simulated(key, default, default), before, after);

    private static Simulated Sum(Simulated sum, Consequences before, Consequences after) =>
        sum with
        {
            Before = sum.Before + before,
            After = sum.After + after,
        };

    /// <summary>The same sum borne by somebody else is a difference too.</summary>
    private static bool SameFor(IReadOnlyList<Penalty> before, IReadOnlyList<Penalty> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => pair.First == pair.Second);
}
