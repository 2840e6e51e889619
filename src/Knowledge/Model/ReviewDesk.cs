using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>The changes of design reviews, each inside a request of the caller's own.</summary>
internal static class ReviewDesk
{
    /// <summary>A review belongs to its project: whoever may not open the project's cases does not see it.</summary>
    public static IQueryable<DesignReview> ReviewsFor(this Db db, Me me)
    {
        var reviews = db.Set<DesignReview>().AsNoTracking();
        return me.Scope.Projects is { } projects ? reviews.Where(review => projects.Contains(review.Project)) : reviews;
    }

    public static long Begin(WriteSession session, DesignReview review)
    {
        session.Db.Add(review);
        session.Db.SaveChanges();
        return review.Id;
    }

    /// <summary>The entry must exist; ticking it again replaces what was said before.</summary>
    public static Refusal? Tick(WriteSession session, ReviewTick tick)
    {
        if (!session.Db.Set<DesignReview>().Any(review => review.Id == tick.ReviewId && review.FinishedAt == null))
        {
            return Refusals.ReviewFinished;
        }

        var ticks = session.Db.Set<ReviewTick>().AsTracking();
        if (ticks.FirstOrDefault(each => each.ReviewId == tick.ReviewId && each.EntryId == tick.EntryId) is { } before)
        {
            (before.Verdict, before.Remark, before.By, before.At) = (tick.Verdict, tick.Remark, tick.By, tick.At);
        }
        else
        {
            session.Db.Add(tick);
        }

        session.Db.SaveChanges();
        return null;
    }

    public static Refusal? Finish(WriteSession session, long id, string by, Instant now)
    {
        var review = session.Db.Set<DesignReview>().AsTracking().First(each => each.Id == id);
        if (!review.IsOpen)
        {
            return Refusals.ReviewFinished;
        }

        if (!session.Db.Set<ReviewTick>().Any(tick => tick.ReviewId == id))
        {
            return Refusals.NothingTicked;
        }

        (review.FinishedBy, review.FinishedAt) = (by, now);
        session.Db.SaveChanges();
        return null;
    }
}
