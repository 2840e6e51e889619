using Shouldly;
using Shouwen.App.Tests.Messaging;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>What is late in the ledgers is told once a day to whoever has to do something about it.</summary>
public sealed class OverdueMessageTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_person_is_told_once_a_day_and_only_from_the_time_of_day_on()
    {
        var entry = await world.App.Write(
            World.DeputyManager,
            "inspection",
            "LA",
            ("score", "60"),
            ("responsible", World.Specialist),
            ("dueBy", "2026-10-12")
        );
        world.App.Clock.Now = Complaint.At("2026-10-13 09:29");
        await world.Run("ledgers.overdue");
        Told().ShouldBeEmpty();

        world.App.Clock.Now = Complaint.At("2026-10-13 09:30");
        await world.Run("ledgers.overdue");
        await world.Run("ledgers.overdue");
        string[] day = ["ledger.overdue 2026-10-13 zhou", "ledger.overdue 2026-10-13 deputy", "ledger.overdue 2026-10-13 general"];
        Told().ShouldBe(day, ignoreOrder: true);

        world.App.Clock.Now = Complaint.At("2026-10-14 12:00");
        await world.Run("ledgers.overdue");
        Told().Count.ShouldBe(6);

        await world.App.Do(World.Specialist, entry, "answer", ("text", "已整改"));
        world.App.Clock.Now = Complaint.At("2026-10-15 12:00");
        await world.Run("ledgers.overdue");
        Told().Count.ShouldBe(6);
    }

    private List<string> Told() => [.. world.Messages().Where(message => message.StartsWith("ledger.overdue", StringComparison.Ordinal))];
}
