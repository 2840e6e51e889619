using Shouwen.Cases.Claims;
using Shouwen.Cases.Model;
using Shouwen.Cases.Statements;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Checks everything stored about cases against the log: the log against its own hashes, then every case, clock and
/// penalty against the judgement of its events at the moment it was computed, every delivered statement against its seal.
/// </summary>
public sealed class CaseVerification(Database database, RuleLibrary rules, Context context)
{
    private static readonly int Mark = ColumnOf("mark");
    private static readonly int ComputedUntil = ColumnOf("computed_until");

    /// <param name="expected">The end of the log as an earlier run printed it.</param>
    /// <param name="problem">Told of everything that is wrong, as it is found.</param>
    /// <param name="progress">Told after every case how many were looked at.</param>
    /// <param name="others">Checks what another module keeps in the log; it is told apart by its first event.</param>
    public LogCount Run(
        LogEnd? expected,
        Action<Words> problem,
        Action<long>? progress = null,
        Action<Session, CaseKey, IReadOnlyList<LogEvent>, Action<Words>>? others = null
    )
    {
        using var session = database.Read();
        var done = 0L;
        var count = LogCheck.Run(
            session,
            expected,
            problem,
            (key, rows) =>
            {
                if (others is not null && !EventTypes.TryFind(rows[0].Type, out _))
                {
                    others(session, key, rows, problem);
                }
                else
                {
                    Check(session, key, rows, problem);
                }

                progress?.Invoke(++done);
            }
        );
        foreach (var table in new[] { ProjectionSql.Cases, ProjectionSql.Clocks, ProjectionSql.Penalties, ProjectionSql.Indicators })
        {
            foreach (var caseId in session.Stream(table.WithoutEvents, row => row.Long(0)))
            {
                problem(new Words($"案件 {caseId}：{table.Table} 有记录而日志没有", $"case {caseId}: in {table.Table} but not in the log"));
            }
        }

        foreach (var wrong in CaseCountCheck.Differences(session).Concat(StatementCheck.Differences(session)))
        {
            problem(wrong);
        }

        return count;
    }

    private void Check(Session session, CaseKey key, IReadOnlyList<LogEvent> rows, Action<Words> problem)
    {
        try
        {
            foreach (var wrong in Differences(session, key, rows))
            {
                problem(new Words($"案件 {key.CaseId}：{wrong.Zh}", $"case {key.CaseId}: {wrong.En}"));
            }
        }
        catch (UnreadableEventException unreadable)
        {
            var sentence = unreadable.Sentence;
            problem(
                new Words(
                    $"案件 {key.CaseId} 事件 {unreadable.Seq}：{sentence.Zh}",
                    $"case {key.CaseId} event {unreadable.Seq}: {sentence.En}"
                )
            );
        }
    }

    private IEnumerable<Words> Differences(Session session, CaseKey key, IReadOnlyList<LogEvent> rows)
    {
        var about = Particulars.Of(rows[0]);
        if (!rules.Books.TryGetValue(about.Rules, out var book))
        {
            return [Refusals.NoSuchBook(about.Rules).Sentence];
        }

        var stored = ProjectionSql.Cases.Read(session, key.CaseId);
        if (stored.Count == 0)
        {
            return [new Words("日志里有而 cases 没有", "in the log but not in cases")];
        }

        var head = new CaseHead(rows.Count, rows[^1].Hash);
        if (
            stored[0][ComputedUntil] is not long micros
            || !Equals(stored[0][Mark], Projection.MarkOf(head.Hash, Instant.FromMicros(micros)))
        )
        {
            return
            [
                new Words("cases 的 computed_until 被改动，或落后于日志", "computed_until in cases was changed, or lags behind the log"),
            ];
        }

        var history = Folding.Fold(book, rules.Calendar, Folding.Read(book, rows));
        var until = Instant.FromMicros(micros);
        var relations = Relations.Of(about.Number, rows);
        var judgement = history.Judge(until, context);
        var expected = Projection.Of(key, about, OpeningFacts.Of(rows[0].Data), relations, history, head, until, judgement);
        return Compare(ProjectionSql.Cases, stored, [expected.Case.Values()])
            .Concat(
                Compare(
                    ProjectionSql.Clocks,
                    ProjectionSql.Clocks.Read(session, key.CaseId),
                    [.. expected.Clocks.Select(row => row.Values())]
                )
            )
            .Concat(
                Compare(
                    ProjectionSql.Penalties,
                    ProjectionSql.Penalties.Read(session, key.CaseId),
                    [.. expected.Penalties.Select(row => row.Values())]
                )
            )
            .Concat(
                Compare(
                    ProjectionSql.Indicators,
                    ProjectionSql.Indicators.Read(session, key.CaseId),
                    [.. expected.Indicators.Select(row => row.Values())]
                )
            )
            .Concat(Compare(ClaimSql.Claims, ClaimSql.Claims.Read(session, key.CaseId), ClaimSql.Rows(key, history, rows, judgement)));
    }

    private static IEnumerable<Words> Compare(RowSql table, List<object?[]> stored, List<object?[]> expected)
    {
        if (stored.Count != expected.Count)
        {
            yield return new Words(
                $"{table.Table} 有 {stored.Count} 行，应有 {expected.Count} 行",
                $"{table.Table} has {stored.Count} rows instead of {expected.Count}"
            );
            yield break;
        }

        for (var i = 0; i < stored.Count; i++)
        {
            foreach (var column in RowSql.Differences(stored[i], expected[i]))
            {
                var (found, wanted) = (Show(stored[i][column]), Show(expected[i][column]));
                yield return new Words(
                    $"{table.Table} 第 {i + 1} 行 {table.Columns[column]} 是 {found}，应是 {wanted}",
                    $"{table.Table} row {i + 1}: {table.Columns[column]} is {found} instead of {wanted}"
                );
            }
        }
    }

    private static string Show(object? value) =>
        value switch
        {
            null => "–",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            _ => FormattableString.Invariant($"{value}"),
        };

    private static int ColumnOf(string name) => CaseRow.Columns.ToList().IndexOf(name);
}
