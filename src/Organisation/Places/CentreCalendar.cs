using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>EG-7: closes the service centres whose day has come. Opening needs no deed: its date says it.</summary>
internal sealed class CentreCalendar(
    Database database,
    Model.Places places,
    RuleLibrary rules,
    TimeProvider clock,
    ILogger<CentreCalendar> log
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Run(Instant.From(clock.GetUtcNow()), stoppingToken);
            }
            catch (DatabaseException problem)
            {
                log.LogWarning(problem, "service centres could not be looked at; tried again in an hour");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Run(Instant asOf, CancellationToken cancellation)
    {
        if (rules.CentreTermsAt(asOf) is { } terms)
        {
            await database.Writer.Write(session => places.CloseDue(session, terms, asOf), cancellation);
        }
    }
}
