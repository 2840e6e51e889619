using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Contract;

/// <summary>An article as it comes in from outside, already approved: of the demo, of another system.</summary>
public sealed record NewArticle(string Kind, string? Category, string Title, string Text, string Tags);

/// <summary>An entry of the casebook as it comes in from outside.</summary>
public sealed record NewCasebookEntry(
    string CaseNumber,
    string? Project,
    string Title,
    string Trade,
    string Part,
    string Cause,
    string Prevention
)
{
    public decimal? Cost { get; init; }
}

/// <summary>A design review as it comes in from outside.</summary>
/// <param name="Project">Whose design.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Ticks">By the place of an entry in the casebook, oldest first: why it does not apply, or null for taken over.</param>
/// <param name="Finished">Whether it is over.</param>
public sealed record NewDesignReview(string Project, string Title, IReadOnlyDictionary<int, string?> Ticks, bool Finished);

/// <summary>Puts articles and entries in, inside a request of the caller's own.</summary>
public static class KnowledgeFill
{
    private const int FenPerYuan = 100;

    /// <summary>Written and published at the same moment by the same person.</summary>
    public static void Put(WriteSession session, NewArticle article, string by, Instant at)
    {
        var id = Library.Add(
            session,
            new ArticleVersion
            {
                Number = 1,
                Kind = article.Kind,
                Category = article.Category,
                Title = article.Title,
                Text = article.Text,
                Tags = article.Tags,
                By = by,
                At = at,
            }
        );
        Library.Publish(session, id, 1, by, at);
    }

    /// <summary>False when the case is in the casebook already.</summary>
    public static bool Put(WriteSession session, NewCasebookEntry entry, CasebookRules rules, string by, Instant at) =>
        CasebookDesk.Add(
            session,
            new CasebookEntry
            {
                CaseNumber = entry.CaseNumber,
                Project = entry.Project,
                Title = entry.Title,
                Trade = entry.Trade,
                Part = entry.Part,
                Cause = entry.Cause,
                Prevention = entry.Prevention,
                CostFen = entry.Cost is { } yuan ? (long)(yuan * FenPerYuan) : null,
                By = by,
                At = at,
            },
            rules
        )
            is null;

    public static void Put(WriteSession session, NewDesignReview review, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(review);
        var entries = session.Db.Set<CasebookEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Id).ToList();
        var id = ReviewDesk.Begin(
            session,
            new DesignReview
            {
                Project = review.Project,
                Title = review.Title,
                By = by,
                At = at,
            }
        );
        foreach (var (place, why) in review.Ticks.Where(tick => tick.Key < entries.Count))
        {
            ReviewDesk.Tick(
                session,
                new ReviewTick
                {
                    ReviewId = id,
                    EntryId = entries[place],
                    Verdict = why is null ? Verdict.Taken : Verdict.NotApplicable,
                    Remark = why ?? "",
                    By = by,
                    At = at,
                }
            );
        }

        if (review.Finished)
        {
            ReviewDesk.Finish(session, id, by, at);
        }
    }
}
