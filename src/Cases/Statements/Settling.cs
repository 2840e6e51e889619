using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// A decision beside a line (EG-36, EG-37). The line itself is computed and stays as it is; the decision holds for the figure
/// it was taken on, and is asked for again when a late event changes that.
/// </summary>
internal static class Settling
{
    /// <summary>Confirms what nobody has said a word about. Returns how many lines.</summary>
    public static (int Confirmed, Refusal? Refusal) ConfirmRest(WriteSession session, Month month, Me me, Instant now)
    {
        if (StatementRefusals.MayNotBeSettled(session, month, now) is { } refusal)
        {
            return (0, refusal);
        }

        var rest = MonthlyStatement.Load(session, month, me.Scope).Unconfirmed.Where(line => line.Key.Subject != me.StaffId).ToList();
        var verdict = new Verdict(LineOutcome.Confirmed, null, null, null, me.StaffId, now);
        rest.ForEach(line => StatementSql.Add(session, month, line, verdict));
        return (rest.Count, null);
    }

    /// <param name="session">The caller's request.</param>
    /// <param name="month">The statement.</param>
    /// <param name="seen">The line as the person saw it.</param>
    /// <param name="verdict">What was decided.</param>
    /// <param name="me">Who decides.</param>
    /// <param name="rules">Who may.</param>
    public static Refusal? Settle(WriteSession session, Month month, StatementLine seen, Verdict verdict, Me me, RuleLibrary rules)
    {
        if (StatementRefusals.MayNotBeSettled(session, month, verdict.At) is { } refusal)
        {
            return refusal;
        }

        var line = MonthlyStatement.Load(session, month, me.Scope, seen.Key.Subject).Find(seen.Id);
        if (line is null || line.Charge != seen.Charge)
        {
            return StatementRefusals.LineMoved;
        }

        if (MayNotSettle(me, line, rules, verdict.At) is { } forbidden)
        {
            return forbidden;
        }

        if (verdict.Outcome == LineOutcome.Waived && line.Charge.GivesBack)
        {
            return StatementRefusals.GivesBack;
        }

        StatementSql.Add(session, month, line, verdict);
        return null;
    }

    /// <summary>Nobody settles what he is charged himself.</summary>
    public static Refusal? MayNotSettle(Me me, StatementLine line, RuleLibrary rules, Instant now)
    {
        var may = line.IsDecision ? me.Decides(rules, now) : me.Confirms(rules, now);
        return !may ? StatementRefusals.NotYours
            : line.Key.Subject == me.StaffId ? StatementRefusals.OwnLine
            : null;
    }
}
