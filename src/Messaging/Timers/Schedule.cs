using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Timers;

/// <summary>
/// Hands all timed work to the scheduler while the application serves. Its store is memory: nothing about a timer has to
/// outlive the process, because each does at start what is still to be done (docs/adr/0014).
/// </summary>
internal sealed class Schedule(TimerBoard board, IConfiguration configuration, ILoggerFactory logging) : IHostedService, IAsyncDisposable
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", Instant.Offset, null, null);

    private ServiceProvider? quartz;
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Timers:Enabled", defaultValue: true))
        {
            return;
        }

        quartz = Own(board, logging);
        scheduler = await quartz.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        foreach (var work in board.All)
        {
            var job = JobBuilder.Create<TimerJob>().WithIdentity(work.Name).Build();
            await scheduler.ScheduleJob(job, [.. TriggersOf(work)], cancellationToken: cancellationToken);
        }

        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (quartz is not null)
        {
            await quartz.DisposeAsync();
        }
    }

    public async Task<Instant?> NextOf(TimedWork work, CancellationToken cancellation) =>
        scheduler is not null && await scheduler.GetTrigger(new TriggerKey(work.Name), cancellation) is { NextFireTimeUtc: { } next }
            ? Instant.From(next)
            : null;

    /// <summary>
    /// A container of its own: Quartz registers its time provider for everybody, and would take the application's away. It
    /// ticks by the machine's clock, also where that of the application stands still; what jobs are told is the latter's time.
    /// </summary>
    private static ServiceProvider Own(TimerBoard board, ILoggerFactory logging) =>
        new ServiceCollection()
            .AddSingleton(logging)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(board)
            .AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "shouwen-" + Guid.NewGuid().ToString("N"));
                quartz.UseInMemoryStore();
                quartz.UseTimeProvider(TimeProvider.System);
            })
            .BuildServiceProvider();

    /// <summary>A daily timer also runs at start when it has missed its time: the process may have been down when it was due.</summary>
    private IEnumerable<ITrigger> TriggersOf(TimedWork work)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(work.Name);
        if (work.Rhythm.At is not { } at)
        {
            yield return trigger.StartNow().WithSimpleSchedule(simple => simple.WithInterval(work.Rhythm.Interval).RepeatForever()).Build();
            yield break;
        }

        yield return trigger.WithCronSchedule($"0 {at.Minute} {at.Hour} * * ?", cron => cron.InTimeZone(Shanghai)).Build();
        if (board.HasMissed(work))
        {
            yield return TriggerBuilder.Create().WithIdentity(work.Name + "/start").StartNow().Build();
        }
    }
}
