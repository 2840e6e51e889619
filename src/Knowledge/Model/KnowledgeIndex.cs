using Shouwen.Platform.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>What is found by words: articles that are read now, and entries of the casebook.</summary>
internal static class KnowledgeIndex
{
    public static readonly TextIndex Articles = new("article_index");
    public static readonly TextIndex Casebook = new("casebook_index");

    private const int LongestText = 100;
    private const int MostTerms = 8;

    /// <summary>Every word of the question must stand in it.</summary>
    public static List<SearchTerm> Question(string asked) =>
        [
            .. SearchText
                .Runs(asked.Length > LongestText ? asked[..LongestText] : asked)
                .Take(MostTerms)
                .Select(run => new SearchTerm(new SearchPattern(string.Join(' ', SearchText.Words(run.Run))))),
        ];

    /// <summary>Title and tags twice: who is named by a word comes before who mentions it.</summary>
    public static string Words(ArticleVersion version) => Words(version.Title, version.Tags, version.Title, version.Tags, version.Text);

    public static string Words(CasebookEntry entry, params string[] names) => Words([entry.Title, .. names, entry.Cause, entry.Prevention]);

    private static string Words(params string[] texts) => string.Join(' ', texts.SelectMany(SearchText.Words));
}
