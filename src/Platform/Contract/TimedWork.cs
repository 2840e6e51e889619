using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Work that time starts: every few seconds, or once a day. Modules register theirs; the scheduler runs each by its rhythm, in
/// every process, and at start what is due every few seconds and what missed its time of day. So the work must be safe to run
/// twice and beside itself: what may happen only once is kept apart by a key in the database.
/// </summary>
/// <param name="Name">Its id: in addresses and in the record of runs.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Rhythm">When it runs.</param>
/// <param name="Run">Does it as of the given moment; returns how much there was to do.</param>
public sealed record TimedWork(string Name, Words Title, Rhythm Rhythm, Func<Instant, CancellationToken, Task<long>> Run);

/// <summary>Every so often, or daily at a time of Asia/Shanghai.</summary>
public readonly record struct Rhythm
{
    public TimeSpan Interval { get; private init; }
    public TimeOnly? At { get; private init; }

    public static Rhythm Every(TimeSpan interval) => new() { Interval = interval };

    public static Rhythm DailyAt(TimeOnly time) => new() { At = time };

    /// <summary>When daily work was last due; null for what has no time of day.</summary>
    public Instant? LastDue(Instant now)
    {
        if (At is not { } time)
        {
            return null;
        }

        var today = Instant.At(now.Date, time);
        return today <= now ? today : Instant.At(now.Date.AddDays(-1), time);
    }
}
