using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Knowledge;

/// <summary>SN-3: a new project's design review goes through the casebook and says of each entry what becomes of it.</summary>
public sealed class DesignReviewTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient specialist = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        specialist = await app.SignedIn(World.Specialist);
        await Keep("飘窗渗漏", "waterproofing", "window");
        await Keep("插座跳闸", "electrical", "kitchen");
    }

    public async Task DisposeAsync()
    {
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_review_ticks_entries_found_by_trade_part_and_words_and_the_entry_names_it()
    {
        var review = await Begin();
        (await specialist.Page($"{review}?trade=electrical")).Texts(".choosing .entries a").ShouldBe(["插座跳闸"]);
        (await specialist.Page($"{review}?part=window")).Texts(".choosing .entries a").ShouldBe(["飘窗渗漏"]);
        (await specialist.Page($"{review}?q=淋水")).Texts(".choosing .entries a").ShouldBe(["插座跳闸", "飘窗渗漏"]);

        (await Tick(review, 1, "taken", "节点图已加附框")).ShouldBe($"{review}#entry-1");
        (await Tick(review, 2, "notApplicable", "本项目厨房无大功率回路", "?trade=electrical")).ShouldBe(
            $"{review}?trade=electrical#entry-2"
        );

        var page = await specialist.Page(review);
        page.Texts(".ticked .result").ShouldBe(["不适用", "采纳"]);
        page.Texts(".ticked .lines").ShouldBe(["本项目厨房无大功率回路", "节点图已加附框"]);
        page.Texts(".lead").Single().ShouldContain("采纳 1 条，不适用 1 条");
        (await specialist.Page("/casebook/1")).Texts(".reviews a").ShouldBe(["澜岸 · 方案设计评审"]);
        (await specialist.Page("/casebook/1")).Texts(".reviews .tag").ShouldBe(["采纳"]);
        (await specialist.Page("/design-reviews")).Texts(".entries a").ShouldBe(["澜岸 · 方案设计评审"]);
        (await specialist.Page(review + "/print")).Texts("tbody td").ShouldContain("节点图已加附框");
    }

    [Fact]
    public async Task Not_applicable_wants_a_reason_and_what_was_typed_stays()
    {
        var review = await Begin();
        using var none = await Send(review, 1, "notApplicable", "");
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await none.Content.ReadAsStringAsync());
        page.Texts("#entry-1 .problem").ShouldBe(["请说明为什么不适用"]);
        page.QuerySelector("#entry-1 input[value=notApplicable]")!.HasAttribute("checked").ShouldBeTrue();
        using var nonsense = await Send(review, 1, "maybe", "说明");
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await nonsense.Content.ReadAsStringAsync()).QuerySelector("#remark-1")!.TextContent.ShouldBe("说明");
        using var longer = await Send(review, 1, "taken", new string('长', 501));
        longer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var unknown = await Send(review, 99, "taken", "");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await specialist.Page(review)).Texts(".ticked .result").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ticked_again_the_last_word_counts_until_the_review_is_finished()
    {
        var review = await Begin();
        (await Finish(review)).ShouldBe(HttpStatusCode.Conflict);
        await Tick(review, 1, "notApplicable", "没有飘窗");
        await Tick(review, 1, "taken", "改为有飘窗");
        (await specialist.Page(review)).Texts(".ticked .result").ShouldBe(["采纳"]);

        (await Finish(review)).ShouldBe(HttpStatusCode.SeeOther);

        using var late = await Send(review, 2, "taken", "");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Finish(review)).ShouldBe(HttpStatusCode.Conflict);
        var page = await specialist.Page(review);
        page.QuerySelector(".choosing").ShouldBeNull();
        page.Texts("h1 .tag").ShouldBe(["已完成"]);
        page.Texts(".ticked .result").ShouldBe(["采纳"]);
    }

    [Fact]
    public async Task A_review_is_held_by_the_keepers_and_seen_with_its_project()
    {
        var review = await Begin();
        await Tick(review, 1, "taken", "");
        using var leader = await app.SignedIn(World.Leader);
        (await leader.Page(review)).QuerySelector(".choosing").ShouldBeNull();
        using var notHis = await leader.SubmitFrom("/cases", $"{review}/entries/1", ("verdict", "taken"));
        notHis.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var begun = await leader.SubmitFrom("/cases", "/design-reviews", ("project", "LA"), ("title", "评审"));
        begun.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var other = await app.SignedIn(World.OtherSpecialist);
        foreach (var page in new[] { review, review + "/print" })
        {
            using var answer = await other.GetAsync(new Uri(page, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var outside = await other.SubmitFrom("/cases", $"{review}/closure");
        outside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Page("/design-reviews")).Texts(".entries a").ShouldBeEmpty();
        (await other.Page("/casebook/1")).QuerySelector(".reviews").ShouldBeNull();
        using var elsewhere = await other.SubmitFrom("/design-reviews/new", "/design-reviews", ("project", "LA"), ("title", "评审"));
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var nameless = await other.SubmitFrom("/design-reviews/new", "/design-reviews", ("project", "HY"), ("title", " "));
        nameless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<string> Begin()
    {
        using var begun = await specialist.SubmitFrom(
            "/design-reviews/new",
            "/design-reviews",
            ("project", "LA"),
            ("title", "方案设计评审")
        );
        begun.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return begun.Headers.Location!.OriginalString;
    }

    private async Task<string> Tick(string review, int entry, string verdict, string remark, string query = "")
    {
        using var answer = await Send(review, entry, verdict, remark, query);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<HttpResponseMessage> Send(string review, int entry, string verdict, string remark, string query = "") =>
        specialist.SubmitFrom("/cases", $"{review}/entries/{entry}{query}", ("verdict", verdict), ("remark", remark));

    private async Task<HttpStatusCode> Finish(string review)
    {
        using var answer = await specialist.SubmitFrom("/cases", review + "/closure");
        return answer.StatusCode;
    }

    private async Task Keep(string title, string trade, string part)
    {
        var number = await Complaint
            .Opened("2026-10-12 09:00", "3-2-1201", title)
            .Then("case.resolvedOnSpot", "2026-10-12 09:20", "zhou", new { signature = true })
            .In(app);
        var page = $"/cases/{number}/casebook";
        using var kept = await specialist.SubmitFrom(
            page,
            page,
            ("title", title),
            ("trade", trade),
            ("part", part),
            ("cause", "未做试验"),
            ("prevention", "做淋水试验"),
            ("cost", ""),
            ("photo", "")
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
