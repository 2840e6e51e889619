using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Store;

public sealed class KillTests
{
    [Fact]
    public async Task Every_answer_given_before_a_kill_is_kept()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("victim.db");
        var answered = new Dictionary<string, int>(StringComparer.Ordinal);
        var rounds = 0;
        while (rounds++ < 3)
        {
            await Victim.WriteUntilKilled(file, answered, 200 * rounds);
        }

        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Complain);
        StoreWorld.Problems(database, null, out var count).ShouldBeEmpty();
        count.Events.ShouldBeGreaterThan(1000);
        using var session = database.Read();
        foreach (var (number, version) in answered)
        {
            session
                .Number("SELECT version FROM cases WHERE number = @number", number)
                .ShouldNotBeNull()
                .ShouldBeGreaterThanOrEqualTo(version);
        }
    }
}
