using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Keeps the projections up to date while the application serves: clocks run out and charges grow without an event.</summary>
public sealed class SweepLoop(CaseLog log, TimeProvider clock, ILogger<SweepLoop> logger) : BackgroundService
{
    /// <summary>Lists may be this much behind; a single case's page computes its own.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await SweepOnce(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The sweep has stopped");
        }
    }

    /// <summary>One failure must not end all sweeps: the next one starts where this one failed.</summary>
    private async Task SweepOnce(CancellationToken cancellation)
    {
        try
        {
            await log.Sweep(Instant.From(clock.GetUtcNow()), cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.LogError(problem, "The sweep failed; it is tried again in {Every}", Every);
        }
    }
}
