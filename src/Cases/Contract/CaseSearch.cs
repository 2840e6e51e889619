using Shouwen.Cases.Model;
using Shouwen.Cases.Register;
using Shouwen.Cases.Search;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>The newest cases in which a text was found.</summary>
/// <param name="Ids">Newest first.</param>
/// <param name="More">There are older ones that were not taken.</param>
public sealed record CaseMatches(IReadOnlyList<long> Ids, bool More);

/// <summary>Finds cases by words, names, initials, telephones, units and numbers.</summary>
public sealed class CaseSearch(Database database)
{
    /// <summary>
    /// How many matches other orders and filters may work on. A few thousand rows are looked up and sorted in some ten
    /// milliseconds, whatever the word; who finds more than that is told so and narrows the text.
    /// </summary>
    public const int MostSorted = 5_000;

    private const int MostProjectWords = 20;

    /// <summary>One project in so many is a large scope.</summary>
    private const int LargeShare = 10;
    private const int ReadAtOnce = 200;

    /// <summary>
    /// A page of case ids, newest first by registration. The scope is a word of the index: a narrow one does not walk
    /// through the cases of others.
    /// </summary>
    /// <param name="text">What is looked for; nothing readable in it finds nothing.</param>
    /// <param name="projects">The scope; null for the whole group.</param>
    /// <param name="after">The last id of the page before.</param>
    /// <param name="limit">How many.</param>
    public IReadOnlyList<long> Find(string text, IReadOnlyList<string>? projects, long? after, int limit)
    {
        using var session = database.Read();
        return Find(session, text, projects, after, limit);
    }

    /// <summary>The same in a session of its own.</summary>
    public CaseMatches Matches(string text, IReadOnlyList<string>? projects)
    {
        using var session = database.Read();
        return Matches(session, text, projects);
    }

    /// <summary>
    /// For lists in another order or with other filters: the newest matches, at most <see cref="MostSorted"/>, to be
    /// narrowed and sorted as a set.
    /// </summary>
    public static CaseMatches Matches(ReadSession session, string text, IReadOnlyList<string>? projects)
    {
        var found = Find(session, text, projects, null, MostSorted + 1);
        return found.Count > MostSorted ? new CaseMatches([.. found.Take(MostSorted)], true) : new CaseMatches(found, false);
    }

    /// <summary>The same, also for how a number begins: the newest of its cases, to be put into any order.</summary>
    internal static CaseMatches Sortable(ReadSession session, string text, IReadOnlyList<string>? projects)
    {
        if (!RegisterFilter.BeginsANumber(text))
        {
            return Matches(session, text, projects);
        }

        var found = SearchSql.NumberedLike(session, text, MostSorted + 1);
        return new CaseMatches([.. found.Take(MostSorted)], found.Count > MostSorted);
    }

    private static List<long> Find(ReadSession session, string text, IReadOnlyList<string>? projects, long? after, int limit)
    {
        if (projects is { Count: 0 })
        {
            return [];
        }

        var all = ProjectNames.All(session);
        var terms = CaseQuestion.Read(text, all);
        var below = after ?? long.MaxValue;
        if (terms.Count == 0 || projects is null)
        {
            return SearchSql.Index.Find(session, terms, below, limit);
        }

        if (projects.Count > MostProjectWords && projects.Count * LargeShare > all.Count)
        {
            return FindInLargeScope(session, terms, projects, below, limit);
        }

        terms.Add(CaseQuestion.Within(projects));
        return SearchSql.Index.Find(session, terms, below, limit);
    }

    /// <summary>Where the scope is a good part of the whole, most of what is found is in it: passing over the rest is cheaper than merging the lists of a hundred projects.</summary>
    private static List<long> FindInLargeScope(
        ReadSession session,
        List<SearchTerm> terms,
        IReadOnlyList<string> projects,
        long below,
        int limit
    )
    {
        var scope = projects.ToHashSet(StringComparer.Ordinal);
        var found = new List<long>(limit);
        while (true)
        {
            var some = SearchSql.Index.Find(session, terms, below, ReadAtOnce);
            foreach (var caseId in some)
            {
                if (SearchSql.About(session, caseId) is { Project: { } project } && scope.Contains(project))
                {
                    found.Add(caseId);
                    if (found.Count == limit)
                    {
                        return found;
                    }
                }
            }

            if (some.Count < ReadAtOnce)
            {
                return found;
            }

            below = some[^1];
        }
    }
}
