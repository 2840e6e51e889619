namespace Shouwen.Web;

/// <summary>
/// Start-up builds models, reads rule books and folds what time has changed; most of what that took is never needed again.
/// Once things are quiet it is given back, so that an idle desk leaves the machine to others.
/// </summary>
internal sealed class Settle(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var once = new PeriodicTimer(After, clock);
        if (await once.WaitForNextTickAsync(stoppingToken))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
