using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>All SQL over statements. Money is fen, times are microseconds, months are counted from year 0.</summary>
internal static class StatementSql
{
    private const string ItemColumns =
        "SELECT c.number, c.project, c.rules, c.rule_version, c.version, c.last_hash, p.clause, p.cycle, p.subject, p.role, p.month,"
        + " p.units, p.amount_fen, p.percent_of_bonus, CASE WHEN p.decision IS NULL THEN 0 ELSE 1 END, p.decision, p.first_at, p.last_at"
        + " FROM case_penalty p JOIN cases c ON c.case_id = p.case_id WHERE p.month = @month";

    private const string ItemsOfPerson = ItemColumns + " AND p.subject = @subject";

    private const string LineColumns =
        "SELECT case_number, project, rules, '', case_version, case_hash, clause, cycle, subject, role, line_month,"
        + " units, amount_fen, percent_of_bonus, decisions, decision, first_at, last_at,"
        + " kind, outcome, choice, reason, document, decided_by, decided_at FROM statement_line WHERE month = @month";

    private const string Lines = LineColumns + " ORDER BY ordinal";
    private const string LinesOfPerson = LineColumns + " AND subject = @subject ORDER BY ordinal";

    private const string LastDecisions =
        "SELECT line, outcome, choice, reason, document, \"by\", at, units, amount_fen, percent_of_bonus, decisions FROM statement_decision"
        + " WHERE month = @month ORDER BY id";

    private const string AddDecision =
        "INSERT INTO statement_decision (month, line, outcome, choice, reason, document, units, amount_fen, percent_of_bonus, decisions, \"by\", at)"
        + " VALUES (@month, @line, @outcome, @choice, @reason, @document, @units, @amount_fen, @percent, @decisions, @by, @at)";

    private const string Delivered =
        "SELECT month, sequence, delivered_at, delivered_by, log_position, log_hash, rule_versions, previous, seal FROM statement";

    private const string DeliveredOfMonth = Delivered + " WHERE month = @month";
    private const string AllDelivered = Delivered + " ORDER BY sequence";

    private const string FirstMonth =
        "SELECT min(month) FROM (SELECT min(month) AS month FROM case_penalty UNION ALL SELECT min(month) FROM commendation)";

    private const string Behind = "SELECT count(*) FROM cases WHERE changes_at < @end";

    private const string RawLines =
        "SELECT ordinal, line, kind, case_number, project, rules, case_version, case_hash, clause, cycle, subject, role, line_month, units,"
        + " amount_fen, percent_of_bonus, decisions, decision, first_at, last_at, outcome, choice, reason, document, decided_by, decided_at"
        + " FROM statement_line WHERE month = @month ORDER BY ordinal";

    private const string Totals =
        "SELECT subject, amount_fen, percent_of_bonus, decisions FROM statement_total WHERE month = @month ORDER BY subject";

    private const string AddStatement =
        "INSERT INTO statement (month, sequence, delivered_at, delivered_by, log_position, log_hash, rule_versions, previous, seal)"
        + " VALUES (@month, @sequence, @delivered_at, @delivered_by, @log_position, @log_hash, @rule_versions, @previous, @seal)";

    private const string AddLine =
        "INSERT INTO statement_line (month, ordinal, line, kind, case_number, project, rules, case_version, case_hash, clause, cycle, subject,"
        + " role, line_month, units, amount_fen, percent_of_bonus, decisions, decision, first_at, last_at, outcome, choice, reason, document,"
        + " decided_by, decided_at) VALUES (@month, @ordinal, @line, @kind, @case_number, @project, @rules, @case_version, @case_hash, @clause,"
        + " @cycle, @subject, @role, @line_month, @units, @amount_fen, @percent_of_bonus, @decisions, @decision, @first_at, @last_at, @outcome,"
        + " @choice, @reason, @document, @decided_by, @decided_at)";

