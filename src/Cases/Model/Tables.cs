using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// The case as lists need it: a projection of its events at <see cref="ComputedUntil"/>. The demand is personal text and
/// stays in log_text (seq 1).
/// </summary>
internal sealed class CaseRow
{
    /// <summary>The sort key of a case without a running clock: after every real one.</summary>
    public static readonly Instant Never = Instant.From(new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));

    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id",
        "month",
        "number",
        "rules",
        "procedure",
        "source",
        "reference",
        "project",
        "unit",
        "channel",
        "category",
        "kind",
        "customer_id",
        "state",
        "cycle",
        "nature",
        "lead_department",
        "accountable",
        "opened_at",
        "closed_at",
        "closing_time_usable",
        "due_at",
        "due_clock",
        "due_started_at",
        "version",
        "rule_version",
        "provisional",
        "last_hash",
        "computed_until",
        "changes_at",
        "mark",
        "merged_into",
        "lead",
        "serves",
        "desk",
        "reporter",
        "waits_for_desk",
    ];

    public required long CaseId { get; init; }
    public required int Month { get; init; }

    /// <summary>PROJECT-YYYY-SEQ: the one public identity.</summary>
    public required string Number { get; init; }
    public required string Rules { get; init; }
    public required Procedure Procedure { get; init; }
    public string? Source { get; init; }
    public string? Reference { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public string? Channel { get; init; }
    public string? Category { get; init; }
    public string? Kind { get; init; }
    public long? CustomerId { get; init; }
    public required CaseStage State { get; init; }
    public required int Cycle { get; init; }
    public required CaseNature Nature { get; init; }

    /// <summary>The department the order was issued to; before that the one the matrix names (EG-20).</summary>
    public string? LeadDepartment { get; init; }
    public string? Accountable { get; init; }
    public required Instant OpenedAt { get; init; }

    /// <summary>When it ended, while it is ended; for a merged one, when it was merged.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>
    /// False for an imported closing whose time is missing or before the opening, and for a merged case: no duration is computed
    /// from it.
    /// </summary>
    public required bool ClosingTimeUsable { get; init; }

    /// <summary>The earliest due time of the running clocks; <see cref="Never"/> without one and once the case has ended.</summary>
    public required Instant DueAt { get; init; }
    public string? DueClock { get; init; }
    public Instant? DueStartedAt { get; init; }

    /// <summary>The number of events: what If-Match compares.</summary>
    public required int Version { get; init; }
    public required string RuleVersion { get; init; }
    public required bool Provisional { get; init; }
    public required byte[] LastHash { get; init; }
    public required Instant ComputedUntil { get; init; }

    /// <summary>When the projection becomes wrong without an event; null when never.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>A check sum over <see cref="ComputedUntil"/>, the one value here that cannot be computed again from the events.</summary>
    public required long Mark { get; init; }

    /// <summary>The number of the case it was merged into: from then on it has ended, and is listed no more (docs/adr/0017).</summary>
    public string? MergedInto { get; init; }

    /// <summary>The number of the case that leads its group.</summary>
    public string? Lead { get; init; }

    /// <summary>The number of the property case it was opened for (EG-7a).</summary>
    public string? Serves { get; init; }

    /// <summary>The place that took it over from its service centre (EG-7).</summary>
    public string? Desk { get; init; }

    /// <summary>The employee outside the desk who registered it, its first contact (PM-3).</summary>
    public string? Reporter { get; init; }

    /// <summary>Nobody at the desk has done anything about what an employee registered.</summary>
    public bool WaitsForDesk { get; init; }

    public CaseAnswer Answer() =>
        new()
        {
            Number = Number,
            Version = Version,
            State = State,
        };

    /// <summary>As stored, in the order of <see cref="Columns"/>.</summary>
    public object?[] Values() =>
        [
            CaseId,
            (long)Month,
            Number,
            Rules,
            EnumCode.Of(Procedure),
            Source,
            Reference,
            Project,
            Unit,
            Channel,
            Category,
            Kind,
            CustomerId,
            EnumCode.Of(State),
            (long)Cycle,
            EnumCode.Of(Nature),
            LeadDepartment,
            Accountable,
            OpenedAt.Micros,
            ClosedAt?.Micros,
            ClosingTimeUsable ? 1L : 0L,
            DueAt.Micros,
            DueClock,
            DueStartedAt?.Micros,
            (long)Version,
            RuleVersion,
            Provisional ? 1L : 0L,
            LastHash,
            ComputedUntil.Micros,
            ChangesAt?.Micros,
            Mark,
            MergedInto,
            Lead,
            Serves,
            Desk,
            Reporter,
            WaitsForDesk ? 1L : 0L,
        ];
}

/// <summary>One clock of a case at <see cref="CaseRow.ComputedUntil"/>, by its place in the judgement.</summary>
internal sealed class ClockRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id",
        "ordinal",
        "clock",
        "clause",
        "cycle",
        "started_at",
        "due_at",
        "stopped_at",
        "ended_at",
        "ended_by",
        "state",
        "provisional",
    ];

    public required long CaseId { get; init; }
    public required int Ordinal { get; init; }
    public required string Clock { get; init; }
    public required string Clause { get; init; }
    public required int Cycle { get; init; }
    public required Instant StartedAt { get; init; }
    public required Instant DueAt { get; init; }
    public Instant? StoppedAt { get; init; }
    public Instant? EndedAt { get; init; }
    public required ClockEnd EndedBy { get; init; }
    public required ClockState State { get; init; }
    public required bool Provisional { get; init; }

    public object?[] Values() =>
        [
            CaseId,
            (long)Ordinal,
            Clock,
            Clause,
            (long)Cycle,
            StartedAt.Micros,
            DueAt.Micros,
            StoppedAt?.Micros,
            EndedAt?.Micros,
            EnumCode.Of(EndedBy),
            EnumCode.Of(State),
            Provisional ? 1L : 0L,
        ];
}

/// <summary>One charge, share or decision of a case at <see cref="CaseRow.ComputedUntil"/>, by its place in the judgement.</summary>
internal sealed class PenaltyRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id",
        "ordinal",
        "clause",
        "clock",
        "cycle",
        "subject",
        "role",
        "month",
        "units",
        "amount_fen",
        "per_unit_fen",
        "percent_of_bonus",
        "decision",
        "first_at",
        "last_at",
    ];

    public required long CaseId { get; init; }
    public required int Ordinal { get; init; }
    public required string Clause { get; init; }
    public required string Clock { get; init; }
    public required int Cycle { get; init; }
    public required string Subject { get; init; }
    public required string Role { get; init; }

    /// <summary>The month of the statement it belongs to (<see cref="Rules.Contract.Month.Index"/>).</summary>
    public required int Month { get; init; }
    public required int Units { get; init; }
    public long? AmountFen { get; init; }
    public long? PerUnitFen { get; init; }
    public int? PercentOfBonus { get; init; }
    public string? Decision { get; init; }
    public required Instant FirstAt { get; init; }
    public required Instant LastAt { get; init; }

    public object?[] Values() =>
        [
            CaseId,
            (long)Ordinal,
            Clause,
            Clock,
            (long)Cycle,
            Subject,
            Role,
            (long)Month,
            (long)Units,
            AmountFen,
            PerUnitFen,
            (long?)PercentOfBonus,
            Decision,
            FirstAt.Micros,
            LastAt.Micros,
        ];
}

/// <summary>The last number given out in a project and year. Gaps are allowed, a second use is not.</summary>
internal sealed class CaseNumberRow
{
    public required string Project { get; init; }
    public required int Year { get; init; }
    public required long Last { get; init; }
}
