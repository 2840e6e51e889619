using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Messaging.Timers;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>What a process makes up for when it starts.</summary>
public sealed class TimerTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Daily_work_is_made_up_for_once_and_is_due_again_at_its_time_of_the_next_day()
    {
        var board = world.App.Services.GetRequiredService<TimerBoard>();
        var daily = board.Find("ledgers.overdue")!;
        board.HasMissed(daily).ShouldBeTrue();

        await board.Run(daily, CancellationToken.None);
        await using var restarted = await world.App.Beside(world.Settings);
        var there = restarted.Services.GetRequiredService<TimerBoard>();
        there.HasMissed(there.Find("ledgers.overdue")!).ShouldBeFalse();

        world.App.Clock.Now = Complaint.At("2026-10-13 09:29");
        there.HasMissed(daily).ShouldBeFalse();
        world.App.Clock.Now = Complaint.At("2026-10-13 09:30");
        there.HasMissed(daily).ShouldBeTrue();
    }

    [Fact]
    public void Work_of_every_few_seconds_has_no_time_to_miss()
    {
        var board = world.App.Services.GetRequiredService<TimerBoard>();
        board.HasMissed(board.Find("messages.send")!).ShouldBeFalse();
    }
}
