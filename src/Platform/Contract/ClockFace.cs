using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

public enum Signal
{
    Running,

    /// <summary>The last quarter of the limit.</summary>
    Soon,
    Late,

    /// <summary>Nothing runs.</summary>
    Done,
}

/// <summary>What a clock's bar shows: its name, the words beside it, how far it has run, and when it ends.</summary>
public sealed record ClockFace(Words Name, Signal Signal, Words Says, Instant? Due, int Percent)
{
    public static ClockFace Running(Words name, Instant startedAt, Instant dueAt, Instant now)
    {
        if (now > dueAt)
        {
            return new ClockFace(name, Signal.Late, Phrases.Overdue(dueAt, now), dueAt, 100);
        }

        var limit = Math.Max(1, dueAt.Seconds - startedAt.Seconds);
        var left = Math.Min(limit, dueAt.Seconds - now.Seconds);
        var signal = left * 4 <= limit ? Signal.Soon : Signal.Running;
        return new ClockFace(name, signal, Phrases.Remaining(dueAt, now), dueAt, (int)((limit - left) * 100 / limit));
    }

    /// <summary>No clock runs: the words say why (closed, or nothing is due).</summary>
    public static ClockFace Still(Words says) => new(new Words("", ""), Signal.Done, says, null, 0);

    /// <summary>"报批 已超期 3 天", "Submit · 3 days late".</summary>
    public Words Sentence => new($"{Name.Zh} {Says.Zh}", $"{Name.En} · {Says.En}");

    public string Style =>
        Signal switch
        {
            Signal.Running => "run",
            Signal.Soon => "soon",
            Signal.Late => "late",
            Signal.Done => "done",
        };
}
