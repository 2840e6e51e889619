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
/// where; what its words are, <see cref="SearchText"/> decides, on every store alike.
/// </summary>
public static class TextIndex
{
    /// <summary>Sets the words of one thing, whatever they were before.</summary>
    public static void Put(WriteSession session, long id, string words) => session.Run(SqliteTextIndex.Put, id, words);

    /// <summary>What has all of the terms, newest (highest number) first, below the number given.</summary>
    public static List<long> Find(Session session, IReadOnlyList<SearchTerm> all, long below, int most) =>
        all.Count == 0 ? [] : session.Query(SqliteTextIndex.Find, row => row.Long(0), SqliteTextIndex.Expression(all), below, most);
}
