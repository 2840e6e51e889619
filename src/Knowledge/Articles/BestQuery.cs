using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>
/// The articles that have most to do with a text. One word in common is chance ("的时", "要求"), so a text of several words
/// must share two of them.
/// </summary>
internal sealed record BestQuery(Db Db, Database Database, RuleLibrary Rules, Reader Reader)
{
    private const int Shown = 3;
    private const int Weighed = 20;
    private const int Shared = 2;

    public async Task<BestArticles.View> For(string text, CancellationToken cancellation)
    {
        var asked = SearchText.Words(text).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
        {
            return BestArticles.View.Nothing;
        }

        var best = Best(text);
        var versions = await Db.Read(Reader.Now).Where(version => best.Contains(version.ArticleId)).ToListAsync(cancellation);
        var words = new ArticleWords(Rules, Reader.Now);
        return new BestArticles.View([
            .. versions
                .Where(version => WordsOf(version).Count(asked.Contains) >= Math.Min(Shared, asked.Count))
                .OrderBy(version => best.IndexOf(version.ArticleId))
                .Take(Shown)
                .Select(version => words.Line(version, ShowArticle.Address(version.ArticleId))),
        ]);
    }

    private List<long> Best(string text)
    {
        using var session = Database.Read();
        return KnowledgeIndex.Articles.Best(session, text, Weighed);
    }

    private static IEnumerable<string> WordsOf(ArticleVersion version) =>
        SearchText.Words($"{version.Title} {version.Tags} {version.Text}").Distinct(StringComparer.Ordinal);
}
