namespace Shouwen.Rules.Contract;

/// <summary>What was read of a file of data: the value, if it is sound, and what is wrong with it.</summary>
public sealed record Loaded<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class;

/// <summary>
/// The rule books and calendars a process works with. The books may be replaced while it runs, all at once: whoever asks
/// gets the present picture, and what is judged by a version stays so, because a new one always begins later.
/// </summary>
public sealed class RuleLibrary(IReadOnlyDictionary<string, RuleBook> books, WorkCalendar calendar)
{
    private volatile IReadOnlyDictionary<string, RuleBook> current = books;

    public IReadOnlyDictionary<string, RuleBook> Books => current;

    /// <summary>The books as they came with the program: the first versions of all.</summary>
    public IReadOnlyDictionary<string, RuleBook> Shipped { get; } = books;

    public WorkCalendar Calendar { get; } = calendar;

    /// <summary>
    /// The book that governs a new case: of the books that extend the one asked for, that of the nearest place. A book of
    /// places that is asked for elsewhere is its parent there (EG-41).
    /// </summary>
    /// <param name="asked">The book that was asked for.</param>
    /// <param name="path">The case's place and all above it.</param>
    /// <param name="at">When it is opened.</param>
    public RuleBook Governing(RuleBook asked, IReadOnlyList<string> path, Instant at)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(path);
        var known = Books;
        var root = asked.Extends is { } parent && asked.At(at).AppliesTo.Count > 0 ? known[parent] : asked;
        RuleBook? Of(string place) =>
            known.Values.FirstOrDefault(book => book.Extends == root.Name && book.At(at).AppliesTo.Contains(place, StringComparer.Ordinal));
        return path.Select(Of).OfType<RuleBook>().FirstOrDefault(root);
    }

    public void Take(IReadOnlyDictionary<string, RuleBook> replaced) => current = replaced;
}
