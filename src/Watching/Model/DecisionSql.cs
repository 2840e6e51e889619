using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>All SQL over the decisions' projection.</summary>
internal static class DecisionSql
{
    private const string Columns =
        "item_id, month, decision, subject, place, occurrence, state, proposed_at, measure, amount, decided_at, decided_by, version, hash";

    private const string Put =
        "INSERT INTO decision_item ("
        + Columns
        + ") VALUES (@item_id, @month, @decision, @subject, @place, @occurrence, @state, @proposed_at, @measure, @amount, @decided_at, @decided_by,"
        + " @version, @hash) ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, measure = excluded.measure, amount = excluded.amount,"
        + " decided_at = excluded.decided_at, decided_by = excluded.decided_by, version = excluded.version, hash = excluded.hash";

    private const string Find = "SELECT month FROM decision_item WHERE item_id = @item_id";

    private const string ByOccurrence =
        "SELECT month, item_id FROM decision_item WHERE decision = @decision AND occurrence = @occurrence AND state <> 'withdrawn'";

    private const string AllWaiting =
        "SELECT month, item_id, decision, occurrence FROM decision_item WHERE state = 'proposed' ORDER BY item_id";

    private const string ByCase =
        "SELECT month, item_id, occurrence FROM decision_item WHERE decision = @decision AND occurrence >= @from AND occurrence < @until"
        + " AND state <> 'withdrawn'";

    private const string DecidedOfKind =
        "SELECT month, item_id FROM decision_item WHERE decision = @decision AND state = 'decided' ORDER BY item_id";

    private const string Stored = "SELECT " + Columns + " FROM decision_item WHERE item_id = @item_id";

    public const string WithoutEvents =
        "SELECT item_id FROM decision_item d WHERE NOT EXISTS (SELECT 1 FROM log_event l WHERE l.month = d.month AND l.case_id = d.item_id)";

    public static void Keep(WriteSession session, DecisionItem item) => session.Run(Put, Values(item));

    public static CaseKey? KeyOf(Session session, long id) => session.Number(Find, id) is { } month ? new CaseKey((int)month, id) : null;

    /// <summary>The item of a cause, unless it was withdrawn.</summary>
    public static CaseKey? Of(Session session, string decision, string occurrence)
    {
        var found = session.Query(ByOccurrence, row => new CaseKey(row.Int(0), row.Long(1)), decision, occurrence);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>What nobody has decided yet.</summary>
    public static List<(CaseKey Key, string Decision, string Occurrence)> Waiting(Session session) =>
        session.Query(AllWaiting, row => (new CaseKey(row.Int(0), row.Long(1)), row.Text(2), row.Text(3)));

    /// <summary>What the slowness of a case has called for and was not withdrawn.</summary>
    public static List<(CaseKey Key, string Occurrence)> OfCase(Session session, string decision, string number)
    {
        var prefix = SlowCase.PrefixOf(number);
        return session.Query(ByCase, row => (new CaseKey(row.Int(0), row.Long(1)), row.Text(2)), decision, prefix, prefix + char.MaxValue);
    }

    public static List<CaseKey> Decided(Session session, string decision) =>
        session.Query(DecidedOfKind, row => new CaseKey(row.Int(0), row.Long(1)), decision);

    public static bool IsKept(Session session, DecisionItem item)
    {
        var values = Values(item);
        var stored = session.Query(Stored, row => Enumerable.Range(0, row.Columns).Select(row.Value).ToArray(), item.Key.CaseId);
        return stored.Count == 1 && stored[0].Zip(values).All(pair => EntrySql.Same(pair.First, pair.Second));
    }

    private static object?[] Values(DecisionItem item) =>
        [
            item.Key.CaseId,
            (long)item.Key.Month,
            item.Kind.Code,
            item.Subject,
            item.Place,
            item.Occurrence,
            EnumCode.Of(item.State),
            item.ProposedAt.Micros,
            item.Measure,
            (long?)item.Amount,
            item.DecidedAt?.Micros,
            item.DecidedBy,
            (long)item.Version,
            item.Hash,
        ];
}
