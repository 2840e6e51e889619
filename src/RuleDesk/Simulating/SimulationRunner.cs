using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Shouwen.Cases.Contract;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Simulating;

/// <summary>
/// Computes the simulations people have begun, one at a time. Whoever computes holds a lease; a process that stops gives it
/// back, one that dies lets it run out, and the next begins anew: nothing but the result is ever kept.
/// </summary>
internal sealed class SimulationRunner(
    Database database,
    RuleLibrary rules,
    PostHolders holders,
    OrganisationTree tree,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    public const string Kind = "rules.simulated";

    private const int CasesPerWrite = 500;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private Instant Now => Instant.From(clock.GetUtcNow());

    /// <summary>Computes what is waiting; returns how many there were.</summary>
    public async Task<long> Run(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var done = 0L;
        while (!stopping.IsCancellationRequested && await Claim(cancellation) is { } simulation)
        {
            await Compute(simulation, stopping.Token);
            done++;
        }

        return done;
    }

    private async Task<RuleSimulation?> Claim(CancellationToken cancellation)
    {
        var now = Now;
        if (await database.Writer.Write(session => SimulationSql.Claim(session, now, now + Lease), cancellation) is not { } id)
        {
            return null;
        }

        await using var db = database.Context();
        return await db.Set<RuleSimulation>().FirstAsync(each => each.Id == id, cancellation);
    }

    private async Task Compute(RuleSimulation simulation, CancellationToken stopping)
    {
        if (
            !rules.Books.TryGetValue(simulation.Book, out var book)
            || DraftCheck.Read(rules, book, simulation.Text).Value is not { } draft
            || Simulate(simulation, draft, stopping) is not { } result
        )
        {
            await LeaveOff(simulation, stopping);
            return;
        }

        foreach (var (i, some) in result.Differences.OrderByDescending(Weight).Chunk(CasesPerWrite).Index())
        {
            await database.Writer.Write(
                session =>
                {
                    foreach (var (j, found) in some.Index())
                    {
                        SimulationSql.Add(session, simulation.Id, (i * CasesPerWrite) + j, found);
                    }

                    return some.Length;
                },
                CancellationToken.None
            );
        }

        var now = Now;
        await database.Writer.Write(session => Finish(session, simulation, book, result, now), CancellationToken.None);
    }

    private SimulationResult? Simulate(RuleSimulation simulation, RuleBook draft, CancellationToken stopping)
    {
        var scope = simulation.Projects is { } projects ? new Scope(JsonSerializer.Deserialize<string[]>(projects)) : Scope.WholeGroup;
        return new CaseSimulation(database, rules, holders.Now(), tree.UpFrom).Run(
            draft,
            simulation.FirstDay,
            simulation.EndDay,
            scope,
            Now,
            GoOn
        );

        bool GoOn(int done, int all)
        {
            var until = Now + Lease;
            return !stopping.IsCancellationRequested
                && database
                    .Writer.Write(session => SimulationSql.Advance(session, simulation.Id, done, all, until), CancellationToken.None)
                    .GetAwaiter()
                    .GetResult();
        }
    }

    /// <summary>Stopped with the process: the next one takes it up. Cancelled by a person: that stands already. Anything else has failed.</summary>
    private Task<bool> LeaveOff(RuleSimulation simulation, CancellationToken stopping)
    {
        var (now, goesOn) = (Now, stopping.IsCancellationRequested);
        return database.Writer.Write(
            session =>
            {
                if (goesOn)
                {
                    SimulationSql.LetGo(session, simulation.Id);
                    return true;
                }

                return SimulationSql.End(session, simulation.Id, SimulationState.Failed, now);
            },
            CancellationToken.None
        );
    }

    private static bool Finish(WriteSession session, RuleSimulation simulation, RuleBook book, SimulationResult result, Instant now)
    {
        if (!SimulationSql.Keep(session, simulation.Id, SimulationDigest.Of(result), now))
        {
            return false;
        }

        return Outbox.Put(
            session,
            new NewMessage
            {
                Kind = Kind,
                Occurrence = $"{simulation.Id}",
                Person = simulation.By,
                At = now,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [NewMessage.Path] = ShowSimulation.Path(simulation.Id),
                    ["book.zh"] = book.Title.Zh,
                    ["book.en"] = book.Title.En,
                    ["count"] = $"{result.Differences.Count}",
                },
            },
            now
        );
    }

    /// <summary>What changes most comes first.</summary>
    private static decimal Weight(Simulated found) =>
        Math.Abs(found.After.Amount - found.Before.Amount)
        + Math.Abs(found.After.PercentOfBonus - found.Before.PercentOfBonus)
        + Math.Abs(found.After.Decisions - found.Before.Decisions);
}
