namespace Shouwen.Rules.Contract;

/// <summary>What the rules say about one case at one moment: the only place breaches, messages and charges come from.</summary>
public sealed record Judgement(
    CaseStage Stage,
    int Cycle,
    CaseNature Nature,
    IReadOnlyList<Clock> Clocks,
    IReadOnlyList<Message> Messages,
    IReadOnlyList<Penalty> Penalties,
    /// <summary>The first moment after the judged one at which the result changes although nothing happens; null when never.</summary>
    Instant? ChangesAt,
    IReadOnlyList<CyclePin> Pins
);

/// <summary>The rule and calendar version a cycle was pinned to by its first event (EG-46).</summary>
public sealed record CyclePin(int Cycle, string RuleVersion, bool Provisional);

public enum ClockState : byte
{
    Running,
    Met,
    Breached,
    Cancelled,
}

public enum ClockEnd : byte
{
    /// <summary>Runs, or its duty was done.</summary>
    None,

    /// <summary>The case was closed first.</summary>
    Closing,

    /// <summary>The reason for it went away: back to ordinary, another class.</summary>
    Withdrawn,
}

/// <summary>One running or finished time limit.</summary>
/// <param name="Id">The clock's id in the rule book.</param>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Cycle">The cycle it started in.</param>
/// <param name="StartedAt">When it began to count.</param>
/// <param name="DueAt">The last moment that is on time.</param>
/// <param name="StoppedAt">When the duty was done, if it was.</param>
/// <param name="State">The result at the judged moment.</param>
/// <param name="Evidence">The events it was computed from, as positions in the case's judged order.</param>
public sealed record Clock(
    string Id,
    string Clause,
    int Cycle,
    Instant StartedAt,
    Instant DueAt,
    Instant? StoppedAt,
    ClockState State,
    Evidence Evidence
)
{
    /// <summary>When it was ended without being done: by closing, a return to ordinary, another class.</summary>
    public Instant? EndedAt { get; init; }

    public ClockEnd EndedBy { get; init; }

    /// <summary>Computed with a calendar whose year is not officially published yet.</summary>
    public bool Provisional { get; init; }
}

/// <summary>Positions (0-based, judged order) of the events behind a figure: what started it, what stopped it, what else counted.</summary>
public readonly record struct Evidence(int Start, int Stop = -1, int[]? Others = null);

/// <summary>A message the rules demand.</summary>
public sealed record Message(string Kind, string Clause, int Cycle, Instant At, IReadOnlyList<string> To);

/// <summary>A consequence: an amount, a share of the month's bonus, or a decision that a person must take.</summary>
public sealed record Penalty(
    string Clause,
    int Cycle,
    string Subject,
    string Role,
    Month Month,
    int Units,
    decimal? Amount,
    int? PercentOfBonus,
    string? Decision,
    Instant FirstAt,
    Instant LastAt
)
{
    /// <summary>The clock it hangs on, by id.</summary>
    public string Clock { get; init; } = "";

    /// <summary>What one unit costs, for the arithmetic of the explanation.</summary>
    public decimal? PerUnit { get; init; }
}

/// <summary>Who holds the posts the penalties name, and the month's bonus of each person, as far as known.</summary>
public sealed record Context(PostHistory DeputyManager, PostHistory GeneralManager, IReadOnlyDictionary<string, decimal> Bonus)
{
    /// <summary>Stand for the posts while nobody is known to hold them.</summary>
    public const string NoDeputyManager = "deputyManager";
    public const string NoGeneralManager = "generalManager";

    public static readonly Context Unknown = Of(null, null);

    /// <summary>One holder each from the beginning, as a replay says it.</summary>
    public static Context Of(string? deputyManager, string? generalManager, IReadOnlyDictionary<string, decimal>? bonus = null) =>
        new(
            PostHistory.Always(deputyManager ?? NoDeputyManager),
            PostHistory.Always(generalManager ?? NoGeneralManager),
            bonus ?? new Dictionary<string, decimal>(StringComparer.Ordinal)
        );
}
