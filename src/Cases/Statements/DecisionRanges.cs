using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>One measure of a decision's range; a share of the bonus has bounds.</summary>
/// <param name="Code">"bonus", or a code of the rule book's measures.</param>
/// <param name="Low">The least share in percent; 0 where it is no share.</param>
/// <param name="High">The largest.</param>
internal sealed record Measure(string Code, int Low, int High)
{
    public const string Bonus = "bonus";

    public bool IsShare => High > 0;

    /// <summary>The parts of "bonus 50-100% | pay cut | demotion", as the rule book's reader has checked them.</summary>
    public static IReadOnlyList<Measure> In(string range) => [.. range.Split(" | ").Select(Of)];

    /// <summary>How a decision for it is written down.</summary>
    public string Chosen(int percent) => IsShare ? string.Create(CultureInfo.InvariantCulture, $"{Bonus} {percent}%") : Code;

    public static Words NameOf(RuleVersion version, string code) =>
        code == Bonus ? StatementTexts.BonusShare : version.Term("measures", code);

    private static Measure Of(string part)
    {
        if (!part.StartsWith(Bonus + " ", StringComparison.Ordinal))
        {
            return new Measure(part, 0, 0);
        }

        var bounds = part[(Bonus.Length + 1)..^1].Split('-');
        return new Measure(Bonus, int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[1], CultureInfo.InvariantCulture));
    }
}
