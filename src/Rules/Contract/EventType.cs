namespace Shouwen.Rules.Contract;

/// <summary>Everything that can happen to a case. The names on the wire stand in <see cref="EventTypes"/>.</summary>
public enum EventType : byte
{
    CaseOpened,
    CaseResolvedOnSpot,
    CaseNatured,
    OrderSubmitted,
    OrderApproved,
    OrderRejected,
    OrderIssued,
    VisitMade,
    VisitPrevented,
    PlanRecorded,
    RefusalRecorded,
    CallbackMade,
    ProgressRecorded,
    ClosureApplied,
    ClosureAccepted,
    ClosureReviewed,
    ClosureApproved,
    ClosureRejected,
    CaseReopened,
    ClaimRaised,
    ClaimReported,
    ClaimDecided,
    ClaimFiled,
    MeetingEnded,
    MinutesFiled,
    ArrivalAgreed,
    ArrivalMade,
    PromiseMade,
    PromisePostponed,
    CaseClassified,
    CaseForwarded,
    CaseAnswered,
    CaseResolved,
    CaseClosed,
}

public static class EventTypes
{
    private static readonly string[] Names =
    [
        "case.opened",
        "case.resolvedOnSpot",
        "case.natured",
        "order.submitted",
        "order.approved",
        "order.rejected",
        "order.issued",
        "visit.made",
        "visit.prevented",
        "plan.recorded",
        "refusal.recorded",
        "callback.made",
        "progress.recorded",
        "closure.applied",
        "closure.accepted",
        "closure.reviewed",
        "closure.approved",
        "closure.rejected",
        "case.reopened",
        "claim.raised",
        "claim.reported",
        "claim.decided",
        "claim.filed",
        "meeting.ended",
        "minutes.filed",
        "arrival.agreed",
        "arrival.made",
        "promise.made",
        "promise.postponed",
        "case.classified",
        "case.forwarded",
        "case.answered",
        "case.resolved",
        "case.closed",
    ];

    private static readonly Dictionary<string, EventType> ByName = Enumerable
        .Range(0, Names.Length)
        .ToDictionary(i => Names[i], i => (EventType)i, StringComparer.Ordinal);

    public static string Name(this EventType type) => Names[(int)type];

    public static bool TryFind(ReadOnlySpan<char> name, out EventType type) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out type);
}
