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

    public void Take(IReadOnlyDictionary<string, RuleBook> replaced) => current = replaced;
}
