using Microsoft.Playwright;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>A month's statement from its draft to the correction of the next one, by the three people who work on it.</summary>
public sealed class StatementJourneyTests : IAsyncLifetime
{
    private static readonly Instant SecondOfNovember = Complaint.At("2026-11-02 09:00");

    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        await Complaint.Leak().In(app);
        app.Clock.Now = SecondOfNovember;
        await app.Cases.Sweep(SecondOfNovember);
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
    public async Task Draft_waive_confirm_deliver_appeal_and_the_next_months_correction(int width, int height, ColorScheme scheme)
    {
        var hr = await Window(World.Hr, width, height, scheme);
        var complaints = Journey.Listen(hr);
        await hr.GotoAsync("/statements");
        await Look(hr, "statements", width, scheme);
        await hr.GetByRole(AriaRole.Link, new() { Name = "2026-10" }).ClickAsync();
        await hr.WaitForURLAsync("**/statements/2026-10");
        await Look(hr, "statement-draft", width, scheme);
        await hr.GetByRole(AriaRole.Link, new() { Name = "EG-35b" })
            .Or(hr.GetByRole(AriaRole.Link, new() { Name = "EG-35c" }))
            .First.ClickAsync();
        await Look(hr, "statement-line", width, scheme);
        await hr.GetByRole(AriaRole.Radio, new() { Name = "免除" }).CheckAsync();
        await hr.GetByLabel("理由（免除时必填）").FillAsync("台风天停工");
        await hr.GetByRole(AriaRole.Button, new() { Name = "保存决定" }).ClickAsync();
        await Assertions.Expect(hr.GetByText("决定已保存。")).ToBeVisibleAsync();
        await hr.GotoAsync("/statements/2026-10");
        await hr.GetByRole(AriaRole.Button, new() { Name = "其余全部确认" }).ClickAsync();
        await Assertions.Expect(hr.GetByText("其余各行已确认。")).ToBeVisibleAsync();
        await hr.GetByRole(AriaRole.Link, new() { Name = "报送", Exact = true }).ClickAsync();
        await Look(hr, "statement-delivery", width, scheme);
        await hr.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(hr.GetByText("月报已报送，从此固定不变。")).ToBeVisibleAsync();
        await Look(hr, "statement-delivered", width, scheme);
        await hr.GotoAsync("/statements/2026-10/print");
        await Look(hr, "statement-paper", width, scheme);

        var zhou = await Window(World.Specialist, width, height, scheme);
        await zhou.GotoAsync("/statements/mine");
        await Look(zhou, "statement-mine", width, scheme);
        await zhou.GetByRole(AriaRole.Link, new() { Name = "EG-18(1)" }).ClickAsync();
        await zhou.GetByLabel("申诉理由").FillAsync("系统当时不能登录");
        await Look(zhou, "appeal", width, scheme);
        await zhou.GetByRole(AriaRole.Button, new() { Name = "提交申诉" }).ClickAsync();
        await Assertions.Expect(zhou.GetByText("申诉已提交。")).ToBeVisibleAsync();

        var general = await Window(World.GeneralManager, width, height, scheme);
        await general.GotoAsync("/appeals");
        await Look(general, "appeals", width, scheme);
        await general.GetByRole(AriaRole.Link, new() { Name = "周敏 · 2026-10" }).ClickAsync();
        await general.GetByRole(AriaRole.Radio, new() { Name = "成立，退回扣罚" }).CheckAsync();
        await general.GetByRole(AriaRole.Textbox, new() { Name = "理由" }).FillAsync("系统日志证实");
        await general.GetByRole(AriaRole.Button, new() { Name = "保存决定" }).ClickAsync();
        await Assertions.Expect(general.GetByText("决定已保存，并已通知申诉人。")).ToBeVisibleAsync();

        await hr.GotoAsync("/statements/2026-11");
        var correction = hr.Locator(".lines > li", new() { HasText = "EG-18(1)" });
        await hr.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        await Assertions.Expect(correction).ToContainTextAsync("更正 2026-10");
        await Assertions.Expect(correction).ToContainTextAsync("−¥200.00");
        await Look(hr, "statement-correction", width, scheme);
        complaints.ShouldBeEmpty();
    }

    private async Task<IPage> Window(string who, int width, int height, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        await Journey.Visit(page, who, "/cases");
        return page;
    }

    private static async Task Look(IPage page, string name, int width, ColorScheme scheme)
    {
        await Journey.Fits(page, width);
        await Journey.Keep(page, name, width, scheme);
    }
}
