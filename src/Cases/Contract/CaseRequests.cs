using System.Text;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Something that happened, as it comes in.</summary>
/// <param name="Type">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="By">Who recorded it; null for the customer.</param>
/// <param name="Data">Its fields as a UTF-8 JSON object of the replay vocabulary; empty for none.</param>
public sealed record NewEvent(EventType Type, Instant At, string? By, ReadOnlyMemory<byte> Data)
{
    /// <summary>When it reached us, if that was before it is recorded.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>What the clock of the field device showed.</summary>
    public DateTimeOffset? DeviceAt { get; init; }

    /// <summary>Only for generated history; everything else is recorded now.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    public static NewEvent Of(EventType type, Instant at, string? by, string json) => new(type, at, by, Encoding.UTF8.GetBytes(json));
}

/// <summary>The person who reported; both are personal text.</summary>
public sealed record Customer(string? Name, string? Phone);

/// <summary>A case to be opened, with everything already known to have happened to it, in the order of recording.</summary>
/// <param name="Rules">The rule book that governs it.</param>
/// <param name="Events">The first one is its opening.</param>
public sealed record NewCase(string Rules, IReadOnlyList<NewEvent> Events)
{
    /// <summary>Overrides the project an opening event names.</summary>
    public string? Project { get; init; }
    public string? Kind { get; init; }
    public Customer? Customer { get; init; }

    /// <summary>The record of the person who reported, where there is one (Properties' customers).</summary>
    public long? CustomerId { get; init; }

    /// <summary>Where an imported row came from; together with <see cref="Reference"/> its identity.</summary>
    public string? Source { get; init; }
    public string? Reference { get; init; }
}

/// <param name="Number">The case.</param>
/// <param name="Events">What happened, in the order of recording.</param>
/// <param name="ExpectedVersion">If-Match: the version the caller has seen.</param>
public sealed record AppendRequest(string Number, IReadOnlyList<NewEvent> Events, int? ExpectedVersion = null)
{
    /// <summary>Whose cases it may be one of; any other is not there.</summary>
    public Scope Scope { get; init; } = Scope.WholeGroup;

    /// <summary>Of the case that has the number itself: else the number of a merged case means the one it was merged into.</summary>
    public bool OfItself { get; init; }

    /// <summary>Asked inside the write, with the book and what the case holds already: a reason not to record, or null.</summary>
    public Func<RuleBook, IReadOnlyList<CaseEvent>, Refusal?>? Guard { get; init; }

    /// <summary>If-Match as a program sent it, asked after the guard: who may not record is told that first.</summary>
    public IfMatch? Versions { get; init; }

    /// <summary>Who records it, where somebody does: the steps of a claim are measured by his authority (EG-34).</summary>
    public Me? By { get; init; }

    /// <summary>Noted in the same request, behind the events; all of it is written or nothing.</summary>
    public IReadOnlyList<NewRecord> Records { get; init; } = [];
}

/// <summary>What became of an opening or an append: exactly one of done, malformed, refused, already there.</summary>
public sealed record CaseAnswer
{
    /// <summary>The case's number; also for one that was already there.</summary>
    public string Number { get; init; } = "";
    public int Version { get; init; }
    public CaseStage State { get; init; }

    /// <summary>The number of the first event or record that was appended.</summary>
    public int FirstSeq { get; init; }

    /// <summary>An event that cannot be read, with the field.</summary>
    public Malformed? Malformed { get; init; }

    /// <summary>What is wrong with the records of the request: which of them, and its fields.</summary>
    public IReadOnlyList<(int Record, Malformed Wrong)> RecordFaults { get; init; } = [];

    /// <summary>An event the case does not allow, a stale version, an unknown case or rule book.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The row of (source, reference) was imported before; nothing was written.</summary>
    public bool AlreadyThere { get; init; }

    public bool Done => Malformed is null && RecordFaults.Count == 0 && Refusal is null && !AlreadyThere;
}

/// <summary>One event of a case for people and for the API.</summary>
/// <param name="Seq">Its place in recorded order, from 1.</param>
/// <param name="Type">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="DeviceAt">What the field device's clock showed.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Data">Its fields as a JSON object with the clear text; erased text is null.</param>
/// <param name="Erased">Its personal text was erased.</param>
public sealed record RecordedEvent(
    int Seq,
    EventType Type,
    Instant At,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    DateTimeOffset? DeviceAt,
    string? By,
    string Data,
    bool Erased
);

/// <summary>One case, judged at the moment it was asked for.</summary>
public sealed record CaseFile(string Number, string Rules, int Version, Judgement Judgement)
{
    public required RuleBook Book { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public string? Category { get; init; }
    public string? Kind { get; init; }
    public Customer? Customer { get; init; }
    public string? Source { get; init; }
    public string? Reference { get; init; }

    /// <summary>In judged order: the positions that <see cref="Evidence"/> names.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>What was noted beside the events, in the order of recording.</summary>
    public IReadOnlyList<CaseRecord> Records { get; init; } = [];

    /// <summary>How it stands to other cases and to its desk.</summary>
    internal Relations Relations { get; init; } = Relations.None;

    /// <summary>The judged events and the state, for asking what may happen next.</summary>
    public required CaseHistory History { get; init; }
}
