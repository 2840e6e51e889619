using System.Net;
using Shouldly;
using Shouwen.App.Tests.Messaging;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>Which cases are to be urged, why, and whether somebody was today (EG-26, EG-30).</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("2026-10-02 10:00", "overdue", 0)]
    [InlineData("2026-10-02 10:01", "overdue", 1)]
    [InlineData("2026-10-02 10:01", "day1", 1)]
    [InlineData("2026-10-09 10:00", "day1", 1)]
    [InlineData("2026-10-09 10:00", "day8", 0)]
    [InlineData("2026-10-09 10:00", "serious", 0)]
    [InlineData("2026-10-09 10:01", "day1", 0)]
    [InlineData("2026-10-09 10:01", "day8", 1)]
    [InlineData("2026-10-09 10:01", "serious", 1)]
    [InlineData("2026-10-17 10:00", "day8", 1)]
    [InlineData("2026-10-17 10:00", "day16", 0)]
    [InlineData("2026-10-17 10:01", "day8", 0)]
    [InlineData("2026-10-17 10:01", "day16", 1)]
    public async Task The_ladder_turns_at_its_instants(string now, string list, int cases)
    {
        // To be resolved on 2 October at 10:00.
        await MessagingWorld.Order(Complaint.At("2026-10-01 10:00"), "1-1-101", TimeSpan.FromDays(1)).In(app);
        await At(now);

        (await app.Texts(World.DeputyManager, $"/watch?list={list}", ".watched > li")).Length.ShouldBe(cases);
    }

    [Fact]
    public async Task A_missing_progress_entry_and_a_late_visit_make_a_case_slow()
    {
        var number = await MessagingWorld.Order(Complaint.At("2026-10-12 10:00"), "1-1-101").In(app);
        await At("2026-10-12 11:00");
        (await app.Texts(World.DeputyManager, "/watch", ".why-late")).ShouldBeEmpty();
        await At("2026-10-12 11:01");
        (await app.Texts(World.DeputyManager, "/watch", ".why-late")).ShouldBe(["上门超时"]);
        await At("2026-10-12 18:01");
        (await app.Texts(World.DeputyManager, "/watch", ".why-late")).ShouldBe(["未按时录入进展", "上门超时"]);
        (await app.Texts(World.DeputyManager, "/watch", ".watched > li a.link")).ShouldBe([number]);
        (await app.Texts(World.OtherSpecialist, "/watch", ".watched > li")).ShouldBeEmpty();
        (await app.Texts(World.Department, "/watch?mine=1", ".watched > li")).Length.ShouldBe(1);
        (await app.Texts(World.Leader, "/watch?mine=1", ".watched > li")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_without_urging_shows_until_somebody_was_urged_that_day()
    {
        var number = await MessagingWorld.Order(Complaint.At("2026-10-01 10:00"), "1-1-101", TimeSpan.FromDays(1)).In(app);
        await At("2026-10-12 10:00");
        (await app.Texts(World.DeputyManager, "/watch?list=overdue", ".urged .tag")).ShouldBe(["今日未督促"]);
        (await app.Texts(World.Leader, "/watch?list=overdue", ".urged .btn")).ShouldBeEmpty();

        using var deputy = await app.SignedIn(World.DeputyManager);
        using var urged = await deputy.Submit(
            $"/cases/{number}/records/case.urged",
            ("data.to", World.Leader),
            ("data.means", "phone"),
            ("data.answer", "今日安排施工")
        );
        urged.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await urged.Content.ReadAsStringAsync());

        (await app.Texts(World.DeputyManager, "/watch?list=overdue", ".urged .tag")).ShouldBeEmpty();
        (await app.Texts(World.DeputyManager, "/watch?list=overdue", ".urged .muted")).ShouldBe(["最近督促 梁宽 今天 10:00"]);
        await At("2026-10-12 23:59");
        (await app.Texts(World.DeputyManager, "/watch?list=overdue", ".urged .tag")).ShouldBeEmpty();
        await At("2026-10-13 00:00");
        (await app.Texts(World.DeputyManager, "/watch?list=overdue", ".urged .tag")).ShouldBe(["今日未督促"]);
    }

    [Fact]
    public async Task A_long_list_is_paged_and_nonsense_in_the_address_breaks_nothing()
    {
        for (var i = 0; i < 52; i++)
        {
            await MessagingWorld.Order(Complaint.At("2026-10-01 10:00"), $"1-1-{i + 100}", TimeSpan.FromDays(1)).In(app);
        }

        await At("2026-10-12 10:00");
        using var deputy = await app.SignedIn(World.DeputyManager);
        var first = await deputy.Page("/watch?list=overdue");
        first.QuerySelectorAll(".watched > li").Length.ShouldBe(50);
        var rest = await deputy.Page(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        rest.QuerySelectorAll(".watched > li").Length.ShouldBe(2);
        (await app.Status(World.DeputyManager, "/watch?list=nonsense&after=x-y&mine=7")).ShouldBe(HttpStatusCode.OK);
        (await app.Status(World.DeputyManager, "/watch?after=99999999999999999999-1")).ShouldBe(HttpStatusCode.OK);
        (await app.Status(World.DeputyManager, "/watch?after=9223372036854775807-1")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task At(string now)
    {
        app.Clock.Now = Complaint.At(now);
        await app.Cases.Sweep(app.Clock.Now);
    }
}
