using Quartz;

namespace Shouwen.Messaging.Timers;

/// <summary>The shell between the scheduler and the work: knows a name and nothing else.</summary>
[DisallowConcurrentExecution]
internal sealed class TimerJob(TimerBoard board) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (board.Find(context.JobDetail.Key.Name) is { } work)
        {
            await board.Run(work, cancellationToken);
        }
    }
}
