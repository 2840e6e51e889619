using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

internal enum ClockKind
{
    Elapsed,
    WorkingDays,
    Daily,
    Deadline,
}

/// <param name="Key">The clock's key in the book.</param>
/// <param name="Id">Its id in results: three limits of different classes may all be the clock "resolve".</param>
/// <param name="Kind">Which values the book gives for it.</param>
internal sealed record ClockShape(string Key, string Id, ClockKind Kind)
{
    public ClockShape(string key, ClockKind kind)
        : this(key, key, kind) { }
}

/// <summary>
/// What a state machine in code asks of its book: exactly these clocks, events and messages. A book that leaves one out
/// or adds one promises something nobody would compute.
/// </summary>
internal sealed record ProcedureShape(Procedure Procedure, ClockShape[] Clocks, EventType[] Events, string[] Messages)
{
    /// <summary>Term groups whose codes are fixed by code: each needs a word, and no other code exists.</summary>
    public required IReadOnlyDictionary<string, string[]> ClosedTerms { get; init; }

    /// <summary>Term groups the book fills itself.</summary>
    public required string[] OpenTerms { get; init; }

    public static ProcedureShape Of(Procedure procedure) =>
        procedure switch
        {
            Procedure.Group => Group,
            Procedure.Property => Property,
            Procedure.Historic => Historic,
        };

    private static readonly ProcedureShape Group = new(
        Procedure.Group,
        [
            new("order.submit", ClockKind.Elapsed),
            new("order.issue", ClockKind.Elapsed),
            new("visit", ClockKind.Elapsed),
            new("plan", ClockKind.Elapsed),
            new("refusal.record", ClockKind.Elapsed),
            new("refusal.callback", ClockKind.Elapsed),
            new("progress", ClockKind.Daily),
            new("resolve", ClockKind.Deadline),
            new("closure.check", ClockKind.Elapsed),
            new("claim.report", ClockKind.Elapsed),
            new("claim.file", ClockKind.Elapsed),
            new("meeting", ClockKind.Elapsed),
            new("minutes", ClockKind.Elapsed),
        ],
        [.. Enum.GetValues<EventType>().Where(type => type <= EventType.MinutesFiled)],
        ["order.issued", "daily.reminder"]
    )
    {
        ClosedTerms = Closed(
            ("states", States(CaseStage.None)),
            ("natures", Codes<CaseNature>()),
            ("purposes", Codes<CallbackPurpose>()),
            ("causes", ["absent", "unreasonable"]),
            ("visitQualities", ["good", "poor"])
        ),
        OpenTerms = ["roles", "departments", "channels", "measures", "milestones"],
    };

    private static readonly ProcedureShape Property = new(
        Procedure.Property,
        [
            new("arrive", ClockKind.Elapsed),
            new("reply", ClockKind.Elapsed),
            new("promise", ClockKind.Deadline),
            new("forward", ClockKind.Elapsed),
            new("resolve.minor", "resolve", ClockKind.Elapsed),
            new("resolve.important", "resolve", ClockKind.WorkingDays),
            new("answer", ClockKind.WorkingDays),
            new("resolve.major", "resolve", ClockKind.WorkingDays),
        ],
        [
            EventType.CaseOpened,
            EventType.ArrivalAgreed,
            EventType.ArrivalMade,
            EventType.PromiseMade,
            EventType.PromisePostponed,
            EventType.CaseClassified,
            EventType.CaseForwarded,
            EventType.CaseAnswered,
            EventType.CaseResolved,
            EventType.CallbackMade,
            EventType.CaseClosed,
        ],
        []
    )
    {
        ClosedTerms = Closed(
            ("states", ["open", "resolved", "closed"]),
            ("classes", Codes<CaseClass>()),
            ("purposes", [Scalars.Code(CallbackPurpose.Closure)])
        ),
        OpenTerms = ["roles", "departments", "channels", "milestones"],
    };

    private static readonly ProcedureShape Historic = new(
        Procedure.Historic,
        [new("resolve", ClockKind.Elapsed)],
        [EventType.CaseOpened, EventType.CaseClosed],
        []
    )
    {
        ClosedTerms = Closed(("states", ["open", "closed"])),
        OpenTerms = ["roles"],
    };

    private static Dictionary<string, string[]> Closed(params (string Group, string[] Codes)[] groups) =>
        groups.ToDictionary(group => group.Group, group => group.Codes, StringComparer.Ordinal);

    private static string[] Codes<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Scalars.Code)];

    private static string[] States(CaseStage except) =>
        [.. Enum.GetValues<CaseStage>().Where(stage => stage != except).Select(Scalars.Code)];
}
