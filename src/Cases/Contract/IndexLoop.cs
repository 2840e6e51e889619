using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Puts new words into the text index while the application serves, about half a second behind the log. At the start it
/// gives initials to customers that a migration made without.
/// </summary>
public sealed class IndexLoop(Database database, CaseIndex index, TimeProvider clock, ILogger<IndexLoop> logger) : BackgroundService
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
            await Try(() => CustomerInitials.FillMissing(database, stoppingToken));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(() => index.CatchUp(CaseIndex.WhileServing, cancellation: stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The text index has stopped");
        }
    }

    /// <summary>One failure must not end all searching for new cases: the next time starts where this one failed.</summary>
    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.LogError(problem, "The text index failed; it is tried again in {Every}", Every);
        }
    }
}
