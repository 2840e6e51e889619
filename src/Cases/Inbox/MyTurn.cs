using Shouwen.Cases.Register;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Inbox;

/// <summary>
/// The cases that wait for one person: the rule books name the step each stage waits for, and the step its roles. A department
/// has its own cases before it; the responsible person those whose order names them; the desk also what an employee reported
/// and nobody there has taken up (PM-3).
/// </summary>
internal sealed class MyTurn
{
    private const string Department = "department";
    private const string Accountable = "accountable";

    private readonly Me me;
    private readonly List<(string Rules, CaseStage Stage)> byRole = [];
    private readonly List<(string Rules, CaseStage Stage)> byDepartment = [];
    private readonly List<(string Rules, CaseStage Stage)> byName = [];
    private readonly List<string> reported = [];

    public MyTurn(Me me, RuleLibrary rules, Instant now)
    {
        this.me = me;
        foreach (var book in rules.Books.Values)
        {
            var version = book.At(now);
            foreach (var stage in version.Turns.Keys)
            {
                Add(version, (book.Name, stage));
            }

            if (version.FirstContact is { } rule && rule.Desk.Any(me.Is))
            {
                reported.Add(book.Name);
            }
        }
    }

    /// <summary>Only a case whose order names this person can wait for them: no post of theirs has a turn.</summary>
    public bool IsByNameOnly => byRole.Count + byDepartment.Count + reported.Count == 0;

    public void Narrow(RegisterWalk.Sql sql)
    {
        var or = " AND (";
        foreach (var (rules, stage) in byRole)
        {
            Case(sql.Add(or), rules, stage).Add(")");
            or = " OR ";
        }

        foreach (var (rules, stage) in byDepartment)
        {
            Case(sql.Add(or), rules, stage).Add(" AND lead_department = ").Value(me.Department).Add(")");
            or = " OR ";
        }

        foreach (var (rules, stage) in byName)
        {
            Case(sql.Add(or), rules, stage).Add(" AND accountable = ").Value(me.StaffId).Add(")");
            or = " OR ";
        }

        foreach (var rules in reported)
        {
            sql.Add(or).Add("(rules = ").Value(rules).Add(" AND waits_for_desk)");
            or = " OR ";
        }

        sql.Add(byRole.Count + byDepartment.Count + byName.Count + reported.Count > 0 ? ")" : " AND 0");
    }

    private void Add(RuleVersion version, (string Rules, CaseStage Stage) turn)
    {
        var awaited = version.Awaited(turn.Stage);
        if (awaited.Contains(Accountable, StringComparer.Ordinal))
        {
            byName.Add(turn);
        }

        var mine = awaited.Where(me.Is).ToList();
        if (mine.Exists(role => role != Department))
        {
            byRole.Add(turn);
        }
        else if (mine.Count > 0)
        {
            byDepartment.Add(turn);
        }
    }

    private static RegisterWalk.Sql Case(RegisterWalk.Sql sql, string rules, CaseStage stage) =>
        sql.Add("(rules = ").Value(rules).Add($" AND state = '{Codes.Of(stage)}'");
}
