using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>A complaint from the call to the issued order: with several people at once, without script, with the keyboard alone.</summary>
public sealed class DeskTests : IAsyncLifetime
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

    [Fact]
    public async Task What_others_do_shows_on_an_open_page_within_two_seconds()
    {
        var specialist = await SignedIn(World.Specialist);
        var deputy = await SignedIn(World.DeputyManager);
        await Assertions.Expect(deputy.Locator("tr[data-row]")).ToHaveCountAsync(0);

        await Register(specialist);
        var number = specialist.Url.Split('/', '?')[4];
        var soon = new LocatorAssertionsToBeVisibleOptions { Timeout = 2_000 };
        await Assertions.Expect(deputy.Locator("tr[data-row]", new() { HasText = number })).ToBeVisibleAsync(soon);

        await specialist.GetByRole(AriaRole.Link, new() { Name = "填报督办令" }).ClickAsync();
        await specialist.GetByLabel("要求完成时间").FillAsync("2026-10-15T18:00");
        await specialist.Locator("#act").GetByRole(AriaRole.Button, new() { Name = "填报督办令" }).ClickAsync();
        await Assertions.Expect(specialist.GetByText("已记录：填报督办令")).ToBeVisibleAsync();

        await deputy.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await deputy.WaitForURLAsync($"**/cases/{number}");
        await deputy.GetByRole(AriaRole.Link, new() { Name = "审核督办令" }).ClickAsync();
        await deputy.Locator("#act").GetByRole(AriaRole.Button, new() { Name = "审核督办令" }).ClickAsync();
        await deputy.WaitForURLAsync("**recorded=order.approved");

        // The specialist has not touched the page since.
        await Assertions.Expect(specialist.Locator(".time b", new() { HasText = "审核督办令" })).ToBeVisibleAsync(soon);
        await Assertions.Expect(specialist.Locator("#changed")).ToContainTextAsync("刚刚有更新");
        await app.ShouldBeWhatReplaySays(number);
    }

    [Fact]
    public async Task The_same_works_without_script()
    {
        var page = await SignedIn(World.Specialist, script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await Fill(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "填报督办令" }).ClickAsync();
        await page.WaitForURLAsync("**/events/order.submitted");
        await page.GetByLabel("要求完成时间").FillAsync("2026-10-15T18:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "填报督办令" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已记录：填报督办令")).ToBeVisibleAsync();
        await Journey.SignOut(page);
    }

    [Fact]
    public async Task The_same_works_with_the_keyboard_alone()
    {
        var page = await SignedIn(World.Specialist);
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/cases/new");
        await page.GetByLabel("房号").WaitForAsync();
        foreach (var label in new[] { "来源", "类别" })
        {
            await TabTo(page, label);
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await TabTo(page, "房号");
        await page.Keyboard.TypeAsync("3-2-1201");
        await TabTo(page, "客户诉求");
        await page.Keyboard.TypeAsync("飘窗渗漏");
        await TabTo(page, "登记");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**recorded=case.opened");
        await TabTo(page, "填报督办令");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#act form").WaitForAsync();
    }

    private async Task<IPage> SignedIn(string who, bool script = true)
    {
        var page = await chromium.Window(app.Url, 1440, 900, script: script);
        await Journey.Visit(page, who, "/cases");
        return page;
    }

    private static async Task Register(IPage page)
    {
        await page.GotoAsync("/cases/new");
        await Fill(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**recorded=case.opened");
    }

    private static async Task Fill(IPage page)
    {
        await page.GetByLabel("客户姓名").FillAsync("李女士");
        await page.GetByLabel("联系电话").FillAsync("13800005678");
        await page.GetByLabel("来源").SelectOptionAsync("phone");
        await page.GetByLabel("类别").SelectOptionAsync("property.repair");
        await page.GetByLabel("房号").FillAsync("3-2-1201");
        await page.GetByLabel("客户诉求").FillAsync("飘窗渗漏，雨天墙面起皮");
    }

    /// <summary>Presses Tab until what has the focus says this; a page that cannot be walked to its end fails.</summary>
    private static async Task TabTo(IPage page, string name)
    {
        const int Most = 80;
        for (var i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var said = await page.EvaluateAsync<string>(
                "(document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent).trim()"
            );
            if (said == name)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Tab never came to {name}");
    }
}
