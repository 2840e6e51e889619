using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Puts new words into the text index while the application serves, about half a second behind the log.</summary>
public sealed class IndexLoop(CaseIndex index, TimeProvider clock, ILogger<IndexLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Pinyin.IsAvailable)
        {
            logger.LogWarning(
                "This machine has no ICU with Chinese collation: nothing can be found by pinyin initials. Install libicu with its data and start again"
            );
        }

        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CatchUp(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The text index has stopped");
        }
    }

    /// <summary>One failure must not end all searching for new cases: the next time starts where this one failed.</summary>
    private async Task CatchUp(CancellationToken cancellation)
    {
        try
        {
            await index.CatchUp(CaseIndex.WhileServing, cancellation: cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.LogError(problem, "The text index failed; it is tried again in {Every}", Every);
        }
    }
}
