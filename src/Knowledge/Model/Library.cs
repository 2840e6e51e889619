using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>The changes of articles, each inside a request of the caller's own; what is read is found by words in the same commit.</summary>
internal static class Library
{
    public static long Add(WriteSession session, ArticleVersion first)
    {
        var article = new Article { Latest = first.Number };
        session.Db.Add(article);
        session.Db.SaveChanges();
        first.ArticleId = article.Id;
        session.Db.Add(first);
        session.Db.SaveChanges();
        return article.Id;
    }

    /// <summary>The next version; the one that is read stays the published one.</summary>
    public static Refusal? Revise(WriteSession session, long id, ArticleVersion next)
    {
        if (Find(session, id) is not { } article)
        {
            return Refusals.Unknown;
        }

        if (next.Number != article.Latest + 1)
        {
            return Refusals.Stale(article.Latest);
        }

        article.Latest = next.Number;
        next.ArticleId = id;
        session.Db.Add(next);
        session.Db.SaveChanges();
        return null;
    }

    /// <param name="session">The caller's request.</param>
    /// <param name="id">The article.</param>
    /// <param name="seen">The version that was read before it was published.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="now">When.</param>
    public static Refusal? Publish(WriteSession session, long id, int seen, string by, Instant now)
    {
        if (Find(session, id) is not { } article)
        {
            return Refusals.Unknown;
        }

        if (seen != article.Latest)
        {
            return Refusals.Stale(article.Latest);
        }

        if (!article.HasDraft)
        {
            return Refusals.NothingToPublish;
        }

        var version = session.Db.Set<ArticleVersion>().AsTracking().First(each => each.ArticleId == id && each.Number == seen);
        article.Published = seen;
        version.PublishedBy = by;
        version.PublishedAt = now;
        session.Db.SaveChanges();
        KnowledgeIndex.Articles.Put(session, id, KnowledgeIndex.Words(version));
        return null;
    }

    public static Refusal? Withdraw(WriteSession session, long id)
    {
        if (Find(session, id) is not { } article)
        {
            return Refusals.Unknown;
        }

        if (article.Published is null)
        {
            return Refusals.NothingToWithdraw;
        }

        article.Published = null;
        session.Db.SaveChanges();
        KnowledgeIndex.Articles.Put(session, id, "");
        return null;
    }

    private static Article? Find(WriteSession session, long id) =>
        session.Db.Set<Article>().AsTracking().FirstOrDefault(article => article.Id == id);
}
