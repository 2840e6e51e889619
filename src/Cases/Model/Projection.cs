using System.Buffers.Binary;
using System.Security.Cryptography;
using Shouwen.Cases.Rankings;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// The rows that lists and sweeps read, computed from a case's events at one moment. Pure: writing, refolding and verify
/// all call this and nothing else.
/// </summary>
internal sealed record Projection(CaseRow Case, IReadOnlyList<ClockRow> Clocks, IReadOnlyList<PenaltyRow> Penalties)
{
    /// <summary>What the case puts into the monthly ranking.</summary>
    public required IReadOnlyList<IndicatorRow> Indicators { get; init; }

    /// <param name="key">Where the case lies.</param>
    /// <param name="particulars">What it is besides its events.</param>
    /// <param name="opening">What its first event says that no clause judges.</param>
    /// <param name="relations">How it stands to other cases.</param>
    /// <param name="history">Its events.</param>
    /// <param name="head">The last stored event.</param>
    /// <param name="until">The moment it is judged at.</param>
    /// <param name="judgement">The judgement of <paramref name="history"/> at <paramref name="until"/>.</param>
    public static Projection Of(
        CaseKey key,
        Particulars particulars,
        OpeningFacts opening,
        Relations relations,
        CaseHistory history,
        CaseHead head,
        Instant until,
        Judgement judgement
    )
    {
        var version = Pinned(history.Book, judgement);
        var ended = Ending(history, judgement);
        var isOpen = ended is null && relations.MergedInto is null;
        var due = isOpen ? EarliestRunning(judgement, version) : null;
        var order = LastOrder(history);
        var row = new CaseRow
        {
            CaseId = key.CaseId,
            Month = key.Month,
            Number = particulars.Number,
            Rules = particulars.Rules,
            Procedure = history.Book.Procedure,
            Source = particulars.Source,
            Reference = particulars.Reference,
            Project = particulars.Project ?? opening.Project,
            Unit = opening.Unit,
            Channel = opening.Channel,
            Category = opening.Category,
            Kind = particulars.Kind,
            CustomerId = particulars.CustomerId,
            State = judgement.Stage,
            Cycle = judgement.Cycle,
            Nature = judgement.Nature,
            LeadDepartment = order?.Department ?? Matrix(version, opening.Category),
            Accountable = order?.Accountable,
            OpenedAt = history.State.OpenedAt,
            ClosedAt = ended?.At ?? relations.MergedAt,
            ClosingTimeUsable = ended is not null and not CaseClosed { TimeUsable: false },
            MergedInto = relations.MergedInto,
            Lead = relations.Lead,
            Serves = relations.Serves,
            Desk = relations.Desk,
            Reporter = relations.Reporter,
            WaitsForDesk = isOpen && relations.WaitsForDesk,
            DueAt = due?.DueAt ?? CaseRow.Never,
            DueClock = due?.Id,
            DueStartedAt = due?.StartedAt,
            Version = head.Seq,
            RuleVersion = version.Name,
            Provisional = judgement.Pins.Any(pin => pin.Provisional) || judgement.Clocks.Any(clock => clock.Provisional),
            LastHash = head.Hash,
            ComputedUntil = until,
            ChangesAt = relations.MergedInto is null ? judgement.ChangesAt : null,
            Mark = MarkOf(head.Hash, until),
        };
        return new Projection(
            row,
            [.. judgement.Clocks.Select((clock, i) => Row(key, clock, i))],
            [.. judgement.Penalties.Select((item, i) => Row(key, item, i))]
        )
        {
            Indicators = IndicatorRow.Of(row, history, judgement),
        };
    }

    /// <summary>Now, or the last event when a clock ran ahead: a projection never leaves an event out.</summary>
    public static Instant Now(DateTimeOffset now, CaseHistory history) => Instant.Max(Instant.From(now), history.State.LastAt);

    /// <summary>
    /// A merged case is judged at the moment it was merged and never later: what was breached before stays a fact, nothing
    /// accrues any more.
    /// </summary>
    public static Instant At(Instant until, Relations relations, CaseHistory history) =>
        relations.MergedAt is { } merged ? Instant.Max(merged, history.State.LastAt) : until;

    private static ClockRow Row(CaseKey key, Clock clock, int ordinal) =>
        new()
        {
            CaseId = key.CaseId,
            Ordinal = ordinal,
            Clock = clock.Id,
            Clause = clock.Clause,
            Cycle = clock.Cycle,
            StartedAt = clock.StartedAt,
            DueAt = clock.DueAt,
            StoppedAt = clock.StoppedAt,
            EndedAt = clock.EndedAt,
            EndedBy = clock.EndedBy,
            State = clock.State,
            Provisional = clock.Provisional,
        };

    private static PenaltyRow Row(CaseKey key, Penalty item, int ordinal) =>
        new()
        {
            CaseId = key.CaseId,
            Ordinal = ordinal,
            Clause = item.Clause,
            Clock = item.Clock,
            Cycle = item.Cycle,
            Subject = item.Subject,
            Role = item.Role,
            Month = item.Month.Index,
            Units = item.Units,
            AmountFen = Fen(item.Amount),
            PerUnitFen = Fen(item.PerUnit),
            PercentOfBonus = item.PercentOfBonus,
            Decision = item.Decision,
            FirstAt = item.FirstAt,
            LastAt = item.LastAt,
        };

    private static long? Fen(decimal? yuan) => yuan is { } amount ? (long)decimal.Round(amount * 100, MidpointRounding.AwayFromZero) : null;

    /// <summary>The version the current cycle is pinned to (EG-46).</summary>
    private static RuleVersion Pinned(RuleBook book, Judgement judgement) =>
        judgement.Pins.Count == 0 ? book.Versions[0] : book.Versions.First(version => version.Name == judgement.Pins[^1].RuleVersion);

    private static CaseEvent? Ending(CaseHistory history, Judgement judgement)
    {
        var ended =
            judgement.Stage == CaseStage.Closed || (judgement.Stage == CaseStage.Resolved && history.Book.Procedure == Procedure.Group);
        return ended
            ? history.Events.Last(e => e.Type is EventType.ClosureApproved or EventType.CaseClosed or EventType.CaseResolvedOnSpot)
            : null;
    }

    /// <summary>
    /// A late clock runs on until its duty is done, so it stays on top of the list. A missed daily duty is over: nobody
    /// can still do yesterday's.
    /// </summary>
    private static Clock? EarliestRunning(Judgement judgement, RuleVersion version)
    {
        Clock? earliest = null;
        foreach (var clock in judgement.Clocks)
        {
            var over = clock.State == ClockState.Breached && version.Clocks.GetValueOrDefault(clock.Id) is DailyClock;
            var running = clock is { StoppedAt: null, EndedAt: null, State: ClockState.Running or ClockState.Breached } && !over;
            if (running && (earliest is null || clock.DueAt < earliest.DueAt))
            {
                earliest = clock;
            }
        }

        return earliest;
    }

    private static OrderIssued? LastOrder(CaseHistory history)
    {
        for (var i = history.Events.Count - 1; i >= 0; i--)
        {
            if (history.Events[i] is OrderIssued order)
            {
                return order;
            }
        }

        return null;
    }

    private static string? Matrix(RuleVersion version, string? category) =>
        category is not null && version.Categories.TryGetValue(category, out var rule) ? rule.Lead : null;

    public static long MarkOf(byte[] lastHash, Instant until)
    {
        Span<byte> bytes = stackalloc byte[lastHash.Length + sizeof(long)];
        lastHash.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[lastHash.Length..], until.Micros);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(bytes));
    }
}
