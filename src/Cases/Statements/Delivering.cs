using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// Freezes a draft (EG-36): lines, decisions, totals and their seal are written in one transaction with the messages that say
/// so. What nobody has said a word about is confirmed by it; a decision nobody has taken stays open and comes up again.
/// </summary>
internal static class Delivering
{
    private const string LogTip = "SELECT position, hash FROM log_tip WHERE id = 1";

    /// <param name="session">The caller's request: everything below stands or falls with it.</param>
    /// <param name="month">Which month.</param>
    /// <param name="by">Who delivers; null for the command line.</param>
    /// <param name="rules">The books: they say who is told.</param>
    /// <param name="now">When.</param>
    public static Refusal? Deliver(WriteSession session, Month month, string? by, RuleLibrary rules, Instant now)
    {
        if (StatementRefusals.MayNotBeDelivered(session, month, now) is { } refusal)
        {
            return refusal;
        }

        var draft = MonthlyStatement.Load(session, month, Scope.WholeGroup);
        var settled = draft with { Lines = [.. draft.Lines.Select(line => Settled(line, by, now))] };
        var lines = settled.Lines.Select((line, i) => Row(month, line, i)).ToList();
        var totals = settled.Totals().Select(total => Row(month, total)).ToList();
        var row = Row(session, settled, by, now);
        row = row with { Seal = StatementSeal.Of(row, lines, totals, settled.Commendations) };
        StatementSql.Add(session, row);
        lines.ForEach(line => StatementSql.Add(session, line));
        totals.ForEach(total => StatementSql.Add(session, total));
        CommendationSql.Deliver(session, month, settled.Commendations);
        StatementMessages.Delivered(session, settled, rules, now);
        StatementMessages.ToldToPrograms(session, settled, row, now);
        return null;
    }

    private static StatementLine Settled(StatementLine line, string? by, Instant now) =>
        line is { Outcome: LineOutcome.Undecided, IsDecision: false }
            ? line with
            {
                Verdict = new Verdict(LineOutcome.Confirmed, null, null, null, by, now),
            }
            : line;

    private static StatementRow Row(Session session, MonthlyStatement statement, string? by, Instant now)
    {
        var (position, hash) = session.Query(LogTip, row => (row.Long(0), row.Bytes(1)))[0];
        var before = StatementSql.All(session).LastOrDefault();
        return new StatementRow
        {
            Month = statement.Month.Index,
            Sequence = (before?.Sequence ?? 0) + 1,
            DeliveredAt = now,
            DeliveredBy = by,
            LogPosition = position,
            LogHash = hash,
            RuleVersions = string.Join(
                '\n',
                statement
                    .Lines.Select(line => $"{line.Rules} {line.RuleVersion}")
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            ),
            Previous = before?.Seal ?? StatementSeal.First,
            Seal = [],
        };
    }

    private static StatementTotalRow Row(Month month, StatementTotal total) =>
        new()
        {
            Month = month.Index,
            Subject = total.Subject,
            AmountFen = StatementSql.Fen(total.Amount),
            PercentOfBonus = total.PercentOfBonus,
            Decisions = total.Decisions,
        };

    private static StatementLineRow Row(Month month, StatementLine line, int ordinal) =>
        new()
        {
            Month = month.Index,
            Ordinal = ordinal,
            Line = line.Id,
            Kind = line.Kind,
            CaseNumber = line.Key.Case,
            Project = line.Project,
            Rules = line.Rules,
            CaseVersion = line.CaseVersion,
            CaseHash = line.CaseHash,
            Clause = line.Key.Clause,
            Cycle = line.Key.Cycle,
            Subject = line.Key.Subject,
            Role = line.Key.Role,
            LineMonth = line.Key.Month.Index,
            Units = line.Units,
            AmountFen = line.Amount is { } amount ? StatementSql.Fen(amount) : null,
            PercentOfBonus = line.PercentOfBonus,
            Decisions = line.Decisions,
            Decision = line.Decision,
            FirstAt = line.FirstAt,
            LastAt = line.LastAt,
            Outcome = line.Outcome,
            Choice = line.Verdict?.Choice,
            Reason = line.Verdict?.Reason,
            Document = line.Verdict?.Document,
            DecidedBy = line.Verdict?.By,
            DecidedAt = line.Verdict?.At,
        };
}
