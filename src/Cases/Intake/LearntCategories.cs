using System.Security.Cryptography;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>
/// What the newest cases of the database teach about categories. It lives in memory only and never leaves the process; each
/// day it starts over, so that what was erased meanwhile is not in it any more, not even as a count.
/// </summary>
internal sealed class LearntCategories(Database database, RuleLibrary rules)
{
    /// <summary>Old wordings say little of new demands, and learning must stay a matter of seconds.</summary>
    private const int NewestCases = 100_000;

    /// <summary>Below this a guess is no help.</summary>
    private const double LeastConfidence = 0.5;

    /// <summary>Nobody tells a category from more than the beginning.</summary>
    private const int MostRead = 2_000;
    private const int ReadAtOnce = 500;

    private const string Before = "SELECT case_id FROM cases ORDER BY case_id DESC LIMIT 1 OFFSET @newest";

    private const string Demands =
        "SELECT c.case_id, c.category, t.text FROM cases c"
        + " LEFT JOIN log_text t ON t.month = c.month AND t.case_id = c.case_id AND t.seq = 1"
        + " WHERE c.case_id > @after ORDER BY c.case_id LIMIT @most";

    private readonly Lock oneAtATime = new();
    private readonly Lock gate = new();
    private CategoryCounts? counts;
    private DateOnly startedOn;
    private long mark;

    /// <summary>Learns the cases opened since the last time; on a new day all of them anew. Returns how many it read.</summary>
    public long CatchUp(Instant asOf, CancellationToken cancellation)
    {
        lock (oneAtATime)
        {
            return Learn(asOf, cancellation);
        }
    }

    /// <summary>The category of a demand, where the past is clear enough about it.</summary>
    public CategoryGuess? Guess(string? demand, IEnumerable<string> among)
    {
        if (string.IsNullOrWhiteSpace(demand))
        {
            return null;
        }

        lock (gate)
        {
            return counts?.Guess(Beginning(demand), among) is { Confidence: >= LeastConfidence } guess ? guess : null;
        }
    }

    private long Learn(Instant asOf, CancellationToken cancellation)
    {
        var (learning, from) = Begin(asOf);
        var read = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = Read(from);
            if (batch.Count == 0)
            {
                break;
            }

            lock (gate)
            {
                batch.ForEach(demand => Learn(learning, demand));
            }

            from = batch[^1].CaseId;
            read += batch.Count;
        }

        lock (gate)
        {
            (counts, startedOn, mark) = (learning, asOf.Date, from);
        }

        return read;
    }

    private (CategoryCounts Learning, long After) Begin(Instant asOf)
    {
        lock (gate)
        {
            if (counts is not null && startedOn == asOf.Date)
            {
                return (counts, mark);
            }
        }

        using var session = database.Read();
        var categories = rules.Books.Values.SelectMany(book => book.Versions).SelectMany(version => version.Categories.Keys);
        var seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        return (new CategoryCounts(categories, seed), session.Number(Before, NewestCases) ?? 0);
    }

    private List<PastDemand> Read(long after)
    {
        using var session = database.Read();
        return session.Query(Demands, row => new PastDemand(row.Long(0), row.TextOrNull(1), row.TextOrNull(2)), after, ReadAtOnce);
    }

    private static void Learn(CategoryCounts learning, PastDemand past)
    {
        if (past is { Category: { } category, Words: { } words } && TextSeal.Open(words).GetValueOrDefault("demand") is { } demand)
        {
            learning.Learn(category, Beginning(demand));
        }
    }

    private static string Beginning(string demand) => demand.Length > MostRead ? demand[..MostRead] : demand;

    private sealed record PastDemand(long CaseId, string? Category, string? Words);
}
