using System.Security.Cryptography;
using Shouwen.Cases.Attachments;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// An appeal against a delivered line: raised by the person charged within the period of the rule book, decided once by the
/// role it names. Accepting it forgives the line; the next statement gives it back, and nothing of the delivered one changes.
/// </summary>
internal static class Appealing
{
    private const string Add =
        "INSERT INTO statement_appeal (month, line, subject, reason, at, state) VALUES (@month, @line, @subject, @reason, @at, 'open')"
        + " RETURNING id";

    private const string AddFile =
        "INSERT INTO statement_appeal_file (id, appeal_id, name, type, file) VALUES (@id, @appeal, @name, @type, @file)";

    private const string SetDecision =
        "UPDATE statement_appeal SET state = @state, answer = @answer, decided_by = @by, decided_at = @at WHERE id = @id AND state = 'open'";

    private const string Columns =
        "SELECT id, month, line, subject, reason, at, state, answer, decided_by, decided_at FROM statement_appeal";
    private const string OfLine = Columns + " WHERE month = @month AND line = @line";

    public static AppealRow? Find(Session session, Month month, string line) =>
        session.Query(OfLine, Read, month.Index, line).FirstOrDefault();

    /// <summary>The last moment at which an appeal is taken.</summary>
    public static Instant EndOf(MonthlyStatement statement, StatementLine line, RuleLibrary rules) =>
        statement.Delivered!.DeliveredAt + TermsOf(line, rules, statement.Delivered.DeliveredAt).Within;

    /// <summary>Null when the reader may appeal the line now.</summary>
    public static Refusal? MayNotAppeal(
        Session session,
        MonthlyStatement statement,
        StatementLine line,
        Me me,
        RuleLibrary rules,
        Instant now
    )
    {
        if (line.Key.Subject != me.StaffId)
        {
            return AppealRefusals.NotYours;
        }

        if (statement.Delivered is not { } delivered)
        {
            return AppealRefusals.NotDelivered;
        }

        if (line.Outcome is LineOutcome.Waived or LineOutcome.Undecided || line.Charge.GivesBack)
        {
            return AppealRefusals.NothingCharged;
        }

        return Find(session, statement.Month, line.Id) is not null ? AppealRefusals.Again
            : now > EndOf(statement, line, rules) ? AppealRefusals.TooLate(TermsOf(line, rules, delivered.DeliveredAt).Within)
            : null;
    }

    public static Refusal? Raise(
        WriteSession session,
        MonthlyStatement statement,
        StatementLine line,
        string reason,
        IReadOnlyList<AttachmentForm.Part> files,
        Me me,
        RuleLibrary rules,
        Instant now
    )
    {
        if (MayNotAppeal(session, statement, line, me, rules, now) is { } refusal)
        {
            return refusal;
        }

        var appeal = session.Number(Add, statement.Month.Index, line.Id, me.StaffId, reason, now.Micros)!.Value;
        foreach (var file in files)
        {
            session.Run(AddFile, RandomNumberGenerator.GetHexString(32, lowercase: true), appeal, file.Name, file.Type, file.File);
        }

        StatementMessages.Appealed(session, statement.Month, line, TermsOf(line, rules, now), me, now);
        return null;
    }

    public static Refusal? Decide(
        WriteSession session,
        Month month,
        StatementLine line,
        bool accept,
        string answer,
        Me me,
        RuleLibrary rules,
        Instant now
    )
    {
        if (MayNotDecide(me, line, rules, now) is { } refusal)
        {
            return refusal;
        }

        if (Find(session, month, line.Id) is not { State: AppealState.Open } appeal)
        {
            return AppealRefusals.Decided;
        }

        session.Run(
            SetDecision,
            EnumCode.Of(accept ? AppealState.Accepted : AppealState.Rejected),
            answer,
            me.StaffId,
            now.Micros,
            appeal.Id
        );
        StatementMessages.AppealDecided(session, month, line, TermsOf(line, rules, now).Clause, accept, now);
        return null;
    }

    /// <summary>Nobody decides his own appeal.</summary>
    public static Refusal? MayNotDecide(Me me, StatementLine line, RuleLibrary rules, Instant now) =>
        !TermsOf(line, rules, now).Decide.Any(me.Is) ? AppealRefusals.NotYoursToDecide
        : line.Key.Subject == me.StaffId ? StatementRefusals.OwnLine
        : null;

    private static AppealTerms TermsOf(StatementLine line, RuleLibrary rules, Instant at) => rules.Books[line.Rules].At(at).Group!.Appeal;

    private static AppealRow Read(Row row) =>
        new()
        {
            Id = row.Long(0),
            Month = row.Int(1),
            Line = row.Text(2),
            Subject = row.Text(3),
            Reason = row.Text(4),
            At = Instant.FromMicros(row.Long(5)),
            State = EnumCode.Parse<AppealState>(row.Text(6)),
            Answer = row.TextOrNull(7),
            DecidedBy = row.TextOrNull(8),
            DecidedAt = row.IsNull(9) ? null : Instant.FromMicros(row.Long(9)),
        };
}
