using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>All SQL over the ledgers' projection.</summary>
internal static class EntrySql
{
    private const string Columns =
        "entry_id, month, ledger, place, day, \"by\", state, due_at, subject, responsible, version, fields_of, hash";

    private const string Put =
        "INSERT INTO ledger_entry ("
        + Columns
        + ") VALUES (@entry_id, @month, @ledger, @place, @day, @by, @state, @due_at, @subject, @responsible, @version, @fields_of, @hash)"
        + " ON CONFLICT (entry_id) DO UPDATE SET day = excluded.day, state = excluded.state, due_at = excluded.due_at, subject = excluded.subject,"
        + " responsible = excluded.responsible, version = excluded.version, fields_of = excluded.fields_of,"
        + " hash = excluded.hash";

    private const string Find = "SELECT month FROM ledger_entry WHERE entry_id = @entry_id AND ledger = @ledger";

    private const string Stored = "SELECT " + Columns + " FROM ledger_entry WHERE entry_id = @entry_id";

    private const string OfSubject =
        "SELECT month, entry_id FROM ledger_entry WHERE ledger = @ledger AND subject = @subject AND day >= @from AND day < @until ORDER BY day, entry_id";

    private const string LateOfLedger =
        "SELECT month, entry_id FROM ledger_entry e WHERE ledger = @ledger AND state IN ('open', 'answered')"
        + " AND ((state = 'open' AND due_at < @now) OR EXISTS (SELECT 1 FROM ledger_action a WHERE a.entry_id = e.entry_id"
        + " AND a.done_at IS NULL AND a.due_at < @now)) ORDER BY entry_id";

    public const string WithoutEvents =
        "SELECT entry_id FROM ledger_entry e WHERE NOT EXISTS (SELECT 1 FROM log_event l WHERE l.month = e.month AND l.case_id = e.entry_id)";

    private const string PutAction =
        "INSERT INTO ledger_action (entry_id, number, responsible, due_at, done_at) VALUES (@entry_id, @number, @responsible, @due_at, @done_at)"
        + " ON CONFLICT (entry_id, number) DO UPDATE SET done_at = excluded.done_at";

    public static void Keep(WriteSession session, LedgerEntry entry)
    {
        session.Run(Put, Values(entry));
        foreach (var action in entry.Actions)
        {
            session.Run(PutAction, entry.Key.CaseId, (long)action.Number, action.Responsible, action.DueAt.Micros, action.DoneAt?.Micros);
        }
    }

    public static CaseKey? KeyOf(Session session, string ledger, long id) =>
        session.Number(Find, id, ledger) is { } month ? new CaseKey((int)month, id) : null;

    /// <summary>The entries about one person on the days from the first to before the last.</summary>
    public static List<CaseKey> About(Session session, string ledger, string subject, DateOnly from, DateOnly until) =>
        session.Query(OfSubject, row => new CaseKey(row.Int(0), row.Long(1)), ledger, subject, StartOf(from).Micros, StartOf(until).Micros);

    /// <summary>The answer is late, or an agreed action is.</summary>
    public static List<CaseKey> Overdue(Session session, Ledger ledger, Instant now) =>
        session.Query(LateOfLedger, row => new CaseKey(row.Int(0), row.Long(1)), ledger.Code, now.Micros);

    public static bool IsKept(Session session, LedgerEntry entry)
    {
        var values = Values(entry);
        var stored = session.Query(Stored, row => Enumerable.Range(0, row.Columns).Select(row.Value).ToArray(), entry.Key.CaseId);
        return stored.Count == 1 && stored[0].Zip(values).All(pair => Same(pair.First, pair.Second));
    }

    public static Instant StartOf(DateOnly day) => Instant.At(day, TimeOnly.MinValue);

    public static bool Same(object? stored, object? expected) =>
        stored is byte[] bytes ? expected is byte[] hash && bytes.AsSpan().SequenceEqual(hash) : Equals(stored, expected);

    private static object?[] Values(LedgerEntry entry) =>
        [
            entry.Key.CaseId,
            (long)entry.Key.Month,
            entry.Ledger.Code,
            entry.Place,
            StartOf(entry.Day).Micros,
            entry.By,
            EnumCode.Of(entry.State),
            entry.DueAt?.Micros,
            entry.Subject,
            entry.Responsible,
            (long)entry.Version,
            (long)entry.FieldsOf,
            entry.Hash,
        ];
}
