using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;

namespace Shouwen.Browser.Tests;

/// <summary>What every journey does: sign in, listen to the browser, look at the page.</summary>
internal static class Journey
{
    public static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(TestApp.User);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases");
    }

    /// <summary>By the button of the width: on a phone the account page has it.</summary>
    public static async Task SignOut(IPage page)
    {
        var phone = page.ViewportSize!.Width <= 760;
        if (phone)
        {
            await page.GotoAsync("/account");
        }

        await page.Locator(phone ? "#content" : "header.top").GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }

    /// <summary>Whatever the browser complains about: a script error, a refused style, a file that is not there.</summary>
    public static List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    /// <summary>Nothing sticks out to the right.</summary>
    public static async Task Fits(IPage page, int width) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);

    /// <summary>With SHOUWEN_SCREENS set to a folder, each page is kept there to be looked at.</summary>
    public static async Task Keep(IPage page, string name, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("SHOUWEN_SCREENS") is { } folder)
        {
            var dark = scheme == ColorScheme.Dark ? "-dark" : "";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}{dark}.png") });
        }
    }
}
