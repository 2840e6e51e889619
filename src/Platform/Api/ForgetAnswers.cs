using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Api;

/// <summary>Lets go of the answers kept for keys that are a week old. Safe to run twice.</summary>
internal sealed class ForgetAnswers(Idempotency idempotency, TimeProvider clock, ILogger<ForgetAnswers> log) : BackgroundService
{
    private const int AtATime = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await idempotency.ForgetSome(AtATime, stoppingToken) == AtATime) { }
            }
            catch (DatabaseException problem)
            {
                log.LogError(problem, "Old answers were not forgotten; it is tried again in {Every}", Every);
            }
        }
    }
}
