using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// Every delivered statement against its seal, the chain of seals from delivery to delivery, and what the statements say of
/// the log against the log.
/// </summary>
internal static class StatementCheck
{
    private const string HeadAt = "SELECT hash FROM log_head WHERE position = @position";

    private const string LinesWithoutEvent =
        "SELECT DISTINCT l.month, l.case_number FROM statement_line l LEFT JOIN cases c ON c.number = l.case_number"
        + " LEFT JOIN log_event e ON e.month = c.month AND e.case_id = c.case_id AND e.seq = l.case_version"
        + " WHERE e.hash IS NULL OR e.hash <> l.case_hash";

    public static IEnumerable<Words> Differences(Session session)
    {
        var before = StatementSeal.First;
        var sequence = 0;
        foreach (var row in StatementSql.All(session))
        {
            var month = Month.FromIndex(row.Month);
            if (row.Sequence != ++sequence || !row.Previous.AsSpan().SequenceEqual(before))
            {
                yield return new Words(
                    $"扣罚月报 {month}：与前一次报送接不上",
                    $"statement {month}: does not follow the delivery before it"
                );
            }

            var (lines, totals) = (StatementSql.RowsOf(session, month), StatementSql.TotalsOf(session, month));
            var seal = StatementSeal.Of(row, lines, totals, CommendationSql.DeliveredIn(session, month));
            if (!row.Seal.AsSpan().SequenceEqual(seal))
            {
                yield return new Words($"扣罚月报 {month}：与报送时的 SHA-256 不符", $"statement {month}: does not match its SHA-256");
            }

            var heads = session.Query(HeadAt, head => head.Bytes(0), row.LogPosition);
            if (row.LogPosition > 0 && (heads.Count == 0 || !heads[0].AsSpan().SequenceEqual(row.LogHash)))
            {
                yield return new Words(
                    $"扣罚月报 {month}：日志里没有报送时的末端",
                    $"statement {month}: the log has no such end as at its delivery"
                );
            }

            (before, sequence) = (row.Seal, row.Sequence);
        }

        foreach (var (month, number) in session.Stream(LinesWithoutEvent, row => (Month.FromIndex(row.Int(0)), row.Text(1))))
        {
            yield return new Words(
                $"扣罚月报 {month}：案件 {number} 的事件与报送时不符",
                $"statement {month}: the events of case {number} are not those of its delivery"
            );
        }
    }
}
