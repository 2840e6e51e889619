using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Live;

/// <summary>A case grew by an event.</summary>
/// <param name="Position">The place of the event in the log.</param>
/// <param name="Number">The case; null when so many changed that they are not told one by one.</param>
/// <param name="Project">Its project.</param>
internal sealed record CaseChange(long Position, string? Number, string? Project);

/// <summary>
/// Tells open pages what has changed. It reads the end of the log, so it does not matter which process wrote: this one, an
/// import beside it, another node. While nobody listens it does nothing.
/// </summary>
internal sealed class CaseChanges(Database database, TimeProvider clock) : BackgroundService
{
    private const int MostToldOneByOne = 200;
    private const int MostWaiting = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Channel<CaseChange>, byte> listeners = new();
    private long told;

    /// <summary>Everything from now on, until the caller stops listening.</summary>
    public async IAsyncEnumerable<CaseChange> Listen(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var options = new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest };
        var channel = Channel.CreateBounded<CaseChange>(options);
        if (listeners.IsEmpty)
        {
            Interlocked.Exchange(ref told, Tip());
        }

        listeners.TryAdd(channel, 0);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!listeners.IsEmpty)
            {
                Tell();
            }
        }
    }

    private void Tell()
    {
        var from = Interlocked.Read(ref told);
        var tip = Tip();
        if (tip <= from)
        {
            return;
        }

        foreach (var change in tip - from > MostToldOneByOne ? [new CaseChange(tip, null, null)] : Between(from, tip))
        {
            foreach (var listener in listeners.Keys)
            {
                listener.Writer.TryWrite(change);
            }
        }

        Interlocked.Exchange(ref told, tip);
    }

    private long Tip()
    {
        using var session = database.Read();
        return ProjectionSql.LogTip(session);
    }

    private List<CaseChange> Between(long from, long tip)
    {
        using var session = database.Read();
        return ProjectionSql.ChangedBetween(session, from, tip);
    }
}
