using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>The consequences of a case, by the month whose statement carries them.</summary>
internal sealed class CasePenalties(CaseFile file, RuleVersion version, StaffNames names)
{
    public PenaltyList.View? ByMonth() =>
        file.Judgement.Penalties.Count == 0
            ? null
            : new PenaltyList.View([
                .. file
                    .Judgement.Penalties.GroupBy(item => item.Month)
                    .OrderByDescending(month => month.Key)
                    .Select(month => new PenaltyList.View.Period(month.Key.ToString(), Total(month), [.. month.Select(Line)])),
            ]);

    public static Words Figure(RuleVersion version, Penalty item) =>
        item switch
        {
            { Decision: { } decision } => Decision(version, decision),
            { PercentOfBonus: { } percent, Amount: { } amount } => Both(CaseTexts.Bonus(percent), Phrases.Money(amount)),
            { PercentOfBonus: { } percent } => CaseTexts.Bonus(percent),
            _ => Same(Phrases.Money(item.Amount ?? 0)),
        };

    private PenaltyList.View.Item Line(Penalty item) =>
        new(
            names.Of(item.Subject),
            version.Term("roles", item.Role),
            What(item),
            item.Clause,
            Figure(version, item),
            CaseReasons.Of(file, names, Explanation.Of(file.History, file.Judgement, item), provisional: false)
        );

    /// <summary>"报批 2 × ¥100.00": the clock it hangs on, and the multiplication where there is one.</summary>
    private Words What(Penalty item)
    {
        var clock = version.Clocks.Values.FirstOrDefault(rule => rule.Id == item.Clock)?.Name ?? Same(item.Clause);
        return item is { Units: > 1, PerUnit: { } each } ? Both(clock, $"{item.Units} × {Phrases.Money(each)}") : clock;
    }

    private static string? Total(IEnumerable<Penalty> items)
    {
        var known = items.Where(item => item.Amount is not null).ToArray();
        return known.Length == 0 ? null : Phrases.Money(known.Sum(item => item.Amount!.Value));
    }

    /// <summary>"bonus 50-100% | pay cut | demotion" as the measures allow it, in the reader's words.</summary>
    public static Words Decision(RuleVersion version, string range)
    {
        var choices = range.Split('|', StringSplitOptions.TrimEntries).Select(choice => Choice(version, choice)).ToArray();
        return new Words(string.Join(" / ", choices.Select(choice => choice.Zh)), string.Join(" / ", choices.Select(choice => choice.En)));
    }

    public static Words Choice(RuleVersion version, string choice) =>
        choice.StartsWith("bonus ", StringComparison.Ordinal)
            ? new Words($"奖金 {choice[6..].Replace('-', '–')}", $"{choice[6..].Replace('-', '–')} of bonus")
            : version.Term("measures", choice);

    private static Words Both(Words words, string figure) => new($"{words.Zh} {figure}", $"{words.En} {figure}");

    private static Words Same(string text) => new(text, text);
}
