namespace Shouwen.Rules.Contract;

/// <summary>What was read of a file of data: the value, if it is sound, and what is wrong with it.</summary>
public sealed record Loaded<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class;

/// <summary>The rule books and calendars a process works with.</summary>
public sealed record RuleLibrary(IReadOnlyDictionary<string, RuleBook> Books, WorkCalendar Calendar);
