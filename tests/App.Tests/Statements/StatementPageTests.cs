using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>The draft and what people decide beside its lines, as HR, finance, the person charged and others meet it.</summary>
public sealed class StatementPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Books.Leak(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_draft_lists_people_with_totals_and_every_line_opens_its_reason()
    {
        using var hr = await app.SignedIn(World.Hr);
        var months = await hr.Page("/statements");
        months.Texts("tbody tr").ShouldContain(row => row.StartsWith("2026-10 草稿", StringComparison.Ordinal));

        var page = await hr.Page(Books.October);
        var statement = await app.Statement();
        page.Texts(".persons summary b").ShouldBe(["陈立", "方远", "高岩", "周敏"], ignoreOrder: true);
        page.QuerySelectorAll(".lines > li").Length.ShouldBe(statement["lines"]!.AsArray().Count);

        var line = await hr.Line(Books.October, "EG-18(1)");
        var opened = await hr.Page(line);
        opened.Texts(".why-box .sentence").Single().ShouldContain("2 × 100 元 = 200 元");
        opened.Texts(".why-box .clause").First().ShouldContain("EG-18(1)");
        opened.QuerySelector($".below a[href='/cases/{leak}/explanation']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_may_see_charges_sees_those_in_scope_and_everybody_sees_the_own_ones()
    {
        foreach (var who in new[] { World.Finance, World.GeneralManager, World.Specialist, World.Leader })
        {
            using var insider = await app.SignedIn(who);
            (await insider.Page(Books.October)).QuerySelectorAll(".lines > li").Length.ShouldBeGreaterThan(3, who);
        }

        using var south = await app.SignedIn(World.OtherSpecialist);
        (await south.Page(Books.October)).QuerySelectorAll(".lines > li").ShouldBeEmpty();
        using var hr = await app.SignedIn(World.Hr);
        var line = await hr.Line(Books.October, "EG-18(1)");
        (await south.GetAsync(new Uri(line, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var reader = await app.SignedIn(World.Reader);
        (await reader.GetAsync(new Uri(Books.October, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var led = await reader.GetAsync(new Uri("/statements", UriKind.Relative));
        led.Headers.Location!.OriginalString.ShouldBe("/statements/mine");
        (await reader.Page("/statements/mine")).Texts(".empty h2").ShouldBe(["没有扣罚"]);

        using var zhou = await app.SignedIn(World.Specialist);
        var mine = await zhou.Page("/statements/mine");
        mine.Texts(".lines a.link").ShouldBe(["EG-18(1)"]);
        (await zhou.Page(mine.QuerySelector(".lines a.link")!.GetAttribute("href")!)).Texts("h1").Single().ShouldContain("周敏");
    }

    [Fact]
    public async Task Hr_waives_a_line_with_a_reason_and_the_item_itself_stays()
    {
        using var hr = await app.SignedIn(World.Hr);
        var before = await app.Statement();
        var line = await hr.Line(Books.October, "EG-18(1)");
        var (status, page) = await hr.Settle(line, ("Outcome", "waived"), ("Reason", " "));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts(".problem").ShouldBe(["请写明理由"]);
        page.QuerySelector("input[value=waived]")!.HasAttribute("checked").ShouldBeTrue();
        (await hr.Settle(line, ("Reason", "x"))).Page.Texts(".problem").ShouldBe(["请选择确认或免除"]);

        (await hr.Settle(line, ("Outcome", "waived"), ("Reason", "台风天线路中断"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var after = await app.Statement();
        after["lines"]!.ToJsonString().ShouldBe(before["lines"]!.ToJsonString());
        after.Total().ShouldBe(before.Total() - 200);
        after["decisions"]![0]!["reason"]!.GetValue<string>().ShouldBe("台风天线路中断");

        (await hr.Settle(line, ("Outcome", "confirmed"), ("Reason", "线路当时正常"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await app.Statement()).Total().ShouldBe(before.Total());
        (await hr.Page(line)).Texts(".entries b").ShouldBe(["已确认", "已免除"]);
    }

    [Fact]
    public async Task Others_do_not_decide_and_nobody_about_the_own_line()
    {
        using var hr = await app.SignedIn(World.Hr);
        var line = await hr.Line(Books.October, "EG-18(1)");
        foreach (var who in new[] { World.Specialist, World.Finance, World.GeneralManager })
        {
            using var other = await app.SignedIn(who);
            (await other.Settle(line, ("Outcome", "waived"), ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        }

        (await app.Statement())["decisions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_is_taken_within_its_range_by_the_general_manager_with_reason_and_document()
    {
        using var hr = await app.SignedIn(World.Hr);
        using var general = await app.SignedIn(World.GeneralManager);
        var line = await hr.Line(Books.October, "EG-36(3)");
        (await hr.Settle(line, ("Outcome", "confirmed"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (string, string)[] reasoned = [("Reason", "多次督办无效"), ("Document", "首问人字〔2026〕11号")];
        foreach (var percent in new[] { "49", "101", "", "abc", "99999999999" })
        {
            var (status, page) = await general.Settle(line, [("Outcome", "bonus"), ("Percent", percent), .. reasoned]);
            status.ShouldBe(HttpStatusCode.UnprocessableEntity, percent);
            page.Texts(".problem").ShouldBe(["比例须在 50% 至 100% 之间"]);
        }

        (await general.Settle(line, [("Outcome", "dismissal"), .. reasoned])).Page.Texts(".problem").ShouldBe(["请选择一种处理"]);
        (await general.Settle(line, ("Outcome", "pay cut")))
            .Page.Texts(".problem")
            .ShouldBe(["请写明理由", "请写明依据的文件（文号或名称）"], ignoreOrder: true);
        (await general.Settle(line, [("Outcome", "bonus"), ("Percent", "100"), .. reasoned])).Status.ShouldBe(HttpStatusCode.SeeOther);
        var decided = (await app.Statement())["decisions"]!.AsArray().Single()!;
        decided["outcome"]!.GetValue<string>().ShouldBe("decided");
        decided["choice"]!.GetValue<string>().ShouldBe("bonus 100%");
        decided["by"]!.GetValue<string>().ShouldBe(World.GeneralManager);
    }

    [Fact]
    public async Task A_decision_holds_for_the_figure_it_was_taken_on()
    {
        using var hr = await app.SignedIn(World.Hr);
        var line = await hr.Line(Books.October, "EG-35c");
        (await hr.Settle(line, ("Outcome", "confirmed"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var stale = (await hr.Page(line)).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await app.EntryOfThe13th(leak);

        using var late = await hr.SubmitFrom(line, $"{line}/decisions", ("Outcome", "confirmed"), ("Seen", stale));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await hr.Page(line)).Texts(".entries .tag").ShouldBe(["数字已变，须重新决定"]);
        (await app.Statement())["decisions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_rest_is_confirmed_in_one_go_and_decisions_are_left_to_people()
    {
        using var hr = await app.SignedIn(World.Hr);
        var lines = (await app.Statement())["lines"]!.AsArray();
        using var answer = await hr.SubmitFrom(Books.October, $"{Books.October}/confirmations");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var decided = (await app.Statement())["decisions"]!.AsArray();
        decided.Count.ShouldBe(lines.Count(line => line!["decision"] is null));
        decided.ShouldAllBe(each => each!["outcome"]!.GetValue<string>() == "confirmed");
        using var finance = await app.SignedIn(World.Finance);
        using var refused = await finance.SubmitFrom(Books.October, $"{Books.October}/confirmations");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Before_the_month_is_over_nothing_is_settled()
    {
        using var hr = await app.SignedIn(World.Hr);
        (await hr.Page(Books.November)).QuerySelectorAll(".actions form, .actions .main").ShouldBeEmpty();
        using var confirmed = await hr.SubmitFrom(Books.October, $"{Books.November}/confirmations");
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await hr.Deliver(Books.November)).ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/statements/2026-13")]
    [InlineData("/statements/x")]
    [InlineData("/statements/2026-10/lines/none")]
    [InlineData("/statements/2026-10/lines/%F0%9F%98%80")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var hr = await app.SignedIn(World.Hr);
        (await hr.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_paper_has_number_code_totals_and_fields_to_sign_and_its_printing_is_noted()
    {
        using var hr = await app.SignedIn(World.Hr);
        var paper = await hr.Page($"{Books.October}/print");
        paper.Texts(".paper header b").ShouldBe(["KF-2026-10"]);
        paper.QuerySelector(".paper .qr").ShouldNotBeNull();
        paper.Texts(".paper .sign th").Length.ShouldBe(4);
        app.AccessNotes().ShouldContain((World.Hr, "statement.printed", "2026-10"));
    }
}
