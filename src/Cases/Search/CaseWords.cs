using System.Text;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Search;

/// <summary>
/// The search words of a case. What people wrote is there as <see cref="SearchText"/> makes it; what is looked up as a
/// whole has a word of its own with its kind in front, so that a telephone number is not found among amounts. A kind in
/// front costs nothing: the index stores what neighbouring words share once.
/// </summary>
internal static class CaseWords
{
    private const int LongestInitials = 6;
    private const int LongestPhone = 20;
    private const char Joined = 'x';

    public static string Of(string number, string? project, string? unit, IEnumerable<string> texts)
    {
        var words = new StringBuilder();
        Add(words, Number(number));
        if (number.LastIndexOf('-') is > 0 and var dash)
        {
            Add(words, Number(number[(dash + 1)..]));
        }

        if (project is not null)
        {
            Add(words, Project(project));
            AddText(words, project);
        }

        if (unit is not null)
        {
            AddUnit(words, unit);
        }

        foreach (var json in texts)
        {
            AddPersonal(words, TextSeal.Open(json));
        }

        return words.ToString();
    }

    public static string Number(string number) => "number" + string.Join(Joined, SearchText.Words(number));

    /// <summary>A project's code may be written in any script and with any sign.</summary>
    public static string Project(string code) => "project" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(code));

    /// <summary>People say the whole of it, "3-2-1201", or only its end, the door.</summary>
    public static string Unit(string run) => "unit" + string.Join(Joined, SearchText.Parts(run));

    public static string Initials(string letters) => "initials" + letters;

    /// <summary>Backwards: who knows the last digits asks for how it begins.</summary>
    public static string Phone(string digits) => "phone" + string.Concat(digits.Reverse());

    private static void AddPersonal(StringBuilder words, Dictionary<string, string> fields)
    {
        foreach (var (field, text) in fields)
        {
            switch (field)
            {
                case Particulars.CustomerPhoneField:
                    AddPhone(words, text);
                    break;
                case Particulars.CustomerNameField:
                    AddText(words, text);
                    AddName(words, text);
                    break;
                default:
                    AddText(words, text);
                    break;
            }
        }
    }

    private static void AddPhone(StringBuilder words, string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is > 0 and <= LongestPhone)
        {
            Add(words, Phone(digits));
        }
    }

    /// <summary>Each beginning of the initials is a word: a whole word is walked in order, a beginning would be gathered and sorted first.</summary>
    private static void AddName(StringBuilder words, string name)
    {
        var letters = Pinyin.Initials(name);
        for (var length = 1; length <= Math.Min(letters.Length, LongestInitials); length++)
        {
            Add(words, Initials(letters[..length]));
        }

        foreach (var rune in name.EnumerateRunes().Where(Rune.IsLetter))
        {
            Add(words, rune.ToString());
        }
    }

    /// <summary>Not as words of the text too: every home has a 1 and a 2, and a phrase of them would be walked for long.</summary>
    private static void AddUnit(StringBuilder words, string unit)
    {
        foreach (var (run, chinese) in SearchText.Runs(unit))
        {
            if (chinese)
            {
                AddText(words, run);
                continue;
            }

            var parts = SearchText.Parts(run);
            for (var first = 0; first < parts.Length; first++)
            {
                Add(words, "unit" + string.Join(Joined, parts[first..]));
            }
        }
    }

    private static void AddText(StringBuilder words, string text)
    {
        foreach (var word in SearchText.Words(text))
        {
            Add(words, word);
        }
    }

    private static void Add(StringBuilder words, string word) => words.Append(word).Append(' ');
}
