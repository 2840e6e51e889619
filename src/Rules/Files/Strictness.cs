using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>
/// EG-41: a book that extends another may be stricter, never looser. What stricter means is said key by key here and in
/// rules/README.md; a key that nothing is said about stays as the parent has it.
/// </summary>
internal static class Strictness
{
    private static readonly (string Begin, string End, Func<string, string, bool> Keeps)[] Rules =
    [
        // Words bind nobody.
        ("", ".zh", Free),
        ("", ".en", Free),
        ("", ".clause", Free),
        ("records.", "", Free),
        ("options.ranking.", "", Free),
        ("options.deskRanking.", "", Free),
        // Time: less of it.
        ("clocks.", ".limit", Less),
        ("clocks.", ".workingDays", Less),
        ("clocks.", ".grace", Less),
        ("clocks.", ".at", Less),
        ("messages.", ".at", Less),
        ("options.seriouslyOverdue.value", "", Less),
        ("options.solvedAtOnce.value", "", Less),
        ("options.postponements.value", "", Less),
        ("options.serviceCentre.", "", More),
        ("options.visitHours.value", "", Longer),
        // Charges: more of them, sooner.
        ("consequences.", ".every", Less),
        ("consequences.", ".through", Less),
        ("consequences.", ".amount", More),
        ("consequences.", ".percentOfBonus", More),
        ("consequences.", ".cap", More),
        ("consequences.overdue.tiers[", ".accountable", More),
        ("consequences.overdue.tiers[", ".leader", More),
        ("consequences.", ".rounding", (old, now) => now == "started" || now == old),
        ("consequences.", ".tiering", (old, now) => now == "whole" || now == old),
        // People: more are told, fewer may.
        ("messages.", ".to", MoreOf),
        ("categories.", ".supports", MoreOf),
        ("events.", ".roles", FewerOf),
        ("access.", "", FewerOf),
        ("people.", "", FewerOf),
    ];

    /// <param name="own">The book as it stands from one date on, over its parent.</param>
    /// <param name="parent">The parent on that date.</param>
    /// <param name="allowed">The keys, or beginnings of keys, that the parent leaves free.</param>
    /// <param name="findings">Where what is looser is put down, at its line.</param>
    public static void Check(MapNode own, MapNode parent, IReadOnlyList<string> allowed, Findings findings)
    {
        var (now, before) = (Flattened.Of(own), Flattened.Of(parent));
        foreach (var key in before.Keys.Union(now.Keys, StringComparer.Ordinal).Where(key => !IsAllowed(key, allowed)))
        {
            var (old, said) = (before.Find(key), now.Find(key));
            var keeps = RuleOf(key);
            if (old is null ? keeps != Free : said is null || !(old.SaysTheSameAs(said) || keeps(old.Text, said.Text)))
            {
                findings.Add(said?.Line ?? now.LineAbove(key), key, Faults.Looser(old?.Text));
            }
        }
    }

    private static bool IsAllowed(string key, IReadOnlyList<string> allowed) =>
        allowed.Any(each =>
            key == each || key.StartsWith(each + ".", StringComparison.Ordinal) || key.StartsWith(each + "[", StringComparison.Ordinal)
        );

    private static Func<string, string, bool> RuleOf(string key)
    {
        foreach (var (begin, end, keeps) in Rules)
        {
            if (key.StartsWith(begin, StringComparison.Ordinal) && key.EndsWith(end, StringComparison.Ordinal))
            {
                return keeps;
            }
        }

        return static (_, _) => false;
    }

    private static bool Free(string old, string now) => true;

    private static bool Less(string old, string now) => Size(old) is { } before && Size(now) is { } after && after <= before;

    /// <summary>Without a cap, or with a higher one.</summary>
    private static bool More(string old, string now) =>
        now == "none" || (Size(old) is { } before && Size(now) is { } after && after >= before);

    /// <summary>Day and night is the longest window there is.</summary>
    private static bool Longer(string old, string now) =>
        now == "none"
        || (
            Scalars.TryWindow(old, out var before)
            && Scalars.TryWindow(now, out var after)
            && after.From <= before.From
            && after.To >= before.To
        );

    private static bool MoreOf(string old, string now) => !Items(old).Except(Items(now), StringComparer.Ordinal).Any();

    private static bool FewerOf(string old, string now) => !Items(now).Except(Items(old), StringComparer.Ordinal).Any();

    private static string[] Items(string list) => list.Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static decimal? Size(string text) =>
        Scalars.TryDuration(text, out var duration) ? duration.Ticks
        : Scalars.TryTimeOfDay(text, out var time) ? time.Ticks
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
