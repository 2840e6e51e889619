using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>The pages on which a complaint has consequences, each as those who work with it: what they see, do, and do not see.</summary>
public sealed class ConsequencesTests : IAsyncLifetime
{
    private readonly Dictionary<string, IPage> windows = [];
    private TestApp app = null!;
    private Chromium chromium = null!;
    private string leak = "";
    private string solved = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Complaint.Leak().In(app);
        solved = await Complaint
            .Opened("2026-10-12 09:00", "3-2-1202", "飘窗渗漏")
            .Then("case.resolvedOnSpot", "2026-10-12 09:20", World.Specialist, new { signature = true })
            .In(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task An_overdue_case_is_urged_by_the_deputy_and_others_only_see_that_it_was(int width)
    {
        var deputy = await As(World.DeputyManager, "/watch?list=overdue", width);
        await Journey.Fits(deputy, width);
        await Journey.Keep(deputy, "watch", width, ColorScheme.Light);
        var row = deputy.Locator(".watched > li", new() { HasText = leak });
        await Assertions.Expect(row).ToContainTextAsync("今日未督促");
        await row.GetByRole(AriaRole.Link, new() { Name = "记督促" }).ClickAsync();
        await deputy.GetByLabel("督促谁").SelectOptionAsync(World.Leader);
        await deputy.GetByLabel("方式").SelectOptionAsync("phone");
        await deputy.GetByLabel("原因").First.FillAsync("等待材料");
        await Journey.Fits(deputy, width);
        await deputy.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await deputy.GotoAsync("/watch?list=overdue");
        await Assertions.Expect(row).ToContainTextAsync("最近督促 梁宽");

        var zhou = await As(World.Specialist, "/watch?list=overdue", width);
        await Assertions.Expect(zhou.Locator(".watched > li")).ToContainTextAsync("最近督促 梁宽");
        await Assertions.Expect(zhou.GetByRole(AriaRole.Link, new() { Name = "记督促" })).ToHaveCountAsync(0);
        var elsewhere = await As(World.OtherSpecialist, "/watch?list=overdue", width);
        await Assertions.Expect(elsewhere.GetByText("这里没有案件")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task An_article_is_written_by_the_desk_published_above_it_and_found_while_the_caller_talks(int width)
    {
        var zhou = await As(World.Specialist, "/knowledge/new", width);
        await Journey.Fits(zhou, width);
        await zhou.Locator("#field-title").FillAsync("飘窗渗水怎么答复");
        await zhou.Locator("#field-kind").SelectOptionAsync("answer");
        await zhou.Locator("#field-text").FillAsync("先问渗水的位置和下雨的关系，一小时内安排上门。");
        await Assertions.Expect(zhou.GetByRole(AriaRole.Button, new() { Name = "保存并发布" })).ToHaveCountAsync(0);
        await zhou.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(zhou.GetByText("已保存")).ToBeVisibleAsync();
        var written = new Uri(zhou.Url).AbsolutePath;

        var reader = await As(World.Reader, "/knowledge", width);
        await Assertions.Expect(reader.GetByText("还没有文章")).ToBeVisibleAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = "写文章" })).ToHaveCountAsync(0);

        var deputy = await As(World.DeputyManager, written, width);
        await deputy.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Assertions.Expect(deputy.GetByText("已发布")).ToBeVisibleAsync();
        await Journey.Fits(deputy, width);

        await zhou.GotoAsync("/cases/new?rules=group");
        await zhou.Locator("#field-demand").PressSequentiallyAsync("主卧飘窗渗水");
        await Assertions.Expect(zhou.Locator("#articles-beside a")).ToHaveTextAsync("飘窗渗水怎么答复");
        await reader.GotoAsync("/knowledge?q=飘窗");
        await Assertions.Expect(reader.Locator(".articles a")).ToHaveCountAsync(1);
        await Journey.Fits(reader, width);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task An_ended_case_is_in_the_casebook_after_two_clicks_and_everybody_learns_from_it(int width)
    {
        var zhou = await As(World.Specialist, $"/cases/{solved}", width);
        await zhou.GetByRole(AriaRole.Link, new() { Name = "收入案例库" }).ClickAsync();
        await Journey.Fits(zhou, width);
        await zhou.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(zhou.GetByText("已保存")).ToBeVisibleAsync();
        await Journey.Fits(zhou, width);
        var entry = new Uri(zhou.Url).AbsolutePath;
        var title = await zhou.Locator("h1").InnerTextAsync();
        await Assertions.Expect(zhou.GetByRole(AriaRole.Link, new() { Name = "修改" })).ToBeVisibleAsync();
        await Assertions.Expect(zhou.Locator("#content")).Not.ToContainTextAsync("李女士");

        // Learnt by all, changed by its keepers, and the case itself stays with those who may open it.
        foreach (var who in new[] { World.Reader, World.OtherSpecialist })
        {
            var other = await As(who, entry, width);
            await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync(title);
            await Assertions.Expect(other.GetByRole(AriaRole.Link, new() { Name = solved })).ToHaveCountAsync(who == World.Reader ? 1 : 0);
        }

        var reader = await As(World.Reader, entry, width);
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = "修改" })).ToHaveCountAsync(0);
        var open = await As(World.Specialist, $"/cases/{leak}", width);
        await Assertions.Expect(open.GetByRole(AriaRole.Link, new() { Name = "收入案例库" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task The_ranking_shows_ties_to_the_group_and_a_desk_only_its_own_line(int width)
    {
        foreach (var project in new[] { "LA", "HY" })
        {
            await Finished(project).In(app);
        }

        app.Clock.Now = Complaint.At("2026-11-02 09:00");
        await app.Cases.Sweep(app.Clock.Now);
        var deputy = await As(World.DeputyManager, "/rankings/2026-10", width);
        await Journey.Fits(deputy, width);
        await Journey.Keep(deputy, "ranking", width, ColorScheme.Light);
        var rows = deputy.Locator(".ranking").Last.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await deputy.GetByRole(AriaRole.Link, new() { Name = "打印通报" }).ClickAsync();
        await Assertions.Expect(deputy.Locator(".paper")).ToContainTextAsync("和苑");

        var zhou = await As(World.Specialist, "/rankings/2026-10", width);
        await Assertions.Expect(zhou.Locator(".ranking tbody th")).ToHaveTextAsync(["澜岸"]);
        await zhou.Locator(".ranking a").First.ClickAsync();
        await Assertions.Expect(zhou.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await Journey.Fits(zhou, width);
        (await zhou.GotoAsync("/rankings/2026-10/HY/onTime"))!.Status.ShouldBe(404);
    }

    /// <summary>Refused where there is nothing for a role, and without the buttons of others where there is.</summary>
    [Fact]
    public async Task Every_role_finds_its_pages_and_no_button_of_another()
    {
        (string Path, string Button, string[] Refuses, string[] Offers)[] pages =
        [
            ("/rules/group", "起草修订", [], [World.GeneralManager]),
            ("/statements/2026-10", "其余全部确认", [World.Reader], [World.Hr]),
            ("/appeals", "保存决定", [World.Specialist, World.Reader], []),
            ("/ledgers", "登记 视频检查日志", [], [World.GeneralManager]),
        ];
        app.Clock.Now = Complaint.At("2026-11-02 09:00");
        await app.Cases.Sweep(app.Clock.Now);
        foreach (var who in new[] { World.Specialist, World.Reader, World.Hr, World.GeneralManager })
        {
            var page = await As(who, "/cases", 1440);
            foreach (var (path, button, refuses, offers) in pages)
            {
                (await page.GotoAsync(path))!.Status.ShouldBe(refuses.Contains(who) ? 404 : 200, $"{path} for {who}");
                var offered = page.GetByRole(AriaRole.Button, new() { Name = button })
                    .Or(page.GetByRole(AriaRole.Link, new() { Name = button }));
                (await offered.CountAsync()).ShouldBe(offers.Contains(who) ? 1 : 0, $"{button} for {who}");
            }
        }
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task A_claim_goes_from_the_report_up_the_levels_to_the_filing(int width)
    {
        var number = await Complaint
            .Opened("2026-10-12 09:00", "3-2-1203", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 09:10", World.Specialist, new { requiredBy = Complaint.At("2026-10-20 18:00").ToString() })
            .Then("order.approved", "2026-10-12 09:20", World.DeputyManager)
            .Then(
                "order.issued",
                "2026-10-12 09:30",
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            )
            .Then("claim.raised", "2026-10-12 10:00", World.Specialist, new { amount = 30000 })
            .In(app);
        var head = await As(World.Department, $"/cases/{number}/claim", width);
        await head.GetByLabel("原因").SelectOptionAsync("workmanship");
        await head.GetByLabel("施工单位").FillAsync("东方防水");
        await head.GetByLabel("建议金额（元）").FillAsync("30000");
        await head.GetByLabel("依据").FillAsync("防水层开裂");
        await Journey.Fits(head, width);
        await head.GetByRole(AriaRole.Button, new() { Name = "填写索赔报告" }).ClickAsync();
        await head.WaitForURLAsync("**/claim?done=1");
        foreach (var who in new[] { World.Leader, World.Chairman })
        {
            var page = await As(who, "/claims?of=mine", width);
            await Journey.Fits(page, width);
            await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
            await page.GetByLabel("意见", new() { Exact = true }).SelectOptionAsync("approve");
            await page.GetByRole(AriaRole.Button, new() { Name = "审批索赔" }).ClickAsync();
            await page.WaitForURLAsync("**/claim?done=1");
        }

        await head.ReloadAsync();
        await Journey.Keep(head, "claim", width, ColorScheme.Light);
        await head.GetByLabel("支付金额（元）").FillAsync("30000");
        await head.GetByLabel("支付时间").FillAsync("2026-10-12T15:00");
        await head.GetByLabel("支付方式").SelectOptionAsync("transfer");
        await head.GetByRole(AriaRole.Button, new() { Name = "登记赔付支付" }).ClickAsync();
        await head.WaitForURLAsync("**/claim?done=1");
        await Journey.Fits(head, width);

        var elsewhere = await As(World.OtherSpecialist, "/claims?of=all", width);
        await Assertions.Expect(elsewhere.GetByText(number)).ToHaveCountAsync(0);
    }

    private async Task<IPage> As(string who, string path, int width)
    {
        if (!windows.TryGetValue(who, out var page))
        {
            windows[who] = page = await chromium.Window(app.Url, width, 844);
        }

        await Journey.Visit(page, who, path);
        return page;
    }

    private static Complaint Finished(string project) =>
        Complaint
            .Opened("2026-10-08 09:00", "3-2-1201", "飘窗渗漏", project)
            .Then("order.submitted", "2026-10-08 09:10", "zhou", new { requiredBy = Complaint.At("2026-10-10 11:00").ToString() })
            .Then("order.approved", "2026-10-08 09:30", "deputy")
            .Then(
                "order.issued",
                "2026-10-08 10:00",
                "general",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("visit.made", "2026-10-08 10:30", "gao")
            .Then("closure.applied", "2026-10-09 10:00", "gao", new { document = true })
            .Then(
                "callback.made",
                "2026-10-09 10:10",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 5,
                }
            )
            .Then("closure.accepted", "2026-10-09 10:20", "zhou")
            .Then("closure.reviewed", "2026-10-09 11:00", "deputy")
            .Then("closure.approved", "2026-10-09 12:00", "general");
}