    private const string AddTotal =
        "INSERT INTO statement_total (month, subject, amount_fen, percent_of_bonus, decisions)"
        + " VALUES (@month, @subject, @amount_fen, @percent, @decisions)";

    public static List<StatementLine> ItemsOf(Session session, Month month, string? subject) =>
        subject is null
            ? session.Query(ItemColumns, row => Line(row, LineKind.Item), month.Index)
            : session.Query(ItemsOfPerson, row => Line(row, LineKind.Item), month.Index, subject);

    public static List<StatementLine> DeliveredLinesOf(Session session, Month month, string? subject) =>
        subject is null
            ? session.Query(Lines, DeliveredLine, month.Index)
            : session.Query(LinesOfPerson, DeliveredLine, month.Index, subject);

    public static StatementRow? Find(Session session, Month month) =>
        session.Query(DeliveredOfMonth, Statement, month.Index).FirstOrDefault();

    /// <summary>In the order of delivery.</summary>
    public static List<StatementRow> All(Session session) => session.Query(AllDelivered, Statement);

    /// <summary>The lines of a delivered statement as they are stored.</summary>
    public static List<StatementLineRow> RowsOf(Session session, Month month) =>
        session.Query(
            RawLines,
            row => new StatementLineRow
            {
                Month = month.Index,
                Ordinal = row.Int(0),
                Line = row.Text(1),
                Kind = EnumCode.Parse<LineKind>(row.Text(2)),
                CaseNumber = row.Text(3),
                Project = row.TextOrNull(4),
                Rules = row.Text(5),
                CaseVersion = row.Int(6),
                CaseHash = row.Bytes(7),
                Clause = row.Text(8),
                Cycle = row.Int(9),
                Subject = row.Text(10),
                Role = row.Text(11),
                LineMonth = row.Int(12),
                Units = row.Int(13),
                AmountFen = row.IsNull(14) ? null : row.Long(14),
                PercentOfBonus = row.IsNull(15) ? null : row.Int(15),
                Decisions = row.Int(16),
                Decision = row.TextOrNull(17),
                FirstAt = Instant.FromMicros(row.Long(18)),
                LastAt = Instant.FromMicros(row.Long(19)),
                Outcome = EnumCode.Parse<LineOutcome>(row.Text(20)),
                Choice = row.TextOrNull(21),
                Reason = row.TextOrNull(22),
                Document = row.TextOrNull(23),
                DecidedBy = row.TextOrNull(24),
                DecidedAt = row.IsNull(25) ? null : Instant.FromMicros(row.Long(25)),
            },
            month.Index
        );

    public static List<StatementTotalRow> TotalsOf(Session session, Month month) =>
        session.Query(
            Totals,
            row => new StatementTotalRow
            {
                Month = month.Index,
                Subject = row.Text(0),
                AmountFen = row.Long(1),
                PercentOfBonus = row.Int(2),
                Decisions = row.Int(3),
            },
            month.Index
        );

    /// <summary>The first month with a charge or a commendation.</summary>
    public static Month? First(Session session) => session.Number(FirstMonth) is { } index ? Month.FromIndex((int)index) : null;

    /// <summary>How many cases were not computed up to the given moment.</summary>
    public static long CasesBehind(Session session, Instant end) => session.Number(Behind, end.Micros) ?? 0;

    /// <summary>All decisions beside a month's lines, oldest first.</summary>
    public static List<(string Line, Verdict Verdict, Charge About)> Decisions(Session session, Month month) =>
        session.Query(
            LastDecisions,
            row =>
                (
                    row.Text(0),
                    new Verdict(
                        EnumCode.Parse<LineOutcome>(row.Text(1)),
                        row.TextOrNull(2),
                        row.TextOrNull(3),
                        row.TextOrNull(4),
                        row.Text(5),
                        Instant.FromMicros(row.Long(6))
                    ),
                    new Charge(row.Int(7), row.Long(8) / 100m, row.Int(9), row.Int(10))
                ),
            month.Index
        );

