using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>All SQL over commendations.</summary>
internal static class CommendationSql
{
    private const string Columns =
        "item_id, month, subject, place, clause, name_zh, name_en, measure_zh, measure_en, amount, decided_by, decided_at, hash";

    private const string Add =
        "INSERT INTO commendation ("
        + Columns
        + ") VALUES (@item_id, @month, @subject, @place, @clause, @name_zh, @name_en, @measure_zh, @measure_en, @amount, @decided_by, @decided_at,"
        + " @hash) ON CONFLICT (item_id) DO NOTHING";

    private const string All = "SELECT " + Columns + ", delivered_in FROM commendation";
    private const string Delivered = All + " WHERE delivered_in = @month ORDER BY item_id";
    private const string Waiting = All + " WHERE delivered_in IS NULL AND month <= @month ORDER BY item_id";
    private const string One = All + " WHERE item_id = @item_id";
    private const string Freeze = "UPDATE commendation SET delivered_in = @month WHERE item_id = @item_id AND delivered_in IS NULL";

    public static void Keep(WriteSession session, NewCommendation given) => session.Run(Add, Values(Row(given)));

    public static bool IsKept(Session session, NewCommendation given)
    {
        var stored = session.Query(One, Read, given.Item);
        return stored.Count == 1
            && Values(stored[0])
                .Zip(Values(Row(given)))
                .All(pair => pair is { First: byte[] a, Second: byte[] b } ? a.AsSpan().SequenceEqual(b) : Equals(pair.First, pair.Second));
    }

    /// <summary>Those of a delivered statement.</summary>
    public static List<CommendationRow> DeliveredIn(Session session, Month month) => session.Query(Delivered, Read, month.Index);

    /// <summary>Those a draft holds: of its month, and of earlier ones all of whose statements up to this one were delivered.</summary>
    public static List<CommendationRow> DraftOf(Session session, Month month, IReadOnlySet<Month> delivered) =>
        [
            .. session
                .Query(Waiting, Read, month.Index)
                .Where(row =>
                    Enumerable.Range(row.Month, month.Index - row.Month).All(index => delivered.Contains(Month.FromIndex(index)))
                ),
        ];

    public static void Deliver(WriteSession session, Month month, IEnumerable<CommendationRow> rows)
    {
        foreach (var row in rows)
        {
            session.Run(Freeze, month.Index, row.ItemId);
        }
    }

    private static CommendationRow Row(NewCommendation given) =>
        new()
        {
            ItemId = given.Item,
            Month = given.Month.Index,
            Subject = given.Subject,
            Place = given.Place,
            Clause = given.Clause,
            NameZh = given.Name.Zh,
            NameEn = given.Name.En,
            MeasureZh = given.Measure.Zh,
            MeasureEn = given.Measure.En,
            Amount = given.Amount,
            DecidedBy = given.DecidedBy,
            DecidedAt = given.DecidedAt,
            Hash = given.Hash,
        };

    private static object?[] Values(CommendationRow row) =>
        [
            row.ItemId,
            (long)row.Month,
            row.Subject,
            row.Place,
            row.Clause,
            row.NameZh,
            row.NameEn,
            row.MeasureZh,
            row.MeasureEn,
            (long?)row.Amount,
            row.DecidedBy,
            row.DecidedAt.Micros,
            row.Hash,
        ];

    private static CommendationRow Read(Row row) =>
        new()
        {
            ItemId = row.Long(0),
            Month = row.Int(1),
            Subject = row.Text(2),
            Place = row.Text(3),
            Clause = row.Text(4),
            NameZh = row.Text(5),
            NameEn = row.Text(6),
            MeasureZh = row.Text(7),
            MeasureEn = row.Text(8),
            Amount = row.IsNull(9) ? null : row.Int(9),
            DecidedBy = row.Text(10),
            DecidedAt = Instant.FromMicros(row.Long(11)),
            Hash = row.Bytes(12),
            DeliveredIn = row.IsNull(13) ? null : row.Int(13),
        };
}
