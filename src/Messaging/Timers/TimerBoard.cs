using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Timers;

/// <summary>What a run came to.</summary>
/// <param name="At">As of when it ran.</param>
/// <param name="Done">How much there was to do.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
internal sealed record TimerResult(Instant At, long Done, string? Problem);

/// <summary>
/// Runs timed work, whoever asks for it, and remembers what came of it. The runs of the daily timers are kept in the
/// database; those of every few seconds only here, because a commit a second for "nothing to do" is not worth its disk.
/// </summary>
internal sealed class TimerBoard(Database database, IEnumerable<TimedWork> works, TimeProvider clock, ILogger<TimerBoard> log)
{
    private const string Keep =
        "INSERT INTO timer_run (name, at, done, problem) VALUES (@name, @at, @done, @problem)"
        + " ON CONFLICT (name) DO UPDATE SET at = excluded.at, done = excluded.done, problem = excluded.problem";

    private const string Kept = "SELECT at, done, problem FROM timer_run WHERE name = @name";

    private readonly ConcurrentDictionary<string, TimerResult> last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);

    public IReadOnlyList<TimedWork> All { get; } = [.. works.OrderBy(work => work.Name, StringComparer.Ordinal)];

    public TimedWork? Find(string name) => All.FirstOrDefault(work => work.Name == name);

    public TimerResult? LastOf(TimedWork work)
    {
        if (last.TryGetValue(work.Name, out var here))
        {
            return here;
        }

        using var session = database.Read();
        return session
            .Query(Kept, row => new TimerResult(Instant.FromMicros(row.Long(0)), row.Long(1), row.TextOrNull(2)), work.Name)
            .FirstOrDefault();
    }

    /// <summary>Whether daily work has not been done well since it was last due: the process was down, or it failed.</summary>
    public bool HasMissed(TimedWork work) =>
        work.Rhythm.LastDue(Instant.From(clock.GetUtcNow())) is { } due
        && (LastOf(work) is not { Problem: null } result || result.At < due);

    /// <summary>Null when it is already running in this process. One failure ends neither the timer nor its caller.</summary>
    public async Task<TimerResult?> Run(TimedWork work, CancellationToken cancellation)
    {
        if (!running.TryAdd(work.Name, true))
        {
            return null;
        }

        try
        {
            var result = await Try(work, Instant.From(clock.GetUtcNow()), cancellation);
            last[work.Name] = result;
            if (work.Rhythm.At is not null)
            {
                await Remember(work, result, cancellation);
            }

            return result;
        }
        finally
        {
            running.TryRemove(work.Name, out _);
        }
    }

    private async Task<TimerResult> Try(TimedWork work, Instant asOf, CancellationToken cancellation)
    {
        try
        {
            return new TimerResult(asOf, await work.Run(asOf, cancellation), null);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogError(problem, "The timer {Name} failed; it runs again as planned", work.Name);
            return new TimerResult(asOf, 0, problem is DatabaseException known ? known.Sentence.Zh : problem.GetType().Name);
        }
    }

    private Task<int> Remember(TimedWork work, TimerResult result, CancellationToken cancellation) =>
        database.Writer.Write(session => session.Run(Keep, work.Name, result.At.Micros, result.Done, result.Problem), cancellation);
}
