using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Messaging.Channels;
using Shouwen.Messaging.Hooks;
using Shouwen.Messaging.Sending;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>Other programs are told: signed, again when it fails, visible, and given up at last.</summary>
public sealed class WebHookTests : IAsyncLifetime
{
    private TestApp app = null!;
    private FakeGateway receiver = null!;
    private HttpClient admin = null!;
    private string secret = "";

    public async Task InitializeAsync()
    {
        receiver = await FakeGateway.Start();
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
        using var made = await admin.SubmitFrom("/hooks", "/hooks", ("Url", receiver.Url + "/in"), ("Kinds", "case.*"));
        secret = Pages.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("#secret")!.GetAttribute("value")!;
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_is_recorded_in_a_case_arrives_signed_and_without_words_of_people()
    {
        var number = await Complaint.Opened("2026-10-12 15:30", "3-2-1201", "飘窗渗漏").In(app);
        await app.Cases.Append(
            new(
                number,
                [
                    Cases.Contract.NewEvent.Of(
                        Rules.Contract.EventType.CaseResolvedOnSpot,
                        TestApp.Monday,
                        World.Specialist,
                        """{"signature":true}"""
                    ),
                ]
            )
        );
        await Send();
        receiver.Requests.Count.ShouldBe(2);
        foreach (var request in receiver.Requests)
        {
            var time = request.Headers[SmsGateway.TimeHeader];
            request.Headers[SmsGateway.SignatureHeader].ShouldBe("sha256=" + SmsGateway.Sign(secret, time, request.Body));
            request.Text.ShouldNotContain("飘窗");
            request.Text.ShouldNotContain("李女士");
            request.Text.ShouldNotContain("13800005678");
        }

        var bodies = receiver.Requests.Select(request => JsonNode.Parse(request.Text)!).ToList();
        bodies.Select(body => body["kind"]!.GetValue<string>()).ShouldBe(["case.opened", "case.recorded"], ignoreOrder: true);
        bodies.ShouldAllBe(body => body["case"]!.GetValue<string>() == number);
        bodies.Single(body => body["kind"]!.GetValue<string>() == "case.recorded")["events"]!
            .GetValue<string>()
            .ShouldBe("case.resolvedOnSpot");
        await Send();
        receiver.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_only_to_administrators()
    {
        (await admin.GetStringAsync(new Uri("/hooks", UriKind.Relative))).ShouldNotContain(secret);
        (await admin.GetStringAsync(new Uri("/hooks/1", UriKind.Relative))).ShouldNotContain(secret);
        using var hr = await app.SignedIn(World.Hr);
        using var refused = await hr.GetAsync(new Uri("/hooks", UriKind.Relative));
        refused.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_does_not_arrive_is_sent_again_under_the_same_key_and_a_dead_one_by_hand()
    {
        receiver.Status = StatusCodes.Status503ServiceUnavailable;
        await Complaint.Opened("2026-10-12 15:30", "3-2-1201", "飘窗渗漏").In(app);
        for (var i = 0; i < 10; i++)
        {
            await Send();
            app.Clock.Now += TimeSpan.FromHours(6);
        }

        receiver.Requests.Count.ShouldBe(10);
        receiver.Requests.Select(request => request.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        await SignInAgain();
        var log = await admin.Page("/hooks/1");
        log.Texts(".entries .tag").Length.ShouldBe(1);
        log.Texts(".entries .muted").Single().ShouldContain("HTTP 503");

        receiver.Status = StatusCodes.Status204NoContent;
        var message = log.QuerySelector(".entries .link")!.GetAttribute("href")!;
        var retry = (await admin.Page(message)).QuerySelector(".entries form")!.GetAttribute("action")!;
        using var answer = await admin.SubmitFrom(message, retry);
        await Send();
        receiver.Requests.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_hook_that_fails_for_three_days_is_disabled_until_somebody_enables_it()
    {
        receiver.Status = StatusCodes.Status500InternalServerError;
        await Complaint.Opened("2026-10-12 15:30", "3-2-1201", "飘窗渗漏").In(app);
        await Send();
        app.Clock.Now += WebHookSql.LongestFailure - TimeSpan.FromSeconds(1);
        await Send();
        await SignInAgain();
        (await admin.Page("/hooks")).Texts(".entries .tag").ShouldBe(["送不到"]);
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await Send();
        (await admin.Page("/hooks")).Texts(".entries .tag").ShouldBe(["已停用"]);

        receiver.Status = StatusCodes.Status200OK;
        var before = receiver.Requests.Count;
        var opened = Text(app.Clock.Now);
        await Complaint.Opened(opened, "3-2-1202", "门锁").In(app);
        await Send();
        receiver.Requests.Count.ShouldBe(before);
        using var enabled = await admin.SubmitFrom("/hooks/1", "/hooks/1/state", ("Disabled", "false"));
        await Complaint.Opened(opened, "3-2-1203", "门锁").In(app);
        await Send();
        receiver.Requests.Count.ShouldBeGreaterThan(before);
        (await admin.Page("/hooks")).Texts(".entries .tag").ShouldBe(["正常"]);
    }

    [Theory]
    [InlineData("https://hr.example.com/in", true)]
    [InlineData("http://127.0.0.1:8080/in", true)]
    [InlineData("http://localhost/in", true)]
    [InlineData("http://[::1]/in", true)]
    [InlineData("http://hr.example.com/in", false)]
    [InlineData("http://10.0.0.5/in", false)]
    [InlineData("http://169.254.169.254/latest/meta-data", false)]
    [InlineData("http://127.0.0.1.example.com/", false)]
    [InlineData("http://localhost@10.0.0.5/", false)]
    [InlineData("https://user:pass@hr.example.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("//127.0.0.1/", false)]
    [InlineData("/in", false)]
    [InlineData("", false)]
    public async Task Only_https_or_this_machine_is_posted_to(string url, bool allowed)
    {
        HookAddress.IsAllowed(url).ShouldBe(allowed);
        if (!allowed)
        {
            using var answer = await admin.SubmitFrom("/hooks", "/hooks", ("Url", url), ("Kinds", "case.*"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            Pages.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#Url")!.GetAttribute("value").ShouldBe(url);
        }
    }

    [Fact]
    public async Task A_delivered_statement_is_told_to_who_asked_for_it()
    {
        using var made = await admin.SubmitFrom(
            "/hooks",
            "/hooks",
            ("Url", receiver.Url + "/statements"),
            ("Kinds", "statement.delivered")
        );
        await Statements.Books.Leak(app);
        using var hr = await app.SignedIn(World.Hr);
        (await Statements.Books.Deliver(hr)).ShouldBe(HttpStatusCode.SeeOther);
        await Send();
        var body = receiver
            .Requests.Select(request => JsonNode.Parse(request.Text)!)
            .Single(each => each["kind"]!.GetValue<string>() == "statement.delivered");
        body["month"]!.GetValue<string>().ShouldBe("2026-10");
        body["sha256"]!.GetValue<string>().ShouldBe((await Statements.Books.Statement(app))["sha256"]!.GetValue<string>());
    }

    private Task Send() => app.Services.GetRequiredService<Dispatcher>().Run(default);

    private async Task SignInAgain()
    {
        admin.Dispose();
        admin = await app.SignedIn(World.Administrator);
    }

    private static string Text(Rules.Contract.Instant at) => at.ToString()[..16].Replace('T', ' ');
}
