using Microsoft.EntityFrameworkCore;
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

    private static List<long> Find(ReadSession session, string text, IReadOnlyList<string>? projects, long? after, int limit)
    {
        if (projects is { Count: 0 })
        {
            return [];
        }

        var terms = CaseQuestion.Read(text, ProjectNames.All(session));
        if (terms.Count > 0 && projects is not null)
        {
            terms.Add(CaseQuestion.Within(projects));
        }

        return TextIndex.Find(session, terms, after ?? long.MaxValue, limit);
    }
}
