using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>
/// One complaint through nine people, each in a browser of the own, from the ringing phone over what it costs whom to the second
/// cycle; and what the application says of it at the end is what a replay of its events says.
/// </summary>
public sealed class NinePeopleTests : IAsyncLifetime
{
    private const string Phone = "13800005678";
    private const string Number = "LA-2026-0001";

    private readonly Dictionary<string, IPage> windows = [];
    private readonly List<List<string>> complaints = [];
    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        chromium = await Chromium.Start();
        await Journey.MoveIn(app, "3-2-1201", "李女士", Phone);

        // Who calls back is not who registered.
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.Add(Assignment.Always(World.OtherSpecialist, Post.Specialist, "LA", ""));
                return session.Db.SaveChanges();
            });
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task From_the_ringing_phone_to_the_second_cycle_and_the_statement()
    {
        await Registered();
        await Ordered();
        await Handled();
        await Closed();
        await Reopened();
        await ReadByTheAnswerable();
        var said = await app.ShouldBeWhatReplaySays(Number);
        Told(said[0]!["penalties"]!)
            .ShouldBe(
                [
                    "EG-18(1) zhou 3 300",
                    "EG-18(2) general 1 100",
                    "EG-35a gao 2 ",
                    "EG-35c gao 1 200",
                    "EG-36(1) gao 2 200",
                    "EG-36(1) liang 2 100",
                ],
                ignoreOrder: true
            );
        $"{said[0]!["cycle"]}".ShouldBe("2");
        await Charged();
        complaints.SelectMany(each => each).ShouldBeEmpty();
    }

    /// <summary>The visitor left at 15:05; what she said is registered at 15:40 and signed by her.</summary>
    private async Task Registered()
    {
        var zhou = await At(World.Specialist, "2026-10-12 15:40", "/cases/new?rules=group", 1024);
        await zhou.Locator("#who").PressSequentiallyAsync("5678");
        await zhou.Locator("#callers a").ClickAsync();
        await zhou.GetByLabel("来源").SelectOptionAsync("visit");
        await zhou.GetByLabel("类别").SelectOptionAsync("property.repair");
        await zhou.GetByLabel("来电结束或客户离开").FillAsync("2026-10-12T15:05");
        await zhou.GetByLabel("客户诉求").FillAsync("飘窗渗漏，雨天墙面起皮");
        await zhou.GetByLabel("当场签字").CheckAsync();
        await Journey.Draw(zhou);
        await zhou.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await zhou.WaitForURLAsync($"**/cases/{Number}/desk-rating");
        await zhou.GetByLabel("很满意").CheckAsync();
        await zhou.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(zhou.GetByText("感谢您的评价")).ToBeVisibleAsync();
    }

    /// <summary>Submitted too late, rejected, submitted again, approved, and issued eight minutes too late.</summary>
    private async Task Ordered()
    {
        var zhou = await At(World.Specialist, "2026-10-12 15:52", $"/cases/{Number}", 1024);
        await Journey.Act(zhou, "填报督办令", form => form.GetByLabel("要求完成时间").FillAsync("2026-10-15T18:00"));

        var deputy = await At(World.DeputyManager, "2026-10-12 15:55", "/inbox");
        await deputy.GetByRole(AriaRole.Link, new() { Name = "退回督办令" }).ClickAsync();
        await deputy.GetByLabel("原因").FillAsync("请写明客户要求的时间");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "退回督办令" }).ClickAsync();
        await Assertions.Expect(deputy.GetByText("没有等您办理的案件").Or(deputy.Locator(".notice.done"))).ToBeVisibleAsync();

        zhou = await At(World.Specialist, "2026-10-12 16:10", $"/cases/{Number}", 1024);
        await Assertions.Expect(zhou.GetByText("请写明客户要求的时间")).ToBeVisibleAsync();
        await Journey.Act(zhou, "填报督办令", form => form.GetByLabel("要求完成时间").FillAsync("2026-10-14T18:00"));

        await FromInbox(await At(World.DeputyManager, "2026-10-12 16:40", "/inbox"), "审核督办令");
        await FromInbox(await At(World.GeneralManager, "2026-10-12 17:15", "/inbox"), "签发督办令");
    }

    /// <summary>A visit that is a quarter of an hour late, an agreed time before the one that was asked for, one entry of two.</summary>
    private async Task Handled()
    {
        var gao = await At(World.Department, "2026-10-12 18:30", "/messages/mine");
        await Assertions.Expect(gao.GetByText($"督办令已签发：{Number}")).ToBeVisibleAsync();
        await gao.GotoAsync($"/cases/{Number}");
        await Journey.Act(
            gao,
            "录入上门回访",
            async form =>
            {
                foreach (var item in await form.Locator("input[name^='visit.conduct.'][value=yes]").AllAsync())
                {
                    await item.CheckAsync();
                }

                await form.GetByLabel("商谈完成时间").FillAsync("2026-10-13T18:00");
                await form.GetByLabel("方案内容").FillAsync("重做外窗防水，恢复墙面");
                await Journey.Draw(gao);
            },
            "上门回访"
        );
        gao = await At(World.Department, "2026-10-13 17:30", $"/cases/{Number}");
        await Journey.Act(gao, "录入处理进展", form => form.GetByLabel("处理进展").FillAsync("第一遍防水完成"));
        gao = await At(World.Department, "2026-10-15 10:00", $"/cases/{Number}");
        await Journey.Act(gao, "申请结案", form => Journey.UploadPaper(gao, form));
    }

    /// <summary>Called back by another specialist, reviewed, approved.</summary>
    private async Task Closed()
    {
        var he = await At(World.OtherSpecialist, "2026-10-15 10:20", $"/cases/{Number}", 1024);
        await Journey.Act(
            he,
            "电话回访",
            async form =>
            {
                await form.GetByLabel("回访目的").SelectOptionAsync("closure");
                await form.GetByRole(AriaRole.Group, new() { Name = "联系上客户" }).GetByLabel("是").CheckAsync();
                await form.GetByRole(AriaRole.Group, new() { Name = "满意度评分" }).GetByLabel("4").CheckAsync();
                await form.GetByLabel("客户对上门的评价").SelectOptionAsync("poor");
            }
        );
        he = await At(World.OtherSpecialist, "2026-10-15 10:45", $"/cases/{Number}", 1024);
        await Journey.Act(he, "核查通过", _ => Task.CompletedTask);
        await FromInbox(await At(World.DeputyManager, "2026-10-15 11:00", "/inbox"), "复核结案");
        await FromInbox(await At(World.GeneralManager, "2026-10-15 11:30", "/inbox"), "批准结案");
    }

    /// <summary>The owner on the phone: what was done, a rating, and the rain of five days later.</summary>
    private async Task Reopened()
    {
        await GoTo(Complaint.At("2026-10-20 08:00"));
        var owner = await Window("owner", 390);
        await Journey.ComeIn(owner, app, Phone);
        await owner
            .GetByRole(AriaRole.Link, new() { Name = Number })
            .Or(owner.Locator($"a[href='/owner/cases/{Number}']"))
            .First.ClickAsync();
        await Assertions.Expect(owner.Locator(".own-time")).ToContainTextAsync("已与您商定处理方案");
        await Assertions.Expect(owner.Locator(".own")).Not.ToContainTextAsync("¥");
        await owner.GetByLabel("不满意", new() { Exact = true }).CheckAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(owner.GetByText("感谢您的评价。")).ToBeVisibleAsync();
        await owner.GetByText("问题没有解决，要求重新处理").ClickAsync();
        await owner.GetByLabel("请说明哪里没有解决").FillAsync("昨天下雨又漏了");
        await owner.GetByRole(AriaRole.Button, new() { Name = "要求重新处理" }).ClickAsync();
        await Assertions.Expect(owner.GetByText("已收到，我们会重新处理。")).ToBeVisibleAsync();
        var zhou = await At(World.Specialist, "2026-10-20 08:30", $"/cases/{Number}", 1024);
        await Journey.Act(zhou, "填报督办令", form => form.GetByLabel("要求完成时间").FillAsync("2026-10-23T18:00"));
        await Assertions.Expect(zhou.Locator("#clocks")).ToContainTextAsync("至今天 08:30");
    }

    /// <summary>The leader and the chairman were reminded, may read, and are offered nothing to record in others' names.</summary>
    private async Task ReadByTheAnswerable()
    {
        foreach (var who in new[] { World.Leader, World.Chairman })
        {
            var page = await At(who, "2026-10-20 08:40", "/messages/mine");
            await Assertions.Expect(page.GetByText(Number).First).ToBeVisibleAsync();
            await page.GotoAsync($"/cases/{Number}");
            await Assertions.Expect(page.Locator("#penalties")).ToContainTextAsync("EG-36(1)");
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "审核督办令" })).ToHaveCountAsync(0);
        }
    }

    /// <summary>HR reads in the draft of the month what the case has cost, each line with its reason.</summary>
    private async Task Charged()
    {
        var hr = await At(World.Hr, "2026-11-02 09:00", "/statements/2026-10", 1440);
        await hr.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        var statement = await app.StatementShouldBeWhatReplaySays("2026-10", Number);
        await Assertions.Expect(hr.Locator(".lines > li")).ToHaveCountAsync(statement["lines"]!.AsArray().Count);
        await hr.Locator(".lines > li", new() { HasText = "EG-18(1)" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(hr.Locator(".why-box .sentence")).ToContainTextAsync("3 × 100 元 = 300 元");
        await app.ShouldBeWhatReplaySays(Number);
    }

    /// <summary>Time passes with its mornings: who is to be reminded is.</summary>
    private async Task GoTo(Instant when)
    {
        for (var morning = app.Clock.Now.NextAt(new TimeOnly(9, 30)); morning < when; morning += TimeSpan.FromDays(1))
        {
            app.Clock.Now = morning;
            await app.Cases.Sweep(morning);
        }

        app.Clock.Now = when;
        await app.Cases.Sweep(when);
    }

    private static List<string> Told(JsonNode items) =>
        [.. items.AsArray().Select(item => $"{item!["clause"]} {item["subject"]} {item["units"]} {item["amount"]}")];

    private async Task<IPage> At(string who, string when, string path, int width = 390)
    {
        await GoTo(Complaint.At(when));
        var page = await Window(who, width);
        await Journey.Visit(page, who, path);
        await Journey.Fits(page, width);
        return page;
    }

    private async Task<IPage> Window(string who, int width)
    {
        if (!windows.TryGetValue(who, out var page))
        {
            windows[who] = page = await chromium.Window(app.Url, width, 844);
            complaints.Add(Journey.Listen(page, overNight: true));
        }

        return page;
    }

    /// <summary>Two clicks: the step, and that it is meant.</summary>
    private static async Task FromInbox(IPage page, string what)
    {
        await page.Locator("[data-row]").GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
        await page.WaitForURLAsync("**/inbox*");
    }
}
