using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Shouwen.Platform.Contract;

/// <summary>
/// The first letters of Chinese text as people type them: 周敏 is zm. ICU sorts Chinese by pinyin, and its collation holds a
/// mark before the first character of every letter; a character's letter is that of the last mark before it. ICU knows one
/// reading of a character, so surnames and places with another one stand in two small tables.
/// </summary>
public static class Pinyin
{
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";

    /// <summary>The noncharacter with which CLDR begins its index marks.</summary>
    private const char Mark = '\uFDD0';

    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    /// <summary>Read otherwise only as the first character of a name.</summary>
    private static readonly FrozenDictionary<char, char> Surnames = new Dictionary<char, char>
    {
        ['单'] = 's',
        ['解'] = 'x',
        ['区'] = 'o',
        ['仇'] = 'q',
        ['查'] = 'z',
        ['曾'] = 'z',
        ['翟'] = 'z',
        ['朴'] = 'p',
        ['盖'] = 'g',
        ['缪'] = 'm',
        ['冼'] = 'x',
        ['洗'] = 'x',
        ['秘'] = 'b',
        ['种'] = 'c',
        ['重'] = 'c',
        ['召'] = 's',
        ['员'] = 'y',
        ['折'] = 's',
        ['黑'] = 'h',
        ['乐'] = 'y',
        ['逄'] = 'p',
        ['尉'] = 'w',
        ['繁'] = 'p',
        ['覃'] = 'q',
        ['谌'] = 'c',
        ['隗'] = 'w',
        ['郇'] = 'h',
        ['郗'] = 'x',
        ['晟'] = 'c',
    }.ToFrozenDictionary();

    /// <summary>Words in which a character keeps another reading wherever they stand.</summary>
    private static readonly (string Word, string Initials)[] Words =
    [
        ("尉迟", "yc"),
        ("万俟", "mq"),
        ("长孙", "zs"),
        ("单于", "cy"),
        ("重庆", "cq"),
        ("长沙", "cs"),
        ("长春", "cc"),
        ("长安", "ca"),
        ("长江", "cj"),
        ("长兴", "cx"),
        ("长乐", "cl"),
        ("厦门", "xm"),
        ("六安", "la"),
        ("番禺", "py"),
        ("乐清", "yq"),
        ("乐亭", "lt"),
        ("蚌埠", "bb"),
        ("东阿", "de"),
        ("大厦", "ds"),
        ("朝阳", "cy"),
        ("会稽", "kj"),
        ("铅山", "ys"),
        ("重阳", "cy"),
        ("银行", "yh"),
    ];

    private static readonly CompareInfo? Chinese = Find();

    /// <summary>One byte a character, filled as they are met: a comparison in ICU costs about a microsecond.</summary>
    private static readonly byte[] Known = new byte[Last - First + 1];

    /// <summary>False where the machine has no ICU with Chinese collation: then nothing is found by initials.</summary>
    public static bool IsAvailable => Chinese is not null;

    /// <summary>Letters and digits stay, in lower case; other signs go. Without ICU a Chinese character has no letter.</summary>
    public static string Initials(string text)
    {
        var initials = new StringBuilder(text.Length);
        var atStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (WordAt(text, i) is { Word: not null } word)
            {
                initials.Append(word.Initials);
                i += word.Word.Length - 1;
            }
            else if (LetterOf(text[i], atStart) is { } letter)
            {
                initials.Append(letter);
            }

            atStart = false;
        }

        return initials.ToString();
    }

    private static (string Word, string Initials) WordAt(string text, int at)
    {
        foreach (var word in Words)
        {
            if (text.AsSpan(at).StartsWith(word.Word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return default;
    }

    private static char? LetterOf(char character, bool atStart)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            return char.ToLowerInvariant(character);
        }

        if (character is < First or > Last || Chinese is null)
        {
            return null;
        }

        return atStart && Surnames.TryGetValue(character, out var surname) ? surname : Sorted(character);
    }

    private static char? Sorted(char character)
    {
        ref var known = ref Known[character - First];
        if (known == 0)
        {
            known = (byte)(LettersBefore(character) + 1);
        }

        return known == 1 ? null : char.ToLowerInvariant(Letters[known - 2]);
    }

    /// <summary>How many letters' marks sort before the character.</summary>
    private static int LettersBefore(char character)
    {
        var (low, high) = (0, Letters.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Chinese!.Compare($"{Mark}{Letters[middle]}", character.ToString(), CompareOptions.None) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>By trying: an ICU that was built small sorts Chinese by code point, where 张 (5F20) comes before 李 (674E).</summary>
    private static CompareInfo? Find()
    {
        try
        {
            var compare = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
            return compare.Compare("李", "张", CompareOptions.None) < 0 && compare.Compare($"{Mark}L", "李", CompareOptions.None) < 0
                ? compare
                : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
