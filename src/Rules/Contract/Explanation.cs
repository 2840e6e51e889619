using Shouwen.Rules.Explaining;

namespace Shouwen.Rules.Contract;

/// <summary>Why a figure is what it is, in words a specialist can read to a customer or a department head.</summary>
/// <param name="Clause">The article with its text, and the reading that is computed where the text leaves a choice.</param>
/// <param name="RuleVersion">The effective date of the version the cycle is pinned to.</param>
/// <param name="Events">The events used, as positions in the judged order, ascending.</param>
/// <param name="Arithmetic">The computation as a sentence.</param>
public sealed record Explanation(Clause Clause, string RuleVersion, IReadOnlyList<int> Events, Words Arithmetic)
{
    public static Explanation Of(CaseHistory history, Instant until, Clock clock)
    {
        var version = VersionOf(history, clock.Cycle);
        return new Explanation(
            version.Clauses[clock.Clause],
            version.Name,
            Positions(clock.Evidence),
            ClockWords.Of(history, version, clock, until)
        );
    }

    public static Explanation Of(CaseHistory history, Judgement judgement, Penalty penalty)
    {
        var version = VersionOf(history, penalty.Cycle);
        return new Explanation(
            version.Clauses[penalty.Clause],
            version.Name,
            PenaltyWords.Events(history, judgement, penalty),
            PenaltyWords.Of(version, judgement, penalty)
        );
    }

    internal static IReadOnlyList<int> Positions(Evidence evidence) =>
        [.. (evidence.Others ?? []).Append(evidence.Start).Append(evidence.Stop).Where(position => position >= 0).Distinct().Order()];

    private static RuleVersion VersionOf(CaseHistory history, int cycle)
    {
        var opening = history
            .Events.Where(happened => happened.Type is EventType.CaseOpened or EventType.CaseReopened)
            .ElementAt(cycle - 1);
        return history.Book.At(opening.At);
    }
}
