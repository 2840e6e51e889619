using Microsoft.Playwright;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>A breach seen in a video check becomes a decision, at the desk and on a phone.</summary>
public sealed class LedgerJourneyTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
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
    public async Task A_breach_is_written_down_and_decided(int width)
    {
        var deputy = await SignedIn(World.DeputyManager, width);
        await deputy.GotoAsync("/ledgers");
        await Journey.Fits(deputy, width);
        await deputy.GetByRole(AriaRole.Link, new() { Name = "登记 视频检查日志" }).ClickAsync();
        await deputy.GetByLabel("单位").SelectOptionAsync("LA");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await deputy.GetByLabel("被检查人").SelectOptionAsync(World.Specialist);
        await deputy.GetByLabel("劳动纪律").CheckAsync();
        await deputy.GetByLabel("违反").CheckAsync();
        await deputy.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(deputy.GetByText("由此提请的处理决定")).ToBeVisibleAsync();
        await Journey.Fits(deputy, width);
        await Journey.Keep(deputy, "ledger-entry", width, ColorScheme.Light);

        var general = await SignedIn(World.GeneralManager, width);
        await general.GotoAsync("/decisions");
        await Journey.Fits(general, width);
        await general.Locator("tr[data-row] a").First.ClickAsync();
        await general.GetByLabel("通报批评").CheckAsync();
        await general.GetByLabel("决定理由").FillAsync("首次，口头说明后改正。");
        await general.GetByRole(AriaRole.Button, new() { Name = "作出决定" }).ClickAsync();
        await Assertions.Expect(general.Locator("h1 .tag")).ToHaveTextAsync("通报批评");
        await Journey.Keep(general, "decision", width, ColorScheme.Light);
    }

    private async Task<IPage> SignedIn(string who, int width)
    {
        var page = await chromium.Window(app.Url, width, 900);
        await Journey.Visit(page, who, "/cases");
        return page;
    }
}
