using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class CasePageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient me = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        await app.AddStaff("zhou", "周敏");
        await app.AddStaff("gao", "高工");
        await app.AddStaff("chen", "陈董");
        me = await app.SignedIn();
    }

    public async Task DisposeAsync()
    {
        me.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_head_names_the_case_its_nature_its_state_and_the_clock_that_ends_next()
    {
        var number = await Complaint.Leak().In(app);
        var page = await me.Page($"/cases/{number}");
        page.Texts("h1").ShouldBe([number]);
        page.Texts(".case-head .tag").ShouldBe(["重大", "第 1 轮", "处理中"]);
        page.Texts(".case-head .sub").ShouldBe(["澜岸 3-2-1201 · 李女士 138****5678 · 来电 10月8日 09:00"]);
        page.Texts(".case-head .clock").ShouldHaveSingleItem().ShouldContain("已超期 1 天");
        page.Texts(".quote").ShouldBe(["飘窗渗漏，雨天墙面起皮，要求三日内修复并恢复墙面。"]);
        page.Body!.TextContent.ShouldNotContain("13800005678");
    }

    [Fact]
    public async Task The_timeline_tells_events_breaches_and_charges_at_their_instants_newest_first()
    {
        var number = await Complaint.Leak().In(app);
        var page = await me.Page($"/cases/{number}");
        var times = page.QuerySelectorAll(".time > li > time").Select(time => time.GetAttribute("datetime")!).ToArray();
        times.ShouldBe(times.OrderDescending(StringComparer.Ordinal));
        page.Texts(".time li").ShouldContain(line => line.Contains("高工") && line.Contains("晚 25 分钟（时限 10月8日 11:55）"));
        page.Texts(".time li.bad").ShouldContain(line => line.Contains("扣罚") && line.Contains("¥200.00"));
        page.Texts(".time li").ShouldContain(line => line.Contains("修补完成，等待第二遍闭水试验"));
    }

    [Fact]
    public async Task Each_clock_opens_its_clause_version_events_and_arithmetic()
    {
        var number = await Complaint.Leak().In(app);
        var page = await me.Page($"/cases/{number}");
        var visit = page.QuerySelectorAll("#clocks .clock-line")
            .Single(line =>
                line.TextContent.Contains("EG-22", StringComparison.Ordinal)
                && line.TextContent.Contains("晚 25 分钟", StringComparison.Ordinal)
            );
        visit.Texts(".why-box").ShouldHaveSingleItem().ShouldContain("11:55");
        visit.Texts(".clause").First().ShouldStartWith("EG-22");
        visit.Texts("ol li").Length.ShouldBeGreaterThanOrEqualTo(2);
        visit.TextContent.ShouldContain("2000-01-01");
    }

    [Fact]
    public async Task Penalties_stand_by_month_with_person_and_amount()
    {
        var number = await Complaint.Leak().In(app);
        var page = await me.Page($"/cases/{number}");
        page.Texts("#penalties h2").ShouldBe(["扣罚 提请人力确认"]);
        page.Texts("#penalties .month").ShouldHaveSingleItem().ShouldStartWith("2026-10");
        page.Texts("#penalties summary")
            .ShouldContain(line => line.Contains("周敏") && line.Contains("2 × ¥100.00") && line.Contains("EG-18(1)"));
        page.Texts("#penalties summary").ShouldContain(line => line.Contains("奖金 20%"));
    }

    [Fact]
    public async Task The_explanation_is_a_page_of_its_own()
    {
        var number = await Complaint.Leak().In(app);
        var page = await me.Page($"/cases/{number}/explanation");
        page.QuerySelectorAll(".reasons .why-box").Length.ShouldBeGreaterThan(8);
        page.Texts(".clause b").ShouldContain("EG-18(2)");
    }

    [Theory]
    [InlineData("/cases/LA-2026-9999")]
    [InlineData("/cases/LA-2026-9999/explanation")]
    [InlineData("/cases/x/y/z")]
    public async Task An_unknown_number_is_not_found_in_words(string address)
    {
        using var answer = await me.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("没有找到这个页面");
    }

    [Fact]
    public async Task A_case_of_the_property_book_has_clocks_and_no_box_of_penalties()
    {
        var number = await new Complaint("property", "LA")
            .Then(
                "case.opened",
                "2026-10-12 09:00",
                "zhou",
                new
                {
                    channel = "phone",
                    category = "property.repair",
                    unit = "1-1-101",
                    demand = "水管漏水",
                    onSite = true,
                }
            )
            .Then("arrival.made", "2026-10-12 09:12", "gao")
            .Then("case.classified", "2026-10-12 09:20", "gao", new { @class = "important", otherDepartment = false })
            .In(app);
        var page = await me.Page($"/cases/{number}");
        page.Texts("#clocks summary").ShouldContain(line => line.Contains("PM-42") && line.Contains("3 个工作日"));
        page.QuerySelector("#penalties").ShouldBeNull();
    }

    [Fact]
    public async Task A_historic_case_shows_its_source_text()
    {
        var number = await new Complaint("historic", "归档")
            .Then(
                "case.opened",
                "2026-01-05 10:00",
                null,
                new
                {
                    channel = "热线",
                    category = "路灯",
                    demand = "路灯不亮",
                }
            )
            .Then("case.closed", "2026-01-06 10:00", null, new { })
            .In(app);
        var page = await me.Page($"/cases/{Uri.EscapeDataString(number)}");
        page.Texts(".quote").ShouldBe(["路灯不亮"]);
        page.Texts("#clocks summary span.ok").ShouldBe(["按时"]);
        page.QuerySelector("#penalties").ShouldBeNull();
    }

    [Fact]
    public async Task Erased_words_are_said_to_be_erased()
    {
        var number = await Complaint.Leak().In(app);
        await app.Cases.Erase(number);
        var page = await me.Page($"/cases/{number}");
        page.Texts(".quote").ShouldBe(["（内容已按要求删除）"]);
        page.Body!.TextContent.ShouldNotContain("李女士");
    }

    [Fact]
    public async Task What_a_customer_wrote_is_text_and_never_markup()
    {
        var number = await Complaint.Opened("2026-10-12 15:30", "1-1-101", "<script>alert(1)</script>").In(app);
        var page = await me.Page($"/cases/{number}");
        page.Texts(".quote").ShouldBe(["<script>alert(1)</script>"]);
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }
}
