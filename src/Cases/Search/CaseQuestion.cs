using System.Text.RegularExpressions;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Search;

/// <summary>
/// What somebody typed into the search field, as terms for the index. Every run of it must be found; a run may be said in
/// several ways: "1201" is a door, the end of a number or of a telephone, or a word of the text; "zm" are initials or a word.
/// </summary>
internal static partial class CaseQuestion
{
    private const int LongestText = 100;
    private const int MostTerms = 8;
    private const int ShortestTail = 4;
    private const int WholePhone = 7;
    private const int LongestInitials = 6;

    /// <param name="text">As typed.</param>
    /// <param name="projects">All projects, so that one is found by its name or its initials.</param>
    public static List<SearchTerm> Read(string text, IReadOnlyCollection<(string Code, string Name)> projects)
    {
        var asked = text.Length > LongestText ? text[..LongestText] : text;
        if (PhoneWithGaps().IsMatch(asked) && Digits(asked) is { Length: >= WholePhone } digits)
        {
            return [new SearchTerm(PhoneTail(digits))];
        }

        return
        [
            .. SearchText
                .Runs(asked)
                .Take(MostTerms)
                .Select(run => new SearchTerm([.. run.Chinese ? Chinese(run.Run, projects) : Latin(run.Run, projects)])),
        ];
    }

    /// <summary>Only cases of these projects.</summary>
    public static SearchTerm Within(IReadOnlyList<string> projects) =>
        new([.. projects.Select(code => new SearchPattern(CaseWords.Project(code)))]);

    /// <summary>The digits of a telephone number without the country in front; empty when there are too few to look for.</summary>
    public static string Tail(string text)
    {
        var digits = Digits(text);
        return digits.Length >= ShortestTail && PhoneWithGaps().IsMatch(text) ? Number(digits) : "";
    }

    private static IEnumerable<SearchPattern> Chinese(string run, IEnumerable<(string Code, string Name)> projects) =>
        projects
            .Where(project => project.Name.Contains(run, StringComparison.Ordinal))
            .Select(project => new SearchPattern(CaseWords.Project(project.Code)))
            .Prepend(new SearchPattern(string.Join(' ', SearchText.Words(run))));

    private static IEnumerable<SearchPattern> Latin(string run, IEnumerable<(string Code, string Name)> projects)
    {
        yield return new SearchPattern(string.Join(' ', SearchText.Words(run)));
        yield return new SearchPattern(CaseWords.Number(run));
        yield return new SearchPattern(CaseWords.Unit(run));
        if (Tail(run) is { Length: > 0 } tail)
        {
            yield return PhoneTail(tail);
        }

        if (run.Length <= LongestInitials && run.All(char.IsAsciiLetterOrDigit))
        {
            yield return new SearchPattern(CaseWords.Initials(run));
            foreach (var project in projects.Where(project => run.Length > 1 && Pinyin.Initials(project.Name) == run))
            {
                yield return new SearchPattern(CaseWords.Project(project.Code));
            }
        }
    }

    private static SearchPattern PhoneTail(string digits) => new(CaseWords.Phone(Number(digits)), Begins: true);

    /// <summary>Numbers are stored without +86.</summary>
    private static string Number(string digits) =>
        digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^[0-9 +()./-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneWithGaps();
}
