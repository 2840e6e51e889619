using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>
/// One round of a case under the group's measures, from its opening to just before the next. Positions are those of the
/// judged order; −1 means it has not happened.
/// </summary>
internal sealed class GroupCycle
{
    private static readonly TypeSet Openings = TypeSet.Of(EventType.CaseOpened, EventType.CaseReopened);
    private static readonly TypeSet Issue = TypeSet.Of(EventType.OrderIssued);
    private static readonly TypeSet Closing = TypeSet.Of(EventType.ClosureApproved);
    private static readonly TypeSet OnSpot = TypeSet.Of(EventType.CaseResolvedOnSpot);
    private static readonly TypeSet Submission = TypeSet.Of(EventType.OrderSubmitted);
    private static readonly TypeSet Application = TypeSet.Of(EventType.ClosureApplied);
    private static readonly TypeSet Rejection = TypeSet.Of(EventType.ClosureRejected);

    public required int Number { get; init; }
    public required int From { get; init; }
    public required int To { get; init; }
    public required RuleVersion Version { get; init; }

    public GroupTerms Terms => Version.Group!;

    public int FirstSubmission { get; private init; }
    public int IssuedIndex { get; private init; }
    public int ClosedIndex { get; private init; }

    /// <summary>The application that was approved or is pending: the one that stops the handling.</summary>
    public int ApplicationIndex { get; private init; }

    /// <summary>Who answers in this cycle; null before the issue.</summary>
    public OrderIssued? Order { get; private init; }

    public Instant? IssuedAt { get; private init; }
    public Instant? ApplicationAt { get; private init; }

    /// <summary>How closing, or resolving on the spot, ends what still runs.</summary>
    public End Ended { get; private init; }

    public static List<GroupCycle> Of(Past past)
    {
        var cycles = new List<GroupCycle>(1);
        for (var from = past.Next(Openings, 0, past.Count); from >= 0; )
        {
            var next = past.Next(Openings, from + 1, past.Count);
            cycles.Add(Read(past, cycles.Count + 1, from, next < 0 ? past.Count : next));
            from = next;
        }

        return cycles;
    }

    private static GroupCycle Read(Past past, int number, int from, int to)
    {
        var issued = past.Next(Issue, from, to);
        var closed = past.Next(Closing, from, to);
        var onSpot = past.Next(OnSpot, from, to);
        var ended = closed >= 0 ? closed : onSpot;
        var application = issued < 0 ? -1 : past.Last(Application, issued, to);
        if (application >= 0 && past.Next(Rejection, application, to) >= 0)
        {
            application = -1;
        }

        return new GroupCycle
        {
            Number = number,
            From = from,
            To = to,
            Version = past.Book.At(past[from].At),
            FirstSubmission = past.Next(Submission, from, to),
            IssuedIndex = issued,
            ClosedIndex = closed,
            ApplicationIndex = application,
            Order = issued < 0 ? null : (OrderIssued)past[issued],
            IssuedAt = issued < 0 ? null : past[issued].At,
            ApplicationAt = application < 0 ? null : past[application].At,
            Ended = ended < 0 ? default : new End(past[ended].At, ClockEnd.Closing),
        };
    }
}
