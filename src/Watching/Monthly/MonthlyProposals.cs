using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Monthly;

/// <summary>Who has reached a result so many months running. Pure.</summary>
internal static class MonthlyProposals
{
    /// <summary>
    /// Each month counts once: who stays at the bottom for seven months is called for at the third and at the sixth, not at
    /// every month from the third on.
    /// </summary>
    /// <param name="rule">What is to be reached.</param>
    /// <param name="month">The month it is asked for.</param>
    /// <param name="results">The results of any month.</param>
    public static IReadOnlyList<ResultOfPerson> Of(MonthlyRule rule, Month month, Func<Month, IReadOnlyList<ResultOfPerson>> results)
    {
        var reached = results(month).Where(rule.IsMetBy).ToList();
        var running = reached.ToDictionary(result => result.Person, _ => 1, StringComparer.Ordinal);
        var still = running.Keys.ToHashSet(StringComparer.Ordinal);
        for (var before = month.Before(); rule.Months > 1 && still.Count > 0; before = before.Before())
        {
            still.IntersectWith(results(before).Where(rule.IsMetBy).Select(result => result.Person));
            foreach (var person in still)
            {
                running[person]++;
            }
        }

        return [.. reached.Where(result => running[result.Person] % rule.Months == 0)];
    }
}
