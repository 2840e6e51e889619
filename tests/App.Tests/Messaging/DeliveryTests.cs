using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Messaging.Channels;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Sending;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>From the outbox to the wire: once, in spite of restarts, second processes and gateways that fail.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start(("Messages:Attempts", "3"));

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_gateway_gets_the_message_signed_in_its_own_template()
    {
        var number = await world.Issue();

        (await world.Send()).ShouldBe(1);

        var sent = world.Gateway.Requests.ShouldHaveSingleItem();
        sent.Headers[SmsGateway.SignatureHeader]
            .ShouldBe("sha256=" + SmsGateway.Sign(MessagingWorld.Secret, sent.Headers[SmsGateway.TimeHeader], sent.Body));
        using var body = JsonDocument.Parse(sent.Body);
        body.RootElement.GetProperty("template").GetString().ShouldBe("SMS_10086");
        body.RootElement.GetProperty("phone").GetString().ShouldBe("13800001234");
        body.RootElement.GetProperty("parameters").GetProperty("number").GetString().ShouldBe(number);
        body.RootElement.GetProperty("text")
            .GetString()
            .ShouldBe($"客户投诉督办令 {number}（3-2-1201）已签发，由您负责处理。要求完成时间：2026-10-15 15:40。");
    }

    [Fact]
    public async Task A_restart_sends_nothing_again()
    {
        await world.Issue();
        await world.Send();

        await using var restarted = await world.App.Beside(world.Settings);
        await restarted.Cases.Sweep(world.App.Clock.Now);

        (await world.Send(restarted)).ShouldBe(0);
        world.Gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_processes_on_one_database_send_each_message_once()
    {
        await using var other = await world.App.Beside(world.Settings);
        foreach (var home in Enumerable.Range(1, 80))
        {
            await MessagingWorld.Order(world.App.Clock.Now, $"1-1-{home}").In(home % 2 == 0 ? world.App : other);
        }

        var tried = await Task.WhenAll(world.Send(), world.Send(other), world.Send(), world.Send(other));

        tried.Sum().ShouldBe(80);
        world.Gateway.Requests.Select(sent => sent.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(80);
        world.Gateway.Requests.Count.ShouldBe(80);
    }

    [Fact]
    public async Task A_failure_is_tried_again_after_twice_the_time_with_the_same_key()
    {
        await world.Issue();
        world.Gateway.Status = StatusCodes.Status503ServiceUnavailable;
        await world.Send();
        await world.Send();
        world.Gateway.Requests.Count.ShouldBe(1);

        world.Pass(TimeSpan.FromMinutes(1));
        await world.Send();
        world.Pass(TimeSpan.FromSeconds(119));
        await world.Send();
        world.Gateway.Requests.Count.ShouldBe(2);

        world.Gateway.Status = StatusCodes.Status200OK;
        world.Pass(TimeSpan.FromSeconds(1));
        await world.Send();

        world.Gateway.Requests.Select(sent => sent.Key).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        world.Deliveries().ShouldBe(["sent 3"]);
    }

    [Fact]
    public async Task After_the_last_attempt_it_lies_dead_until_an_administrator_sends_it_again()
    {
        await world.Issue();
        world.Gateway.Status = StatusCodes.Status500InternalServerError;
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await world.Send();
            world.Pass(TimeSpan.FromHours(1));
        }

        world.Deliveries().ShouldBe(["dead 3"]);
        world.Gateway.Requests.Count.ShouldBe(3);
        using var admin = await world.App.SignedIn(World.Administrator);
        (await admin.GetStringAsync("/messages?state=dead")).ShouldContain("href=\"/messages/1\"");

        world.Gateway.Status = StatusCodes.Status200OK;
        using var answer = await admin.SubmitFrom("/messages/1", "/messages/1/deliveries/1/retry");
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        await world.Send();

        world.Deliveries().ShouldBe(["sent 1"]);
        (await admin.GetStringAsync("/messages?state=dead")).ShouldNotContain("href=\"/messages/1\"");
        (await admin.GetStringAsync("/messages/1")).ShouldContain("HTTP 500");
    }

    [Fact]
    public async Task What_a_killed_process_had_claimed_is_sent_with_the_same_key_when_its_lease_has_run_out()
    {
        await world.Issue();
        var dispatcher = world.App.Services.GetRequiredService<Dispatcher>();
        var database = world.App.Services.GetRequiredService<Database>();
        await database.Writer.Write(dispatcher.Plan);
        var claimed = await dispatcher.Claim("killed", default);
        claimed.Count.ShouldBe(1);

        (await world.Send()).ShouldBe(0);
        world.Pass(Dispatcher.LeaseFor);
        (await world.Send()).ShouldBe(1);

        world.Gateway.Requests.ShouldHaveSingleItem().Key.ShouldBe(Dispatcher.KeyOf(claimed[0].Message, "sms"));
    }

    [Fact]
    public async Task Who_has_no_telephone_is_a_dead_letter_at_once()
    {
        await Put(
            new NewMessage
            {
                Kind = "any",
                Occurrence = "1",
                Person = World.Reader,
                At = world.App.Clock.Now,
            }
        );

        await world.Send();

        world.Deliveries().ShouldBe(["dead 1"]);
        world.Gateway.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_channel_messages_are_only_read_in_the_application()
    {
        await using var quiet = await TestApp.StartWithWorld();
        var number = await MessagingWorld.Order(quiet.Clock.Now, "3-2-1201").In(quiet);
        (await world.Send(quiet)).ShouldBe(0);

        using var admin = await quiet.SignedIn(World.Administrator);
        var page = await admin.GetStringAsync("/messages");
        page.ShouldContain($"督办令已签发：{number}");
        page.ShouldContain("还没有配置发送渠道");
    }

    private async Task Put(NewMessage message) =>
        await world.App.Services.GetRequiredService<Database>().Writer.Write(session => Outbox.Put(session, message, world.App.Clock.Now));
}
