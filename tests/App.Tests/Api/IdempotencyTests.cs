using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Caller zhou = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await Caller.As(app);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_and_body_gives_the_first_answer_again()
    {
        var first = await zhou.Post("/cases", Caller.Complaint(), Key("k1"));
        app.Clock.Now += TimeSpan.FromMinutes(5);
        var again = await zhou.Post("/cases", Caller.Complaint(), Key("k1"));
        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Bytes.ShouldBe(first.Bytes);
        again.Header("Location").ShouldBe(first.Header("Location"));
        again.Header("ETag").ShouldBe(first.Header("ETag"));
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await Count()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        var id = await zhou.Opens();
        await zhou.Post("/cases", Caller.Complaint(), Key("k1"));
        var other = await zhou.Post("/cases", Caller.Complaint("门锁损坏"), Key("k1"));
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Code.ShouldBe("idempotency.otherBody");
        (await zhou.Post($"/cases/{id}/events", Submission, Key("k1"))).Code.ShouldBe("idempotency.otherBody");
        (await Count()).ShouldBe(2);
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller_and_is_forgotten_after_seven_days()
    {
        await zhou.Post("/cases", Caller.Complaint(), Key("k1"));
        using var other = await Caller.As(app, World.OtherSpecialist);
        (await other.Post("/cases", Caller.Complaint(), Key("k1"))).Header("Idempotency-Replayed").ShouldBeNull();

        app.Clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        using var nextWeek = await Caller.As(app);
        (await nextWeek.Post("/cases", Caller.Complaint(), Key("k1"))).Header("Idempotency-Replayed").ShouldBe("true");
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await nextWeek.Post("/cases", Caller.Complaint(), Key("k1"))).Header("Idempotency-Replayed").ShouldBeNull();
        (await app.Services.GetRequiredService<Idempotency>().ForgetSome(10, default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_given_again_even_when_the_case_would_allow_it_now()
    {
        var id = await zhou.Opens();
        using var deputy = await Caller.As(app, World.DeputyManager);
        var body = new { type = "order.approved" };
        (await deputy.Post($"/cases/{id}/events", body, Key("k1"))).Code.ShouldBe("order.notSubmitted");
        await zhou.Post($"/cases/{id}/events", Submission);
        (await deputy.Post($"/cases/{id}/events", body, Key("k1"))).Code.ShouldBe("order.notSubmitted");
        (await deputy.Post($"/cases/{id}/events", body, Key("k2"))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Many_at_once_do_it_once()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => zhou.Post("/cases", Caller.Complaint(), Key("storm"))));
        (await Count()).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBeGreaterThan(0);
        foreach (var reply in replies.Where(reply => reply.Status != HttpStatusCode.Created))
        {
            reply.Status.ShouldBe(HttpStatusCode.Conflict);
            reply.Code.ShouldBe("idempotency.underWay");
        }

        replies.Where(reply => reply.Status == HttpStatusCode.Created).Select(reply => reply.Text("id")).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("0123456789", 21)]
    public async Task A_key_is_visible_ascii_and_not_long(string key, int times = 1) =>
        (await zhou.Post("/cases", Caller.Complaint(), Key(string.Concat(Enumerable.Repeat(key, times))))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

    [Fact]
    public async Task Files_are_added_once_whatever_the_boundary()
    {
        var id = await zhou.Opens();
        var first = await Attachments.Add(zhou, id, [("a.png", Pictures.Png())], Key("f1"));
        var again = await Attachments.Add(zhou, id, [("a.png", Pictures.Png())], Key("f1"));
        again.Bytes.ShouldBe(first.Bytes);
        (await zhou.Get($"/cases/{id}")).Json["attachments"]!.AsArray().Count.ShouldBe(1);
    }

    private static object Submission => new { type = "order.submitted", data = new { requiredBy = "2026-10-15T18:00:00+08:00" } };

    private static (string, string) Key(string key) => ("Idempotency-Key", key);

    private async Task<int> Count() => (await zhou.Get("/cases")).Json["items"]!.AsArray().Count;
}
