using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Contract;

/// <summary>Checks what is stored about ledgers and decisions against their events in the log.</summary>
public sealed class WatchingCheck(LedgerBook book)
{
    /// <summary>For one thing in the log that is no case.</summary>
    public void Check(Session session, CaseKey key, IReadOnlyList<LogEvent> rows, Action<Words> problem)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var kept = rows[0].Type switch
        {
            LedgerEntry.Written => LedgerEntry.Fold(book, rows) is { } entry && EntrySql.IsKept(session, entry),
            DecisionItem.Proposed => DecisionItem.Fold(book.Decisions, rows) is { } item
                && DecisionSql.IsKept(session, item)
                && (item.Praise is not { } praise || Commendations.IsKept(session, praise)),
            _ => false,
        };
        if (!kept)
        {
            problem(
                new Words(
                    $"台账或决定 {key.CaseId}：存储的内容与日志不符",
                    $"entry or decision {key.CaseId}: what is stored does not match the log"
                )
            );
        }
    }

    /// <summary>Rows without anything in the log.</summary>
    public static void CheckRest(Database database, Action<Words> problem)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var session = database.Read();
        foreach (
            var id in session
                .Query(EntrySql.WithoutEvents, row => row.Long(0))
                .Concat(session.Query(DecisionSql.WithoutEvents, row => row.Long(0)))
        )
        {
            problem(new Words($"台账或决定 {id}：有记录而日志没有", $"entry or decision {id}: stored but not in the log"));
        }
    }
}
