using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.Watching.Model;

internal enum EntryState
{
    /// <summary>Written down, and nothing follows.</summary>
    Recorded,
    Open,
    Answered,
    Closed,
}

/// <summary>Something a meeting or a visit has agreed on, with who does it by when.</summary>
/// <param name="Number">Its place in the entry: the number of the event that made it.</param>
/// <param name="Item">What is to be done.</param>
/// <param name="Responsible">Who does it.</param>
/// <param name="DueAt">By the end of which day.</param>
/// <param name="DoneAt">When it was reported done.</param>
internal sealed record AgreedAction(int Number, string Item, string Responsible, Instant DueAt, Instant? DoneAt);

/// <summary>
/// One entry of a ledger, folded from its events. A correction is another event: the fields are those of the last one, what
/// stood there before stays in the history.
/// </summary>
internal sealed record LedgerEntry(Ledger Ledger, CaseKey Key)
{
    public const string Written = "ledger.written";
    public const string Corrected = "ledger.corrected";
    public const string Answered = "ledger.answered";
    public const string Returned = "ledger.returned";
    public const string Closed = "ledger.closed";
    public const string ActionAgreed = "ledger.actionAgreed";
    public const string ActionDone = "ledger.actionDone";

    public const string LedgerName = "ledger";
    public const string PlaceName = "place";
    public const string DayName = "day";
    public const string DueName = "due";
    public const string AgendaName = "agenda";
    public const string FieldPrefix = "field.";
    public const string TextName = "text";
    public const string ItemName = "item";
    public const string ResponsibleName = "responsible";
    public const string ActionName = "action";

    public string Place { get; private init; } = "";
    public DateOnly Day { get; private init; }
    public string By { get; private init; } = "";
    public Instant WrittenAt { get; private init; }

    /// <summary>By field; of a personal one its digest.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public EntryState State { get; private init; }

    /// <summary>When the answer is due; null where none is asked for.</summary>
    public Instant? DueAt { get; private init; }
    public Instant? AnsweredAt { get; private init; }
    public Instant? ClosedAt { get; private init; }
    public string? Agenda { get; private init; }
    public IReadOnlyList<AgreedAction> Actions { get; private init; } = [];

    /// <summary>The number of events: what a form compares.</summary>
    public int Version { get; private init; }

    /// <summary>The event whose fields stand.</summary>
    public int FieldsOf { get; private init; }
    public byte[] Hash { get; private init; } = [];

    public string? Subject => Ledger.Subject is { } named ? Fields.GetValueOrDefault(named) : null;

    public string? Responsible => Ledger.Responsible is { } named ? Fields.GetValueOrDefault(named) : null;

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen => State is EntryState.Open or EntryState.Answered;

    public bool IsOverdue(Instant now) =>
        (State == EntryState.Open && DueAt < now) || (IsOpen && Actions.Any(action => action.DoneAt is null && action.DueAt < now));

    public bool IsAnsweredBy(Me me) => me.StaffId == Responsible || Ledger.Answer?.Roles.Any(me.Is) == true;

    public static LedgerEntry? Fold(LedgerBook book, IReadOnlyList<LogEvent> events)
    {
        if (events.Count == 0 || !book.Ledgers.TryGetValue(EventFields.Of(events[0]).GetValueOrDefault(LedgerName, ""), out var ledger))
        {
            return null;
        }

        return events.Aggregate(new LedgerEntry(ledger, new CaseKey(events[0].Month, events[0].CaseId)), (entry, row) => entry.Evolve(row));
    }

    private LedgerEntry Evolve(LogEvent row)
    {
        var data = EventFields.Of(row);
        var at = Instant.From(row.At);
        var next = row.Type switch
        {
            Written => Begun(row, data, at),
            Corrected => Filled(data, row.Seq),
            Answered => this with
            {
                State = Ledger.CloseRoles.Count > 0 ? EntryState.Answered : EntryState.Closed,
                AnsweredAt = at,
                ClosedAt = Ledger.CloseRoles.Count > 0 ? null : at,
            },
            Returned => this with { State = EntryState.Open, AnsweredAt = null },
            Closed => this with { State = EntryState.Closed, ClosedAt = at },
            ActionAgreed => this with { Actions = [.. Actions, ActionOf(row.Seq, data)] },
            ActionDone => this with { Actions = [.. Actions.Select(action => DoneIf(action, data, at))] },
            _ => this,
        };
        return next with { Version = row.Seq, Hash = row.Hash };
    }

    private LedgerEntry Begun(LogEvent row, Dictionary<string, string> data, Instant at) =>
        (
            this with
            {
                By = row.By ?? "",
                WrittenAt = at,
                Place = data.GetValueOrDefault(PlaceName, ""),
                Agenda = data.GetValueOrDefault(AgendaName),
                State = Ledger.HasEnd ? EntryState.Open : EntryState.Recorded,
            }
        ).Filled(data, row.Seq);

    private LedgerEntry Filled(Dictionary<string, string> data, int seq) =>
        this with
        {
            FieldsOf = seq,
            Day = DayOf(data.GetValueOrDefault(DayName)),
            DueAt = Instant.TryParse(data.GetValueOrDefault(DueName, ""), out var due) ? due : null,
            Fields = FieldsIn(data),
        };

    /// <summary>The fields of the ledger among what an event says.</summary>
    public static IReadOnlyDictionary<string, string> FieldsIn(Dictionary<string, string> data) =>
        data.Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[FieldPrefix.Length..], field => field.Value, StringComparer.Ordinal);

    private static AgreedAction ActionOf(int seq, Dictionary<string, string> data) =>
        new(
            seq,
            data.GetValueOrDefault(ItemName, ""),
            data.GetValueOrDefault(ResponsibleName, ""),
            Instant.TryParse(data.GetValueOrDefault(DueName, ""), out var due) ? due : default,
            null
        );

    private static AgreedAction DoneIf(AgreedAction action, Dictionary<string, string> data, Instant at) =>
        data.GetValueOrDefault(ActionName) == action.Number.ToString(CultureInfo.InvariantCulture) ? action with { DoneAt = at } : action;

    public static DateOnly DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    public static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first instant at which a day is over: what is due on a day is late from then on.</summary>
    public static Instant EndOf(DateOnly day) => Instant.At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The day whose end the instant is.</summary>
    public static DateOnly LastDay(Instant end) => (end - TimeSpan.FromSeconds(1)).Date;
}
