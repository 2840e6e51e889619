using Shouwen.Platform.Contract;

namespace Shouwen.Web;

/// <summary>
/// Start-up builds models, reads rule books and folds what time has changed; a busy hour takes as much again. Once things are
/// quiet what is not needed any more is given back, so that an idle desk leaves the machine to others.
/// </summary>
internal sealed class Settle(Database database, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <summary>Less than this between two looks is nobody at work: timers alone take a few hundred kilobytes.</summary>
    private const long Quiet = 4 << 20;

    /// <summary>Less than this since the last time is not worth the pause.</summary>
    private const long Worth = 16 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (given, seen) = (0L, 0L);
        using var looks = new PeriodicTimer(Look, clock);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            var taken = GC.GetTotalAllocatedBytes();
            if (taken - seen < Quiet && taken - given > Worth)
            {
                database.Rest();
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = taken;
            }

            seen = taken;
        }
    }
}
