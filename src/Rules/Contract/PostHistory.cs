namespace Shouwen.Rules.Contract;

/// <summary>
/// Who held a post when. A change adds an entry and leaves those before it as they are: whoever was answerable at an
/// instant stays so, whoever holds the post now.
/// </summary>
public sealed class PostHistory
{
    private readonly List<(Instant From, string Person)> changes = [];

    private PostHistory(string first) => changes.Add((new Instant(long.MinValue), first));

    /// <summary>One person from the beginning to the end.</summary>
    public static PostHistory Always(string person) => new(person);

    /// <param name="vacant">Who stands for the post while nobody holds it.</param>
    /// <param name="changes">From when on who held it (null: nobody), in the order of time.</param>
    public static PostHistory Of(string vacant, IEnumerable<(Instant From, string? Person)> changes)
    {
        var history = new PostHistory(vacant);
        foreach (var (from, person) in changes)
        {
            history.Add(from, person ?? vacant);
        }

        return history;
    }

    /// <summary>The holder at an instant; a change counts from its own instant on.</summary>
    public string At(Instant at) => changes.FindLast(change => change.From <= at).Person;

    /// <summary>When somebody else takes over after the given instant, as far as is known.</summary>
    public Instant? NextChangeAfter(Instant at)
    {
        var next = changes.FindIndex(change => change.From > at);
        return next < 0 ? null : changes[next].From;
    }

    /// <summary>The stretch cut where the post changed hands; a stretch of no length is still somebody's.</summary>
    public IReadOnlyList<(string Person, Instant From, Instant To)> Between(Instant from, Instant to)
    {
        var stretches = new List<(string Person, Instant From, Instant To)>(1);
        var start = from;
        while (NextChangeAfter(start) is { } change && change < to)
        {
            stretches.Add((At(start), start, change));
            start = change;
        }

        stretches.Add((At(start), start, to));
        return stretches;
    }

    private void Add(Instant from, string person)
    {
        if (from < changes[^1].From)
        {
            throw new ArgumentException("the changes of a post come in the order of time", nameof(from));
        }

        if (changes[^1].From == from)
        {
            changes.RemoveAt(changes.Count - 1);
        }

        if (changes.Count == 0 || changes[^1].Person != person)
        {
            changes.Add((from, person));
        }
    }
}
