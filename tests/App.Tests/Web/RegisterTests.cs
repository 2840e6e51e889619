using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class RegisterTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient me = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        me = await app.SignedIn();
    }

    public async Task DisposeAsync()
    {
        me.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_register_says_what_will_stand_here_and_how_to_fill_it()
    {
        var page = await me.Page("/cases");
        page.Texts(".empty h2").ShouldBe(["还没有案件"]);
        page.Texts(".empty code").ShouldHaveSingleItem().ShouldContain("import cases");
    }

    [Fact]
    public async Task The_case_whose_clock_ends_first_stands_on_top()
    {
        var later = await Complaint.Opened("2026-10-12 15:35", "1-1-101", "门铃不响").In(app);
        var late = await Complaint.Opened("2026-10-12 09:00", "1-1-102", "水管漏水").In(app);
        var soon = await Complaint.Opened("2026-10-12 15:15", "1-1-103", "电梯异响").In(app);

        var page = await me.Page("/cases");
        page.Texts("td.no").ShouldBe([late, soon, later]);
        page.Texts("tr .clock b").ShouldBe(["报批 已超期 6 小时", "报批 还剩 5 分钟", "报批 还剩 25 分钟"]);
        page.QuerySelectorAll("tbody tr").Select(row => row.ClassName).ShouldBe(["late", "soon", "run"]);
    }

    [Fact]
    public async Task A_row_shows_unit_customer_demand_category_department_and_step()
    {
        await Complaint.Opened("2026-10-12 15:15", "澜岸 1-1-103", "电梯异响").In(app);
        var page = await me.Page("/cases");
        page.Texts("td.unit").ShouldBe(["澜岸 1-1-103 · 李女士"]);
        page.Texts("td.what").ShouldBe(["电梯异响"]);
        page.Texts("td.dept").ShouldBe(["物业公司"]);
        page.Texts("td.step").ShouldBe(["已登记"]);
        page.Body!.TextContent.ShouldNotContain("13800005678");
    }

    [Fact]
    public async Task A_card_offers_the_step_that_waits_for_its_reader_and_no_other()
    {
        await app.DisposeAsync();
        app = await TestApp.StartWithWorld();
        var number = await Complaint.Opened("2026-10-12 15:15", "1-1-103", "电梯异响").In(app);
        using var specialist = await app.SignedIn(World.Specialist);
        var step = (await specialist.Page("/cases")).QuerySelectorAll("td.act a").ShouldHaveSingleItem();
        step.TextContent.ShouldBe("填报督办令");
        step.GetAttribute("href").ShouldBe($"/cases/{number}/events/order.submitted");
        using var general = await app.SignedIn(World.GeneralManager);
        var page = await general.Page("/cases");
        page.Texts("td.no").ShouldBe([number]);
        page.QuerySelectorAll("td.act").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_head_says_whose_cases_these_are()
    {
        (await me.Page("/cases")).Texts(".scope").ShouldBe(["全部项目"]);
        await app.DisposeAsync();
        app = await TestApp.StartWithWorld();
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.Page("/cases")).Texts(".scope").ShouldBe(["我可见的 1 个项目"]);
    }

    [Fact]
    public async Task The_figures_count_what_is_open_overdue_and_due_today()
    {
        await Complaint.Opened("2026-10-12 09:00", "1-1-102", "水管漏水").In(app);
        await Complaint.Opened("2026-10-12 15:35", "1-1-101", "门铃不响").In(app);
        await Resolved("2026-10-12 10:00");
        var page = await me.Page("/cases");
        page.Texts(".figures dd").ShouldBe(["2", "1", "1"]);
    }

    [Fact]
    public async Task Ended_cases_are_shown_only_when_asked_for_and_then_last()
    {
        var ended = await Resolved("2026-10-12 10:00");
        var open = await Complaint.Opened("2026-10-12 15:35", "1-1-101", "门铃不响").In(app);
        (await me.Page("/cases")).Texts("td.no").ShouldBe([open]);
        (await me.Page("/cases?state=all")).Texts("td.no").ShouldBe([open, ended]);
    }

    [Fact]
    public async Task Filters_narrow_by_project_category_and_nature()
    {
        var repair = await Complaint.Opened("2026-10-12 15:30", "1-1-101", "门铃不响").In(app);
        var leasing = await Complaint.Opened("2026-10-12 15:31", "1-1-102", "租金问题", "YT", "leasing").In(app);
        var major = await Complaint.Leak().In(app);
        (await me.Page("/cases?project=YT")).Texts("td.no").ShouldBe([leasing]);
        (await me.Page("/cases?category=leasing")).Texts("td.no").ShouldBe([leasing]);
        (await me.Page("/cases?nature=major")).Texts("td.no").ShouldBe([major]);
        (await me.Page("/cases?project=LA")).Texts("td.no").ShouldBe([major, repair]);
        (await me.Page("/cases?project=none")).Texts(".empty h2").ShouldBe(["没有符合条件的案件"]);
    }

    [Theory]
    [InlineData("/cases", "due")]
    [InlineData("/cases?sort=-openedAt", "opened")]
    [InlineData("/cases?number=LA-2026-", "number")]
    public async Task Pages_of_fifty_show_every_case_once(string first, string order)
    {
        var numbers = new List<string>();
        for (var i = 0; i < 53; i++)
        {
            // Three share one opening and one due time: the cursor must not lose or repeat one of them.
            numbers.Add(await Complaint.Opened($"2026-10-12 15:{10 + (i / 3):00}", $"1-1-{i}", "门铃不响").In(app));
        }

        var page = await me.Page(first);
        var seen = page.Texts("td.no").ToList();
        seen.Count.ShouldBe(50, order);
        var next = await me.Page(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        seen.AddRange(next.Texts("td.no"));
        next.QuerySelector("a[rel=next]").ShouldBeNull();
        seen.Order(StringComparer.Ordinal).ShouldBe(numbers.Order(StringComparer.Ordinal));
        seen.ShouldBe(order == "opened" ? Enumerable.Reverse(numbers) : numbers);
    }

    [Fact]
    public async Task A_whole_number_leads_to_the_case_and_a_beginning_lists_what_begins_so()
    {
        var number = await Complaint.Opened("2026-10-12 15:30", "1-1-101", "门铃不响").In(app);
        await Complaint.Opened("2026-10-12 15:31", "1-1-102", "租金问题", "YT").In(app);
        using var jump = await me.GetAsync(new Uri($"/cases?number={number}", UriKind.Relative));
        jump.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        jump.Headers.Location!.OriginalString.ShouldBe($"/cases/{number}");
        (await me.Page("/cases?number=LA-")).Texts("td.no").ShouldBe([number]);
    }

    [Fact]
    public async Task Htmx_gets_the_list_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases");
        request.Headers.Add("HX-Request", "true");
        using var answer = await me.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).TrimStart().ShouldStartWith("<div id=\"register\"");
    }

    [Theory]
    [InlineData("/cases?after=nonsense&nature=unheard&sort=up")]
    [InlineData("/cases?after=99999999999999999999.1.x")]
    [InlineData("/cases?project=%00&number=%27%25_")]
    public async Task A_mistyped_address_still_shows_a_register(string address)
    {
        using var answer = await me.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<string> Resolved(string at) =>
        Complaint
            .Opened(at, "1-1-104", "灯不亮")
            .Then("case.resolvedOnSpot", at.Replace(":00", ":10", StringComparison.Ordinal), "zhou", new { signature = true })
            .In(app);
}
