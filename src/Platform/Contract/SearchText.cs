using System.Text;

namespace Shouwen.Platform.Contract;

/// <summary>
/// The one function that makes search words of text, for what is stored and for what is asked. Chinese has no spaces and
/// most of its words have two characters: a run of characters becomes its overlapping pairs, so that every word of two is
/// a search word and a longer one is a phrase of them. Latin letters and digits are words as they stand, in lower case.
/// </summary>
public static class SearchText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>The text as runs of one kind: Chinese characters, or letters and digits with what joins them ("3-2-1201").</summary>
    public static IEnumerable<(string Run, bool Chinese)> Runs(string text)
    {
        var run = new StringBuilder();
        var chinese = false;
        foreach (var rune in Narrow(text).EnumerateRunes())
        {
            var isChinese = IsChinese(rune);
            var belongs = isChinese || Rune.IsLetterOrDigit(rune) || (run.Length > 0 && !chinese && IsJoin(rune));
            if (run.Length > 0 && (!belongs || isChinese != chinese))
            {
                yield return (run.ToString(), chinese);
                run.Clear();
            }

            if (belongs && (isChinese || Rune.IsLetterOrDigit(rune) || run.Length > 0))
            {
                chinese = isChinese;
                run.Append(Rune.ToLowerInvariant(rune));
            }
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), chinese);
        }
    }

    /// <summary>The search words of a text, in its order.</summary>
    public static IEnumerable<string> Words(string text)
    {
        foreach (var (run, chinese) in Runs(text))
        {
            foreach (var word in chinese ? Pairs(run) : Parts(run))
            {
                yield return word;
            }
        }
    }

    /// <summary>The letters and digits of a run, without what joins them.</summary>
    public static string[] Parts(string run) => run.Split(Joins, StringSplitOptions.RemoveEmptyEntries);

    private static readonly char[] Joins = ['-', '.', '/', '_', '#', '(', ')', '+', '—', '–'];

    private static IEnumerable<string> Pairs(string run)
    {
        string? before = null;
        var count = 0;
        foreach (var rune in run.EnumerateRunes())
        {
            var character = rune.ToString();
            if (before is not null)
            {
                yield return before + character;
            }

            before = character;
            count++;
        }

        if (count == 1)
        {
            yield return run;
        }
    }

    private static bool IsChinese(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000;

    private static bool IsJoin(Rune rune) => rune.IsBmp && Joins.Contains((char)rune.Value);

    /// <summary>Full-width letters, digits and signs are their narrow ones.</summary>
    private static string Narrow(string text) =>
        text.AsSpan().ContainsAnyInRange(FullWidthFirst, FullWidthLast)
            ? string.Concat(text.Select(c => c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthOffset) : c))
            : text;
}
