namespace Shouwen.Rules.Contract;

public enum CaseStage : byte
{
    None,
    Open,
    Submitted,
    Approved,
    Issued,
    Applied,
    Accepted,
    Reviewed,
    Resolved,
    Closed,
}

/// <summary>What has happened so far, as far as it decides what may happen next.</summary>
[Flags]
public enum Facts : ushort
{
    None = 0,
    OrderSubmitted = 1 << 0,
    VisitMade = 1 << 1,
    VisitPrevented = 1 << 2,
    ClosureCallback = 1 << 3,
    EverIssued = 1 << 4,
    Extraordinary = 1 << 5,
    MeetingEnded = 1 << 6,
    Arrived = 1 << 7,
    PromiseRunning = 1 << 8,
    EverResolved = 1 << 9,
    ResolvedAtOnce = 1 << 10,
    OwnerContent = 1 << 11,
    ContentHeardByName = 1 << 12,
}

public enum ClaimStage : byte
{
    None,
    Raised,
    Reported,
    Decided,
}

/// <summary>The state of one case, small enough to keep for every case of a stream.</summary>
public readonly record struct CaseState(
    CaseStage Stage,
    int Cycle,
    Facts Facts,
    ClaimStage Claim,
    CaseClass? Class,
    byte Postponements,
    Instant OpenedAt,
    Instant LastAt
)
{
    public bool Has(Facts facts) => (Facts & facts) == facts;

    public CaseState With(Facts facts) => this with { Facts = Facts | facts };

    public CaseState Without(Facts facts) => this with { Facts = Facts & ~facts };

    /// <summary>From the issue of the order to the approval of closure.</summary>
    public bool IsIssued => Stage is CaseStage.Issued or CaseStage.Applied or CaseStage.Accepted or CaseStage.Reviewed;

    public bool ApplicationPending => Stage is CaseStage.Applied or CaseStage.Accepted or CaseStage.Reviewed;

    public bool Ended => Stage is CaseStage.Closed or CaseStage.Resolved;
}
