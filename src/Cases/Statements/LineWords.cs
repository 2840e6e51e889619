using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The lines of a statement as people read them.</summary>
internal sealed class LineWords(MonthlyStatement statement, RuleLibrary rules, StaffNames names)
{
    public string NameOf(string id) => names.Of(id);

    public StatementLines.View.Line Of(StatementLine line) =>
        new($"/statements/{statement.Month}/lines/{line.Id}", line.Key.Case, line.Key.Clause, About(line), Figure(line), OutcomeOf(line))
        {
            IsOpen = line.Outcome == LineOutcome.Undecided,
            IsWaived = line.Outcome == LineOutcome.Waived,
            Reason = line.Verdict?.Reason,
        };

    /// <summary>"投诉处理责任人 · 3 次 · 更正 2026-09".</summary>
    public Words About(StatementLine line)
    {
        var role = Version(line).Term("roles", line.Key.Role);
        var units = line.IsDecision || Math.Abs(line.Units) < 2 ? null : StatementTexts.Times(line.Units);
        var corrects = line.Kind == LineKind.Correction ? StatementTexts.Corrects(line.Key.Month.ToString()) : null;
        return Joined(new[] { role, units, corrects }.OfType<Words>());
    }

    public Words Figure(StatementLine line)
    {
        var parts = new List<Words>();
        if (line.Decisions > 0)
        {
            parts.Add(
                line.Verdict?.Choice is { } choice
                    ? CasePenalties.Choice(Version(line), choice)
                    : CasePenalties.Decision(Version(line), line.Decision!)
            );
        }
        else if (line.Decisions < 0)
        {
            parts.Add(StatementTexts.DecisionWithdrawn);
        }

        if (line.PercentOfBonus is { } percent and not 0)
        {
            parts.Add(CaseTexts.Bonus(percent));
        }

        if (line.Amount is { } amount && (amount != 0 || parts.Count == 0))
        {
            parts.Add(Same(Phrases.Money(amount)));
        }

        return parts.Count == 0 ? Same("—") : Joined(parts);
    }

    public static Words OutcomeOf(StatementLine line) =>
        line switch
        {
            { Outcome: LineOutcome.Undecided, IsDecision: true } => StatementTexts.ToDecide,
            { Outcome: LineOutcome.Undecided } => StatementTexts.ToConfirm,
            _ => NameOf(line.Outcome),
        };

    public static Words NameOf(LineOutcome outcome) =>
        outcome switch
        {
            LineOutcome.Undecided => StatementTexts.ToConfirm,
            LineOutcome.Confirmed => StatementTexts.Confirmed,
            LineOutcome.Waived => StatementTexts.Waived,
            LineOutcome.Decided => StatementTexts.Decided,
        };

    /// <summary>"¥1,900.00 · 奖金 40% · 1 项决定".</summary>
    public static Words TotalOf(StatementTotal total)
    {
        var parts = new List<Words> { Same(Phrases.Money(total.Amount)) };
        if (total.PercentOfBonus != 0)
        {
            parts.Add(CaseTexts.Bonus(total.PercentOfBonus));
        }

        if (total.Decisions != 0)
        {
            parts.Add(StatementTexts.Decisions(total.Decisions));
        }

        return Joined(parts);
    }

    public RuleVersion Version(StatementLine line) =>
        (rules.Books.TryGetValue(line.Rules, out var book) ? book : rules.Books.Values.First()).At(line.FirstAt);

    private static Words Joined(IEnumerable<Words> parts) =>
        new(string.Join(" · ", parts.Select(part => part.Zh)), string.Join(" · ", parts.Select(part => part.En)));

    private static Words Same(string text) => new(text, text);
}
