using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>Which messages are put, and that each is put once whatever happens to the case (EG-19).</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task An_issued_order_is_told_to_the_responsible_person_at_once()
    {
        await world.Issue();

        world.Messages().ShouldBe([$"order.issued {TestApp.Monday} gao"]);
    }

    [Fact]
    public async Task Every_morning_of_an_unfinished_case_the_three_who_answer_are_reminded()
    {
        await world.Issue();
        world.App.Clock.Now = Complaint.At("2026-10-13 09:29");
        await world.Sweep();
        world.Messages().Count.ShouldBe(1);

        world.App.Clock.Now = Complaint.At("2026-10-13 09:30");
        await world.Sweep();

        world
            .Messages()
            .Skip(1)
            .ShouldBe(["daily.reminder 2026-10-13 gao", "daily.reminder 2026-10-13 liang", "daily.reminder 2026-10-13 chen"]);
    }

    [Fact]
    public async Task A_refold_and_a_late_event_put_nothing_again()
    {
        var number = await world.Issue();
        world.App.Clock.Now = Complaint.At("2026-10-13 10:00");
        await world.Sweep();
        var put = world.Messages();

        await Record(number, "visit.made", "2026-10-12 16:00");
        await Record(number, "progress.recorded", "2026-10-13 09:50", """{"text":"已联系业主"}""");
        await world.Sweep();

        put.Count.ShouldBe(4);
        world.Messages().ShouldBe(put);
    }

    [Fact]
    public async Task An_application_recorded_late_takes_no_reminder_back()
    {
        var number = await world.Issue();
        await Record(number, "visit.made", "2026-10-12 15:40");
        world.App.Clock.Now = Complaint.At("2026-10-13 10:00");
        await world.Sweep();

        await Record(number, "closure.applied", "2026-10-13 09:00", """{"document":true}""");

        world.Messages().Count.ShouldBe(4);
    }

    [Fact]
    public async Task After_a_week_out_of_service_only_the_last_reminder_is_sent()
    {
        await world.Issue();

        world.App.Clock.Now = Complaint.At("2026-10-20 08:00");
        await world.Sweep();

        world.Messages().Skip(1).ShouldAllBe(message => message.StartsWith("daily.reminder 2026-10-19", StringComparison.Ordinal));
        world.Messages().Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_case_of_last_month_that_is_imported_closed_sends_nothing()
    {
        var lastMonth = Complaint.At("2026-09-08 09:10");
        await MessagingWorld
            .Order(lastMonth, "1-1-101")
            .Then("visit.made", "2026-09-08 09:40", "gao")
            .Then("closure.applied", "2026-09-09 16:00", "gao", new { document = true })
            .Then(
                "callback.made",
                "2026-09-09 16:10",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 5,
                }
            )
            .Then("closure.accepted", "2026-09-09 16:20", "zhou")
            .Then("closure.reviewed", "2026-09-09 17:00", "deputy")
            .Then("closure.approved", "2026-09-09 17:30", "general")
            .In(world.App);

        world.Messages().ShouldBeEmpty();
    }

    private async Task Record(string number, string type, string at, string data = "{}")
    {
        EventTypes.TryFind(type, out var found).ShouldBeTrue();
        var answer = await world.App.Cases.Append(new AppendRequest(number, [NewEvent.Of(found, Complaint.At(at), "gao", data)]));
        answer.Done.ShouldBeTrue(answer.Refusal?.Sentence.En);
    }
}
