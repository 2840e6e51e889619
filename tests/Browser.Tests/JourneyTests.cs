using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>What a specialist does every morning, in a real browser, at the desk and on a phone.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        leak = await Neighbourhood.MoveIn(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Light)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    [InlineData(360, 780, ColorScheme.Dark)]
    public async Task Sign_in_find_a_case_read_why_it_is_late_and_sign_out(int width, int height, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        var complaints = Journey.Listen(page);
        await page.GotoAsync("/");
        await Journey.Keep(page, "sign-in", width, scheme);
        await page.GetByLabel("用户名").FillAsync(TestApp.User);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await page.WaitForURLAsync("**/cases");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "register", width, scheme);
        await page.GetByText("性质：全部").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "重大", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**nature=major");
        await page.GetByRole(AriaRole.Link, new() { Name = leak }).ClickAsync();

        await page.WaitForURLAsync($"**/cases/{leak}");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "case", width, scheme);
        var visit = page.Locator("#clocks .clock-line", new() { HasText = "上门" }).First;
        await visit.Locator("summary").ClickAsync();
        (await visit.Locator(".clause").First.IsVisibleAsync()).ShouldBeTrue();
        var reasons = page.GetByRole(AriaRole.Link, new() { Name = "全部时限与扣罚的依据" });
        await reasons.FocusAsync();
        await reasons.ClickAsync();
        await page.WaitForURLAsync("**/explanation");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "explanation", width, scheme);

        await Journey.SignOut(page);
        await page.GotoAsync($"/cases/{leak}");
        page.Url.ShouldContain("/sign-in?back=");
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Dark)]
    public async Task The_overview_draws_its_charts_and_the_register_keeps_views_within_the_policy(
        int width,
        int height,
        ColorScheme scheme
    )
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        await Journey.SignIn(page);
        var complaints = Journey.Listen(page);
        await page.GotoAsync("/dashboard");
        await Assertions.Expect(page.Locator(".chart canvas")).ToHaveCountAsync(2);
        await Journey.Fits(page, width);
        await Journey.Keep(page, "overview", width, scheme);
        (string Name, string Address)[] pages =
        [
            ("columns", "/cases/columns"),
            ("projects", "/cases/projects?state=open"),
            ("views", "/cases/views?of=%2Fcases%3Fstate%3Dall"),
        ];
        foreach (var (name, address) in pages)
        {
            await page.GotoAsync(address);
            await Journey.Fits(page, width);
            await Journey.Keep(page, name, width, scheme);
        }

        await page.GetByLabel("视图名称").First.FillAsync("全部案件");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.WaitForURLAsync("**/cases?state=all");
        await page.GetByText("视图：全部案件").ClickAsync();
        await Journey.Fits(page, width);
        await Journey.Keep(page, "menu", width, scheme);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_in_and_walking_the_list_needs_no_mouse()
    {
        var page = await chromium.Window(app.Url, 1440, 900);
        await page.GotoAsync("/sign-in");
        await page.Keyboard.TypeAsync(TestApp.User);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases");

        await page.Keyboard.PressAsync("j");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe(leak);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(leak);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/cases/{leak}");
    }

    [Fact]
    public async Task A_desk_list_shows_twenty_rows_without_scrolling()
    {
        var page = await chromium.Window(app.Url, 1440, 900);
        await Journey.SignIn(page);
        var visible = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('tr[data-row]')].filter(row => row.getBoundingClientRect().bottom <= innerHeight).length"
        );
        visible.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task Going_back_after_a_filter_shows_the_whole_list_again()
    {
        var page = await chromium.Window(app.Url, 1440, 900);
        await Journey.SignIn(page);
        await page.GetByText("性质：全部").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "重大", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**nature=major");
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await page.Locator("tr[data-row]").Nth(20).WaitForAsync();
        (await page.Locator("h1").TextContentAsync()).ShouldBe("客诉与报修");
    }
}
