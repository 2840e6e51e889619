using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>Signing in with more than a password, in a real browser under the real Content-Security-Policy.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_is_registered_renamed_signs_in_and_is_removed()
    {
        var page = await chromium.Window(app.Url, 1440, 900);
        var problems = Journey.Listen(page);
        await VirtualAuthenticator(page);
        await Journey.SignIn(page);
        await page.GotoAsync("/account/passkeys");
        await page.GetByLabel("名称").FillAsync("办公室电脑");
        await page.GetByLabel("当前密码").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rename input[name=Name]")).ToHaveValueAsync("办公室电脑");
        await page.Locator(".rename input[name=Name]").FillAsync("我的笔记本");
        await page.GetByRole(AriaRole.Button, new() { Name = "改名" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "删除 我的笔记本" })).ToBeVisibleAsync();
        await Journey.Keep(page, "passkeys", 1440, ColorScheme.Light);

        await Journey.SignOut(page);
        await page.GotoAsync("/sign-in?back=%2Faccount");
        await Journey.Keep(page, "sign-in-passkey", 1440, ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.WaitForURLAsync("**/account");
        (await page.GetByText("已登记 1 个").IsVisibleAsync()).ShouldBeTrue();

        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除 我的笔记本" }).ClickAsync();
        await Assertions.Expect(page.GetByText("还没有通行密钥。")).ToBeVisibleAsync();
        problems.ShouldBeEmpty();

        await Journey.SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.GetByText("这里不认识这个通行密钥")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_adds_no_passkey_and_says_so()
    {
        var page = await chromium.Window(app.Url, 1440, 900);
        await VirtualAuthenticator(page);
        await Journey.SignIn(page);
        await page.GotoAsync("/account/passkeys");
        await page.GetByLabel("名称").FillAsync("别人的手机");
        await page.GetByLabel("当前密码").FillAsync("这个密码是错的");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Assertions.Expect(page.GetByText("当前密码不对。")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("还没有通行密钥。")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Dark)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    public async Task A_second_step_is_set_up_and_asked_for(int width, int height, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        var problems = Journey.Listen(page);
        await Journey.SignIn(page);
        await page.Locator("a[href='/account']:visible").ClickAsync();
        await Look(page, "account", width, scheme);
        await page.Locator("a[href='/account/codes']").ClickAsync();
        await Look(page, "codes-set-up", width, scheme);
        var key = await page.Locator(".key code").TextContentAsync();
        await page.GetByLabel("验证码").FillAsync(Authenticator.Code(key!, app.Clock.Now));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await Look(page, "recovery-codes", width, scheme);
        await page.GetByRole(AriaRole.Link, new() { Name = "我已保存好" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已开启，还有 10 个恢复码。")).ToBeVisibleAsync();
        await Look(page, "account-done", width, scheme);
        await Journey.SignOut(page);

        app.Clock.Now += TimeSpan.FromSeconds(30);
        await page.GetByLabel("用户名").FillAsync(TestApp.User);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sign-in/code**");
        await Look(page, "enter-code", width, scheme);
        await page.Keyboard.TypeAsync(Authenticator.Code(key!, app.Clock.Now));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases");
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 780)]
    public async Task An_administrator_gives_a_colleague_an_account(int width, int height)
    {
        await app.AddStaff("gao", "高工", "澜岸物业");
        var page = await chromium.Window(app.Url, width, height);
        var problems = Journey.Listen(page);
        await Journey.SignIn(page);
        await page.GotoAsync("/account/password");
        await Look(page, "password", width, ColorScheme.Light);
        await page.GotoAsync("/staff");
        await Look(page, "staff", width, ColorScheme.Light);
        await page.GetByRole(AriaRole.Link, new() { Name = "高工" }).ClickAsync();
        await page.WaitForURLAsync("**/staff/gao");
        await Look(page, "person", width, ColorScheme.Light);
        await page.GetByRole(AriaRole.Link, new() { Name = "登录账号", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/staff/gao/account");
        await Look(page, "staff-account", width, ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new() { Name = "建立账号并生成链接" }).ClickAsync();
        var link = await page.GetByLabel("一次性链接").InputValueAsync();
        await Look(page, "staff-link", width, ColorScheme.Light);

        var gao = await chromium.Window(app.Url, width, height);
        await gao.GotoAsync(link);
        await Look(gao, "set-password", width, ColorScheme.Light);
        await gao.GetByLabel("新密码").FillAsync("澜岸物业的高工2026");
        await gao.Keyboard.PressAsync("Enter");
        await gao.WaitForURLAsync("**/sign-in");
        problems.ShouldBeEmpty();
    }

    /// <summary>A device with a fingerprint reader and somebody's finger on it.</summary>
    private static async Task VirtualAuthenticator(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["options"] = options }
        );
    }

    private static async Task Look(IPage page, string name, int width, ColorScheme scheme)
    {
        await Journey.Fits(page, width);
        await Journey.Keep(page, name, width, scheme);
    }
}
