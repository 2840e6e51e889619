using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Decisions;

namespace Shouwen.Watching.Model;

internal enum DecisionState
{
    Proposed,
    Decided,

    /// <summary>Decided against, with reason.</summary>
    Declined,

    /// <summary>What called for it was corrected before anybody decided.</summary>
    Withdrawn,
}

/// <summary>A decision that the measures call for, folded from its events: proposed, then decided once, with a reason.</summary>
internal sealed record DecisionItem(DecisionKind Kind, CaseKey Key)
{
    public const string Proposed = "decision.proposed";
    public const string Decided = "decision.decided";
    public const string Declined = "decision.declined";
    public const string Withdrawn = "decision.withdrawn";

    public const string DecisionName = "decision";
    public const string SubjectName = "subject";
    public const string PlaceName = "place";
    public const string OccurrenceName = "occurrence";
    public const string LedgerName = "ledger";
    public const string EntryName = "entry";
    public const string CaseName = "case";
    public const string CountName = "count";
    public const string MonthName = "month";
    public const string ResultName = "result";
    public const string RunningName = "running";
    public const string RankName = "rank";
    public const string OfName = "of";
    public const string ValueName = "value";
    public const string CauseName = "cause";
    public const string EventsName = "events";
    public const string SiblingName = "sibling";
    public const string DueName = "due";
    public const string MeasureName = "measure";
    public const string AmountName = "amount";
    public const string DocumentName = "document";
    public const string ReasonName = "reason";

    public string Subject { get; private init; } = "";
    public string Place { get; private init; } = "";
    public string Occurrence { get; private init; } = "";
    public string? Ledger { get; private init; }
    public string? Entry { get; private init; }
    public string? Case { get; private init; }
    public string? Count { get; private init; }

    /// <summary>What it says of the month's result that called for it.</summary>
    public MonthlyGround? Ground { get; private init; }

    /// <summary>What the slowness of <see cref="Case"/> led to (EG-33(4)).</summary>
    public SlownessCause? Cause { get; private init; }

    /// <summary>The places in the case of what led to it.</summary>
    public IReadOnlyList<int> Events { get; private init; } = [];

    /// <summary>The customer's later case.</summary>
    public string? Sibling { get; private init; }

    /// <summary>When the case was to be resolved.</summary>
    public Instant? DueAt { get; private init; }
    public string? ProposedBy { get; private init; }
    public Instant ProposedAt { get; private init; }
    public DecisionState State { get; private init; }
    public string? Measure { get; private init; }
    public int? Amount { get; private init; }
    public string? Document { get; private init; }
    public Instant? DecidedAt { get; private init; }
    public string? DecidedBy { get; private init; }
    public int Version { get; private init; }
    public byte[] Hash { get; private init; } = [];

    /// <summary>What the monthly statement says of it; null unless it was decided, and is praise.</summary>
    public NewCommendation? Praise =>
        Kind.InStatement && State == DecisionState.Decided && Measure is { } measure
            ? new NewCommendation(Key.CaseId, PraisedMonth, Subject, Place)
            {
                Clause = Kind.Clause,
                Name = Kind.Name,
                Measure = DecisionTexts.ResultOf(Kind, State, measure, Amount),
                Amount = Amount,
                DecidedBy = DecidedBy ?? "",
                DecidedAt = DecidedAt!.Value,
                Hash = Hash,
            }
            : null;

    /// <summary>The month of the result, or that in which somebody proposed it.</summary>
    private Month PraisedMonth => Ground is { } ground && Month.TryParse(ground.Month, out var month) ? month : ProposedAt.Month;

    /// <summary>Nobody decides on themselves, and nothing is decided twice.</summary>
    public Refusal? MayBeDecided(Me me, Words decider) =>
        State != DecisionState.Proposed ? Refusals.Decided
        : !Kind.MayDecide(me) ? Refusals.NotYours(decider, Kind.Clause)
        : me.StaffId == Subject ? Refusals.OwnMatter
        : null;

    public static DecisionItem? Fold(IReadOnlyDictionary<string, DecisionKind> kinds, IReadOnlyList<LogEvent> events) =>
        events.Count > 0 && kinds.TryGetValue(EventFields.Of(events[0]).GetValueOrDefault(DecisionName, ""), out var kind)
            ? events.Aggregate(new DecisionItem(kind, new CaseKey(events[0].Month, events[0].CaseId)), (item, row) => item.Evolve(row))
            : null;

    private DecisionItem Evolve(LogEvent row)
    {
        var data = EventFields.Of(row);
        var at = Instant.From(row.At);
        var next = row.Type switch
        {
            Proposed => this with
            {
                Subject = data.GetValueOrDefault(SubjectName, ""),
                Place = data.GetValueOrDefault(PlaceName, ""),
                Occurrence = data.GetValueOrDefault(OccurrenceName, ""),
                Ledger = data.GetValueOrDefault(LedgerName),
                Entry = data.GetValueOrDefault(EntryName),
                Case = data.GetValueOrDefault(CaseName),
                Count = data.GetValueOrDefault(CountName),
                Ground = MonthlyGround.Read(data),
                Cause = data.TryGetValue(CauseName, out var cause) ? EnumCode.Parse<SlownessCause>(cause) : null,
                Events = data.TryGetValue(EventsName, out var events) ? ReadPlaces(events) : [],
                Sibling = data.GetValueOrDefault(SiblingName),
                DueAt = data.TryGetValue(DueName, out var due) ? Instant.Parse(due) : null,
                ProposedBy = row.By,
                ProposedAt = at,
            },
            Decided => Ended(row, DecisionState.Decided, at) with
            {
                Measure = data.GetValueOrDefault(MeasureName),
                Amount = int.TryParse(data.GetValueOrDefault(AmountName), CultureInfo.InvariantCulture, out var amount) ? amount : null,
                Document = data.GetValueOrDefault(DocumentName),
            },
            Declined => Ended(row, DecisionState.Declined, at),
            Withdrawn => Ended(row, DecisionState.Withdrawn, at),
            _ => this,
        };
        return next with { Version = row.Seq, Hash = row.Hash };
    }

    private static List<int> ReadPlaces(string text) =>
        [.. text.Split(',').Select(place => int.Parse(place, CultureInfo.InvariantCulture))];

    private DecisionItem Ended(LogEvent row, DecisionState state, Instant at) =>
        this with
        {
            State = state,
            DecidedAt = at,
            DecidedBy = row.By,
        };
}
