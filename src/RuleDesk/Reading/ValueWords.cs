using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

/// <summary>A value of a book as a person says it: 30m is 30 minutes, a code is the word the book has for it.</summary>
internal static class ValueWords
{
    private static readonly string[] TermGroups = ["roles", "departments", "milestones", "measures", "states"];
    private static readonly string[] Amounts = ["amount", "accountable", "leader"];

    public static Words Of(RuleVersion version, string leaf, string text)
    {
        if (text is ['[', .. var inner, ']'])
        {
            var items = inner.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(item => Word(version, item)).ToList();
            return items.Count == 0
                ? BookTexts.Nobody
                : new Words(string.Join("、", items.Select(item => item.Zh)), string.Join(", ", items.Select(item => item.En)));
        }

        if (leaf == "percentOfBonus")
        {
            return Same(text + "%");
        }

        if (Amounts.Contains(leaf, StringComparer.Ordinal) && Number(text) is { } amount)
        {
            return Same(Phrases.Money(amount));
        }

        return Duration(text) ?? Word(version, text);
    }

    private static Words Word(RuleVersion version, string text)
    {
        foreach (var group in TermGroups)
        {
            if (version.Terms.TryGetValue(group, out var terms) && terms.TryGetValue(text, out var term))
            {
                return term;
            }
        }

        return EventTypes.TryFind(text, out var type) && version.Events.TryGetValue(type, out var rule)
            ? rule.Name
            : BookTexts.Choice(text) ?? Same(text);
    }

    /// <summary>A limit keeps the unit it is written in: 60 minutes, not 1 hour.</summary>
    private static Words? Duration(string text)
    {
        if (text.Length < 2 || Number(text[..^1]) is not { } amount || !text[..^1].All(char.IsAsciiDigit))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => Unit("秒", "second"),
            'm' => Unit("分钟", "minute"),
            'h' => Unit("小时", "hour"),
            'd' => Unit("天", "day"),
            _ => null,
        };

        Words Unit(string zh, string en) => new($"{text[..^1]} {zh}", amount == 1 ? $"1 {en}" : $"{text[..^1]} {en}s");
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Words Same(string text) => new(text, text);
}
