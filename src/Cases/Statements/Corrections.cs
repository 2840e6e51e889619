using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// What late events, appeals and decisions taken afterwards changed in statements that were delivered: the lines of the next
/// one. The arithmetic is <see cref="ChargeBalance"/>; here both sides are added up.
/// </summary>
internal static class Corrections
{
    /// <summary>
    /// A decision that nobody had taken at delivery demands nothing yet: it counts neither as charged nor as forgiven, so the
    /// next statement brings it up again.
    /// </summary>
    private const string Differing =
        "SELECT case_number, max(project), max(rules), max(rule_version), max(case_version), max(case_hash), clause, cycle, subject, role,"
        + " line_month, sum(units), sum(fen), sum(percent), sum(decisions), max(decision), min(first_at), max(last_at), max(knows_amount),"
        + " sum(charged_units), sum(charged_fen), sum(charged_percent), sum(charged_decisions),"
        + " sum(forgiven_units), sum(forgiven_fen), sum(forgiven_percent), sum(forgiven_decisions) FROM ("
        + "SELECT c.number AS case_number, c.project, c.rules, c.rule_version, c.version AS case_version, c.last_hash AS case_hash, p.clause,"
        + " p.cycle, p.subject, p.role, p.month AS line_month, p.units, COALESCE(p.amount_fen, 0) AS fen,"
        + " COALESCE(p.percent_of_bonus, 0) AS percent, CASE WHEN p.decision IS NULL THEN 0 ELSE 1 END AS decisions, p.decision,"
        + " p.first_at, p.last_at, CASE WHEN p.amount_fen IS NULL THEN 0 ELSE 1 END AS knows_amount,"
        + " 0 AS charged_units, 0 AS charged_fen, 0 AS charged_percent, 0 AS charged_decisions,"
        + " 0 AS forgiven_units, 0 AS forgiven_fen, 0 AS forgiven_percent, 0 AS forgiven_decisions"
        + " FROM case_penalty p JOIN cases c ON c.case_id = p.case_id WHERE p.month IN (SELECT month FROM statement)"
        + " UNION ALL SELECT l.case_number, l.project, l.rules, '', c.version, c.last_hash, l.clause, l.cycle, l.subject, l.role, l.line_month,"
        + " 0, 0, 0, 0, l.decision, l.first_at, l.last_at, CASE WHEN l.amount_fen IS NULL THEN 0 ELSE 1 END,"
        + " CASE l.outcome WHEN 'waived' THEN 0 WHEN 'undecided' THEN 0 ELSE l.units END,"
        + " CASE l.outcome WHEN 'waived' THEN 0 ELSE COALESCE(l.amount_fen, 0) END,"
        + " CASE l.outcome WHEN 'waived' THEN 0 ELSE COALESCE(l.percent_of_bonus, 0) END,"
        + " CASE l.outcome WHEN 'waived' THEN 0 WHEN 'undecided' THEN 0 ELSE l.decisions END,"
        + " CASE l.outcome WHEN 'waived' THEN l.units ELSE 0 END,"
        + " CASE l.outcome WHEN 'waived' THEN COALESCE(l.amount_fen, 0) ELSE 0 END,"
        + " CASE l.outcome WHEN 'waived' THEN COALESCE(l.percent_of_bonus, 0) ELSE 0 END,"
        + " CASE l.outcome WHEN 'waived' THEN l.decisions ELSE 0 END"
        + " FROM statement_line l JOIN cases c ON c.number = l.case_number"
        + " UNION ALL SELECT l.case_number, l.project, l.rules, '', c.version, c.last_hash, l.clause, l.cycle, l.subject, l.role, l.line_month,"
        + " 0, 0, 0, 0, l.decision, l.first_at, l.last_at, CASE WHEN l.amount_fen IS NULL THEN 0 ELSE 1 END, 0, 0, 0, 0,"
        + " l.units, COALESCE(l.amount_fen, 0), COALESCE(l.percent_of_bonus, 0), l.decisions"
        + " FROM statement_appeal a JOIN statement_line l ON l.month = a.month AND l.line = a.line JOIN cases c ON c.number = l.case_number"
        + " WHERE a.state = 'accepted'"
        + ") GROUP BY case_number, clause, cycle, subject, role, line_month"
        + " HAVING sum(units) <> sum(charged_units) + sum(forgiven_units) OR sum(fen) <> sum(charged_fen) + sum(forgiven_fen)"
        + " OR sum(percent) <> sum(charged_percent) + sum(forgiven_percent)"
        + " OR sum(decisions) <> sum(charged_decisions) + sum(forgiven_decisions)";

    /// <summary>
    /// The corrections that the draft of a month carries: those of the delivered months whose next statement it is, the first
    /// later month that is not delivered.
    /// </summary>
    public static IEnumerable<StatementLine> For(Session session, Month month, IReadOnlySet<Month> delivered) =>
        delivered.Any(each => Next(each, delivered) == month)
            ? session
                .Query(Differing, Read)
                .Where(each => delivered.Contains(each.Line.Key.Month) && Next(each.Line.Key.Month, delivered) == month)
                .Select(each => With(each.Line, each.Balance.Correction(each.Computed), each.KnowsAmount))
                .Where(line => !line.Charge.IsNothing)
            : [];

    public static Month Next(Month month, IReadOnlySet<Month> delivered)
    {
        do
        {
            month = Month.FromIndex(month.Index + 1);
        } while (delivered.Contains(month));

        return month;
    }

    /// <summary>The statement that gave, or will give, what was decided about a delivered month at the given moment.</summary>
    public static Month CorrectedBy(Month month, Instant decidedAt, IEnumerable<StatementRow> deliveries) =>
        Next(month, deliveries.Where(row => row.DeliveredAt <= decidedAt).Select(row => Month.FromIndex(row.Month)).ToHashSet());

    private static StatementLine With(StatementLine line, Charge correction, bool knowsAmount) =>
        line with
        {
            Units = correction.Units,
            Amount = knowsAmount ? correction.Amount : null,
            PercentOfBonus = correction.PercentOfBonus == 0 ? null : correction.PercentOfBonus,
            Decisions = correction.Decisions,
            Decision = correction.Decisions == 0 ? null : line.Decision,
        };

    private static (StatementLine Line, Charge Computed, ChargeBalance Balance, bool KnowsAmount) Read(Row row)
    {
        var key = new ChargeKey(row.Text(0), row.Text(6), row.Int(7), row.Text(8), row.Text(9), Month.FromIndex(row.Int(10)));
        var line = new StatementLine(LineKind.Correction, key)
        {
            Project = row.TextOrNull(1),
            Rules = row.Text(2),
            RuleVersion = row.Text(3),
            CaseVersion = row.Int(4),
            CaseHash = row.Bytes(5),
            Units = 0,
            Decision = row.TextOrNull(15),
            FirstAt = Instant.FromMicros(row.Long(16)),
            LastAt = Instant.FromMicros(row.Long(17)),
        };
        return (line, ChargeAt(row, 11), new ChargeBalance(ChargeAt(row, 19), ChargeAt(row, 23)), row.Int(18) == 1);
    }

    private static Charge ChargeAt(Row row, int column) =>
        new(row.Int(column), row.Long(column + 1) / 100m, row.Int(column + 2), row.Int(column + 3));
}
