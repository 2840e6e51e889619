using Shouwen.Platform.Data;

namespace Shouwen.Platform.Contract;

/// <summary>Search words that stand beside each other in this order; the last one may be a beginning.</summary>
public readonly record struct SearchPattern(string Words, bool Begins = false);

/// <summary>One thing that is looked for: any of these ways of saying it.</summary>
public sealed record SearchTerm(IReadOnlyList<SearchPattern> AnyOf)
{
    public SearchTerm(params SearchPattern[] ways)
        : this((IReadOnlyList<SearchPattern>)ways) { }
}

/// <summary>
/// Words by the number of what they belong to, in the order of these numbers. It holds no text, only which word stands
/// where; what its words are, <see cref="SearchText"/> decides, on every store alike. Cases, articles and entries of the
/// casebook each have a table of their own, so that nobody walks through what he did not look for.
/// </summary>
/// <param name="table">The table, a name of our own.</param>
public sealed class TextIndex(string table)
{
    private const int MostWords = 60;

    private readonly string put = SqliteTextIndex.Put(table);
    private readonly string find = SqliteTextIndex.Find(table);
    private readonly string best = SqliteTextIndex.Best(table);

    /// <summary>Sets the words of one thing, whatever they were before.</summary>
    public void Put(WriteSession session, long id, string words) => session.Run(put, id, words);

    /// <summary>What has all of the terms, newest (highest number) first, below the number given.</summary>
    public List<long> Find(Session session, IReadOnlyList<SearchTerm> all, long below, int most) =>
        all.Count == 0 ? [] : session.Query(find, row => row.Long(0), SqliteTextIndex.Expression(all), below, most);

    /// <summary>What has most of the words of a text, rare words counting more: for a text somebody else wrote for another reader.</summary>
    public List<long> Best(Session session, string text, int most)
    {
        var words = SearchText
            .Words(text)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .Select(word => new SearchPattern(word))
            .ToList();
        return words.Count == 0 ? [] : session.Query(best, row => row.Long(0), SqliteTextIndex.Expression([new SearchTerm(words)]), most);
    }
}
