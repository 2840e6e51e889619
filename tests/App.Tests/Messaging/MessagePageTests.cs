using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>The inbox, the administrator's page of all messages, and the page of timers.</summary>
public sealed class MessagePageTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Everybody_reads_what_was_said_to_them_and_nothing_else()
    {
        var number = await world.Issue();
        using var told = await world.App.SignedIn(World.Department);
        using var other = await world.App.SignedIn(World.Leader);

        (await told.GetStringAsync("/messages/mine")).ShouldContain($"督办令已签发：{number}");
        (await other.GetStringAsync("/messages/mine")).ShouldNotContain(number);
    }

    [Fact]
    public async Task The_bell_counts_what_is_unread()
    {
        await world.Issue();
        using var told = await world.App.SignedIn(World.Department);
        (await told.GetStringAsync("/account")).ShouldContain("1 条未读消息");

        using var answer = await told.SubmitFrom("/messages/mine", "/messages/mine/read");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await told.GetStringAsync("/account")).ShouldNotContain("未读消息");
    }

    [Theory]
    [InlineData("/messages")]
    [InlineData("/messages/1")]
    [InlineData("/timers")]
    public async Task Only_an_administrator_sees_everything(string page)
    {
        await world.Issue();
        using var specialist = await world.App.SignedIn(World.Specialist);
        using var admin = await world.App.SignedIn(World.Administrator);

        using var refused = await specialist.GetAsync(new Uri(page, UriKind.Relative));
        refused.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await admin.GetAsync(new Uri(page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_timer_runs_at_the_push_of_a_button()
    {
        await world.Issue();
        using var admin = await world.App.SignedIn(World.Administrator);
        (await admin.GetStringAsync("/timers")).ShouldContain("尚未运行");

        using var answer = await admin.SubmitFrom("/timers", "/timers/messages.send/run");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        world.Gateway.Requests.Count.ShouldBe(1);
        (await admin.GetStringAsync("/timers?ran=messages.send")).ShouldContain("已运行：发送消息");
    }

    [Fact]
    public async Task The_scheduler_does_it_by_itself()
    {
        await using var serving = await world.App.Beside(
            new Dictionary<string, string?>(world.Settings, StringComparer.Ordinal) { ["Timers:Enabled"] = "true" }
        );
        await world.Issue();
        using var admin = await serving.SignedIn(World.Administrator);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (world.Gateway.Requests.Count == 0 && await tick.WaitForNextTickAsync(patience.Token)) { }

        world.Gateway.Requests.Count.ShouldBe(1);
        (await admin.GetStringAsync("/timers")).ShouldContain("下次运行");
    }
}
