using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>The lists of EG-26 and EG-30: one message a day to each of the two.</summary>
public sealed class DailyListTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_list_goes_out_once_a_day_however_many_processes_make_it()
    {
        var number = await MessagingWorld.Order(Complaint.At("2026-10-01 10:00"), "1-1-101", TimeSpan.FromDays(1)).In(world.App);
        await using var other = await world.App.Beside(world.Settings);
        world.App.Clock.Now = Complaint.At("2026-10-13 09:31");

        await Task.WhenAll(world.Run("messages.lists"), world.Run("messages.lists", other));
        await world.Run("messages.lists");

        Lists().ShouldBe(["daily.slow 2026-10-13 deputy", "daily.serious 2026-10-13 general"], ignoreOrder: true);
        await world.Send();
        world
            .Gateway.Requests.Select(sent => sent.Text)
            .ShouldContain(text => text.Contains($"{number} 1-1-101 已超期 10 天 未录入进展", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_its_time_of_day_nothing_is_sent()
    {
        await MessagingWorld.Order(Complaint.At("2026-10-01 10:00"), "1-1-101", TimeSpan.FromDays(1)).In(world.App);
        world.App.Clock.Now = Complaint.At("2026-10-13 09:29");

        await world.Run("messages.lists");

        Lists().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_overdue_case_is_serious_after_a_week_and_a_major_one_at_once()
    {
        var overdue = Complaint.At("2026-10-10 10:00");
        await MessagingWorld.Order(overdue, "1-1-101", TimeSpan.FromDays(1)).In(world.App);
        world.App.Clock.Now = Complaint.At("2026-10-13 09:30");
        await world.Run("messages.lists");
        Lists().ShouldBe(["daily.slow 2026-10-13 deputy"]);

        await MessagingWorld
            .Order(Complaint.At("2026-10-13 10:00"), "1-1-102")
            .Then("case.natured", "2026-10-13 10:30", "general", new { nature = "major" })
            .In(world.App);
        world.App.Clock.Now = Complaint.At("2026-10-14 09:30");
        await world.Run("messages.lists");
        Lists().ShouldContain("daily.serious 2026-10-14 general");
    }

    private IEnumerable<string> Lists() =>
        world
            .Messages()
            .Where(message =>
                message.StartsWith("daily.slow", StringComparison.Ordinal) || message.StartsWith("daily.serious", StringComparison.Ordinal)
            );
}
