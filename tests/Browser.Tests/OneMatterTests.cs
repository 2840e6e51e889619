using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>Four households of one building complain of the same thing, and one of them twice.</summary>
public sealed class OneMatterTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private readonly List<string> leaks = [];
    private string again = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        foreach (var door in new[] { "1201", "1301", "1401", "1501" })
        {
            leaks.Add(await Complaint.Opened("2026-10-12 15:20", $"3-2-{door}", "外墙渗水，墙面起皮").In(app));
        }

        again = await Complaint.Opened("2026-10-12 15:25", "3-2-1201", "上午说过外墙渗水，没人来").In(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Dark)]
    public async Task A_duplicate_is_merged_and_four_households_become_one_group(int width, int height, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        var complaints = Journey.Listen(page);
        await SignIn(page, World.Specialist);

        await page.GotoAsync($"/cases/{again}");
        await page.GetByRole(AriaRole.Link, new() { Name = "并入另一案件" }).ClickAsync();
        await page.WaitForURLAsync("**/merge");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "merge", width, scheme);
        await page.GetByLabel(leaks[0], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "并入", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/cases/{leaks[0]}?alias={again}");
        await Assertions.Expect(page.GetByText($"{again} 已并入 {leaks[0]}")).ToBeVisibleAsync();
        await Journey.Fits(page, width);

        await page.GotoAsync("/cases");
        foreach (var leak in leaks)
        {
            await page.GetByLabel($"选中 {leak}").CheckAsync();
        }

        await Journey.Fits(page, width);
        await Journey.Keep(page, "choose", width, scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "归为一组" }).ClickAsync();
        await page.WaitForURLAsync("**/cases/group?**");
        await page.GetByLabel($"牵头案件 {leaks[0]}").CheckAsync();
        await Journey.Fits(page, width);
        await Journey.Keep(page, "group", width, scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "归为一组" }).ClickAsync();
        await page.WaitForURLAsync($"**/cases/{leaks[0]}?related=grouped**");
        await Assertions.Expect(page.Locator("#group")).ToContainTextAsync("牵头，组内 3 件，未办结 3 件");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "lead", width, scheme);

        await page.GotoAsync($"/cases/{again}");
        await page.GetByRole(AriaRole.Link, new() { Name = "原记录" }).ClickAsync();
        await page.WaitForURLAsync("**/merged");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "merged", width, scheme);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suggested_category_is_taken_over_with_one_click()
    {
        for (var i = 0; i < 30; i++)
        {
            await Complaint.Opened("2026-10-10 09:00", "3-2-1201", "飘窗渗漏，墙面起皮，天花板渗水").In(app);
            await Complaint.Opened("2026-10-10 09:00", "1-1-101", "认购书与合同价格不符，定金不退", "HY", "sales.signing").In(app);
        }

        var learn = app.Services.GetServices<TimedWork>().Single(work => work.Name == "categories.learn");
        await learn.Run(app.Clock.Now, CancellationToken.None);
        var page = await chromium.Window(app.Url, 1440, 900, ColorScheme.Light);
        var complaints = Journey.Listen(page);
        await SignIn(page, World.Specialist);
        await page.GotoAsync("/cases/new?rules=group");
        await page.Locator("#field-demand").PressSequentiallyAsync("客厅墙面渗水，天花板有水印");
        var suggestion = page.Locator("#suggested");
        await Assertions.Expect(suggestion).ToContainTextAsync("建议：维保修");
        await Journey.Keep(page, "suggested", 1440, ColorScheme.Light);
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "采用" }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-category")).ToHaveValueAsync("property.repair");
        await Assertions.Expect(suggestion).ToBeEmptyAsync();
        complaints.ShouldBeEmpty();
    }

    private static async Task SignIn(IPage page, string who)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(who);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
