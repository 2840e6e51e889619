using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Counts every case again and compares: the one query that reads all of them, for verify.</summary>
internal static class CaseCountCheck
{
    private const string Counted = """
        WITH
        single(project, category, month, opened, open, closed, due, in_time) AS (
            SELECT coalesce(project, ''), coalesce(category, ''), {month:opened_at}, 1, closed_at IS NULL, 0, 0, 0 FROM cases
            UNION ALL
            SELECT coalesce(project, ''), coalesce(category, ''), {month:closed_at}, 0, 0, 1, 0, 0 FROM cases
            WHERE closed_at IS NOT NULL AND closing_time_usable <> 0
            UNION ALL
            SELECT coalesce(project, ''), coalesce(category, ''), {month:case_clock.due_at}, 0, 0, 0, 1, case_clock.state = 'met'
            FROM case_clock JOIN cases ON cases.case_id = case_clock.case_id
            WHERE clock = 'resolve' AND case_clock.state IN ('met', 'breached')
        ),
        counted AS (
            SELECT 0 AS whole, project, category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time)
            FROM single GROUP BY project, category, month
            UNION ALL
            SELECT 1, '', category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time)
            FROM single GROUP BY category, month
        ),
        stored AS (
            SELECT whole, project, category, month, opened, open, closed, due, in_time FROM case_count
            WHERE opened <> 0 OR open <> 0 OR closed <> 0 OR due <> 0 OR in_time <> 0
        )
        SELECT DISTINCT project, category, month FROM (
            SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM stored)
            UNION ALL
            SELECT * FROM (SELECT * FROM stored EXCEPT SELECT * FROM counted)
        )
        """;

    private static readonly string Sql = WithMonths(Counted, ["opened_at", "closed_at", "case_clock.due_at"]);

    public static IEnumerable<Words> Differences(Session session) =>
        session.Stream(
            Sql,
            row =>
            {
                var (project, category, month) = (row.Text(0), row.Text(1), Month.FromIndex(row.Int(2)));
                return new Words(
                    $"case_count 与案件不符：项目 {project}，类别 {category}，{month}",
                    $"case_count does not equal the cases: project {project}, category {category}, {month}"
                );
            }
        );

    /// <summary>The month's index of a moment in Asia/Shanghai.</summary>
    private static string WithMonths(string sql, IEnumerable<string> columns) =>
        columns.Aggregate(
            sql,
            (text, column) =>
                text.Replace(
                    $"{{month:{column}}}",
                    $"(strftime('%Y', {column} / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', {column} / 1000000 + 28800, 'unixepoch') - 1)",
                    StringComparison.Ordinal
                )
        );
}
