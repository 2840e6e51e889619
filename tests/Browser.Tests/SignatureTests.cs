using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>The field a customer signs in: with mouse and finger, through a change of size, and without script.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        chromium = await Chromium.Start();
        number = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "飘窗渗漏").In(app);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_signature_is_drawn_cleared_and_drawn_again(int width, ColorScheme scheme)
    {
        var (page, complaints) = await SignedIn(width, scheme);
        await page.GotoAsync($"/cases/{number}");
        await page.GetByRole(AriaRole.Link, new() { Name = "当场解决" }).ClickAsync();
        var canvas = page.Locator(".signature canvas");
        await Assertions.Expect(canvas).ToBeVisibleAsync();
        await Journey.Draw(page);
        await Assertions.Expect(page.Locator(".signature [data-said]")).ToHaveTextAsync("已签字");
        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await page.Locator("form.act button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("请客户签字，或上传已签字的单据");
        await Journey.Draw(page);
        await page.SetViewportSizeAsync(width == 390 ? 700 : 800, 900);
        await Journey.Draw(page);
        await Journey.Keep(page, "signature", width, scheme);
        await page.Locator("form.act button[type=submit]").ClickAsync();
        await page.WaitForURLAsync($"**/cases/{number}/desk-rating");
        await page.GetByRole(AriaRole.Link, new() { Name = "不评价" }).ClickAsync();
        await Assertions.Expect(page.Locator(".time .signed img")).ToBeVisibleAsync();
        await app.ShouldBeWhatReplaySays(number);
        complaints.RemoveAll(text => text.Contains("422", StringComparison.Ordinal));
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_drawn_is_still_there_when_the_form_comes_back()
    {
        var (page, _) = await SignedIn(1440, ColorScheme.Light);
        await page.GotoAsync("/cases/new?rules=group");
        await Assertions.Expect(page.Locator(".signature canvas")).ToBeHiddenAsync();
        await page.GetByLabel("当场签字").CheckAsync();
        await Journey.Draw(page);
        await page.EvaluateAsync("document.querySelector('form.act').noValidate = true");
        await page.Locator("form.act button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".signature [data-said]")).ToHaveTextAsync("已签字");
        var ink = await page.EvaluateAsync<int>(
            "() => { const c = document.querySelector('.signature canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + " let n = 0; for (let i = 0; i < d.length; i += 4) n += d[i] < 128 ? 1 : 0; return n; }"
        );
        ink.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Without_script_there_is_the_photo_of_the_paper_and_no_dead_field()
    {
        var page = await chromium.Window(app.Url, 1440, 900, script: false);
        await Journey.Visit(page, World.Specialist, "/cases");
        await page.GotoAsync($"/cases/{number}/events/case.resolvedOnSpot");
        await Assertions.Expect(page.Locator(".signature canvas")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("或上传已签字的单据")).ToBeVisibleAsync();
    }

    private async Task<(IPage Page, List<string> Complaints)> SignedIn(int width, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, 900, scheme);
        var complaints = Journey.Listen(page);
        await Journey.Visit(page, World.Specialist, "/cases");
        return (page, complaints);
    }
}
