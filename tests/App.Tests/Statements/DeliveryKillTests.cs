using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

public sealed class DeliveryKillTests
{
    /// <summary>One order nobody ever worked on: a missing entry for every day since 2010, so every month has a statement.</summary>
    [Fact]
    public async Task A_statement_is_delivered_whole_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("victim.db");
        await using (var database = Database.Open(file, Tables.Schema, WhenMissing.Create))
        {
            var log = new CaseLog(database, StoreWorld.Library, () => Context.Unknown, TimeProvider.System);
            var opened = await log.Open(new NewCase("group", StoreWorld.UntilIssued(Instant.Parse("2010-01-04T09:00:00+08:00"))));
            opened.Done.ShouldBeTrue();
        }

        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        await Victim.WriteUntilKilled(file, told, 20, "statements");
        await Victim.WriteUntilKilled(file, told, 30, "statements");

        await using var after = Database.Open(file, Tables.Schema, WhenMissing.Complain);
        StoreWorld.Problems(after, null, out _).ShouldBeEmpty();
        using var session = after.Read();
        told.Count.ShouldBeGreaterThanOrEqualTo(50);
        foreach (var month in told.Keys)
        {
            Month.TryParse(month, out var asked).ShouldBeTrue();
            session.Number("SELECT count(*) FROM statement_line WHERE month = @month", asked.Index).ShouldNotBe(0);
        }

        session
            .Number("SELECT count(*) FROM statement_line l WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE s.month = l.month)")
            .ShouldBe(0);
    }
}