    public static void Add(WriteSession session, Month month, StatementLine line, Verdict verdict) =>
        session.Run(
            AddDecision,
            month.Index,
            line.Id,
            EnumCode.Of(verdict.Outcome),
            verdict.Choice,
            verdict.Reason,
            verdict.Document,
            line.Units,
            Fen(line.Charge.Amount),
            line.Charge.PercentOfBonus,
            line.Decisions,
            verdict.By,
            verdict.At.Micros
        );

    public static void Add(WriteSession session, StatementRow row) =>
        session.Run(
            AddStatement,
            row.Month,
            row.Sequence,
            row.DeliveredAt.Micros,
            row.DeliveredBy,
            row.LogPosition,
            row.LogHash,
            row.RuleVersions,
            row.Previous,
            row.Seal
        );

    public static void Add(WriteSession session, StatementLineRow row) =>
        session.Run(
            AddLine,
            row.Month,
            row.Ordinal,
            row.Line,
            EnumCode.Of(row.Kind),
            row.CaseNumber,
            row.Project,
            row.Rules,
            row.CaseVersion,
            row.CaseHash,
            row.Clause,
            row.Cycle,
            row.Subject,
            row.Role,
            row.LineMonth,
            row.Units,
            row.AmountFen,
            row.PercentOfBonus is { } percent ? percent : null,
            row.Decisions,
            row.Decision,
            row.FirstAt.Micros,
            row.LastAt.Micros,
            EnumCode.Of(row.Outcome),
            row.Choice,
            row.Reason,
            row.Document,
            row.DecidedBy,
            row.DecidedAt?.Micros
        );

    public static void Add(WriteSession session, StatementTotalRow row) =>
        session.Run(AddTotal, row.Month, row.Subject, row.AmountFen, row.PercentOfBonus, row.Decisions);

    public static long Fen(decimal yuan) => (long)decimal.Round(yuan * 100, MidpointRounding.AwayFromZero);

    private static StatementLine DeliveredLine(Row row) =>
        Line(row, EnumCode.Parse<LineKind>(row.Text(18))) with
        {
            Verdict = EnumCode.Parse<LineOutcome>(row.Text(19)) is var outcome and not LineOutcome.Undecided
                ? new Verdict(
                    outcome,
                    row.TextOrNull(20),
                    row.TextOrNull(21),
                    row.TextOrNull(22),
                    row.TextOrNull(23),
                    Instant.FromMicros(row.Long(24))
                )
                : null,
        };

    private static StatementLine Line(Row row, LineKind kind) =>
        new(kind, new ChargeKey(row.Text(0), row.Text(6), row.Int(7), row.Text(8), row.Text(9), Month.FromIndex(row.Int(10))))
        {
            Project = row.TextOrNull(1),
            Rules = row.Text(2),
            RuleVersion = row.Text(3),
            CaseVersion = row.Int(4),
            CaseHash = row.Bytes(5),
            Units = row.Int(11),
            Amount = row.IsNull(12) ? null : row.Long(12) / 100m,
            PercentOfBonus = row.IsNull(13) ? null : row.Int(13),
            Decisions = row.Int(14),
            Decision = row.TextOrNull(15),
            FirstAt = Instant.FromMicros(row.Long(16)),
            LastAt = Instant.FromMicros(row.Long(17)),
        };

    private static StatementRow Statement(Row row) =>
        new()
        {
            Month = row.Int(0),
            Sequence = row.Int(1),
            DeliveredAt = Instant.FromMicros(row.Long(2)),
            DeliveredBy = row.TextOrNull(3),
            LogPosition = row.Long(4),
            LogHash = row.Bytes(5),
            RuleVersions = row.Text(6),
            Previous = row.Bytes(7),
            Seal = row.Bytes(8),
        };
}
