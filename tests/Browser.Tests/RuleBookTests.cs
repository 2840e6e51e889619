using Microsoft.Playwright;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>A rule from the draft to the day it counts: mend what is wrong, try it out, publish it; on a desk, on a phone, without script.</summary>
public sealed class RuleBookTests : IAsyncLifetime
{
    private const string Plan = "clause: EG-35b, amount: 300";

    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        // A simulation is the work of a timer.
        app = await TestApp.StartWithWorld(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Timers:Enabled"] = "true" });
        await Complaint.Leak().In(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, 900, true)]
    [InlineData(360, 780, true)]
    [InlineData(1440, 900, false)]
    public async Task A_draft_is_mended_tried_out_and_published(int width, int height, bool script)
    {
        var page = await chromium.Window(app.Url, width, height, script: script);
        await Journey.Visit(page, World.GeneralManager, "/cases");
        await page.GotoAsync("/rules/group");
        await Journey.Fits(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "起草修订" }).ClickAsync();
        await page.WaitForURLAsync("**/rules/drafts/*");
        var text = page.GetByLabel("制度正文");
        var book = await text.InputValueAsync();

        await text.FillAsync(book.Replace(Plan, Plan.Replace("300", "-5", StringComparison.Ordinal), StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并保存" }).ClickAsync();
        await Assertions.Expect(page.Locator(".findings li")).ToContainTextAsync("金额不能为负");
        await Journey.Fits(page, width);

        await text.FillAsync(book.Replace(Plan, Plan.Replace("300", "500", StringComparison.Ordinal), StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已保存，检查无误")).ToBeVisibleAsync();
        var draft = new Uri(page.Url).AbsolutePath;

        await page.GetByLabel("登记起日").FillAsync("2026-10-01");
        await page.GetByLabel("登记止日（不含）").FillAsync("2026-11-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始试算" }).ClickAsync();
        await page.WaitForURLAsync("**/rules/simulations/*");
        await Computed(page, script);
        await Journey.Fits(page, width);

        await page.GotoAsync(draft);
        await page.GetByLabel("生效日期").FillAsync("2026-10-20");
        await page.GetByLabel("发布理由").FillAsync("按时录入方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/rules/group?version=2026-10-20");
        await Assertions.Expect(page.Locator(".contents")).ToContainTextAsync("待生效");
        await Assertions.Expect(page.Locator("#clause-EG-35b")).ToContainTextAsync("¥500.00");
    }

    /// <summary>With script the page turns by itself; without, by its link.</summary>
    private static async Task Computed(IPage page, bool script)
    {
        var done = page.GetByText("计算 1 件");
        for (var i = 0; !script && i < 100 && !await done.IsVisibleAsync(); i++)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(done).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}
