using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>What is looked for among the articles.</summary>
/// <param name="Asked">Words; null for all.</param>
/// <param name="After">The last id of the page before.</param>
internal sealed record ArticleFilter(string? Asked, string? Kind, string? Category, long? After);

internal static class ArticleQuery
{
    /// <summary>As many as one question takes from the index before kinds and dates are looked at; nobody reads further.</summary>
    private const int MostFound = 500;

    /// <summary>The versions that are read today: published, and within their dates.</summary>
    public static IQueryable<ArticleVersion> Read(this Db db, Instant now)
    {
        var today = now.Date;
        return db.Set<Article>()
            .AsNoTracking()
            .Where(article => article.Published != null)
            .Join(
                db.Set<ArticleVersion>(),
                article => new { article.Id, Number = article.Published!.Value },
                version => new { Id = version.ArticleId, version.Number },
                (_, version) => version
            )
            .Where(version =>
                (version.ValidFrom == null || version.ValidFrom <= today) && (version.ValidUntil == null || version.ValidUntil >= today)
            );
    }

    /// <summary>The newest versions that nobody has published.</summary>
    public static IQueryable<ArticleVersion> Drafts(this Db db) =>
        db.Set<Article>()
            .AsNoTracking()
            .Where(article => article.Published == null || article.Published != article.Latest)
            .Join(
                db.Set<ArticleVersion>(),
                article => new { article.Id, Number = article.Latest },
                version => new { Id = version.ArticleId, version.Number },
                (_, version) => version
            );

    public static Task<ArticleVersion?> Version(this Db db, long article, int number, CancellationToken cancellation) =>
        db.Set<ArticleVersion>()
            .AsNoTracking()
            .FirstOrDefaultAsync(version => version.ArticleId == article && version.Number == number, cancellation);

    /// <summary>One page and one more, newest article first.</summary>
    public static Task<List<ArticleVersion>> Page(
        this IQueryable<ArticleVersion> versions,
        Database database,
        ArticleFilter filter,
        int size,
        CancellationToken cancellation
    )
    {
        if (filter.Asked is { } asked)
        {
            var found = Found(database, asked, filter.After ?? long.MaxValue);
            versions = versions.Where(version => found.Contains(version.ArticleId));
        }

        return versions
            .Where(version => filter.Kind == null || version.Kind == filter.Kind)
            .Where(version => filter.Category == null || version.Category == filter.Category)
            .Where(version => filter.After == null || version.ArticleId < filter.After)
            .OrderByDescending(version => version.ArticleId)
            .Take(size + 1)
            .ToListAsync(cancellation);
    }

    private static List<long> Found(Database database, string asked, long below)
    {
        using var session = database.Read();
        return KnowledgeIndex.Articles.Find(session, KnowledgeIndex.Question(asked), below, MostFound);
    }
}
