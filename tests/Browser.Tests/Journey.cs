using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
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

    /// <summary>Goes to a page as one of the standing world, by way of the door where there is no session (any more).</summary>
    public static async Task Visit(IPage page, string who, string path)
    {
        await page.GotoAsync(path);
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            return;
        }

        await page.GetByLabel("用户名").FillAsync(who);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>An owner at the owners' door; the code is read where an administrator of a demo reads it.</summary>
    public static async Task ComeIn(IPage page, TestApp app, string phone)
    {
        await page.GotoAsync("/owner");
        await page.Locator("#phone").FillAsync(phone);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/owner/code?*");
        using var admin = await app.SignedIn(World.Administrator);
        var codes = await admin.GetStringAsync(new Uri("/owner-codes", UriKind.Relative));
        var at = codes.IndexOf("<b>", StringComparison.Ordinal);
        while (!char.IsAsciiDigit(codes[at + 3]))
        {
            at = codes.IndexOf("<b>", at + 3, StringComparison.Ordinal);
        }

        await page.Locator("#code").FillAsync(codes.Substring(at + 3, 6));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/owner/cases");
    }

    /// <summary>A home of 澜岸 and who lives in it.</summary>
    public static Task MoveIn(TestApp app, string unit, string name, string phone) =>
        app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                var owner = CustomerRecord.Of(name, phone);
                session.Db.Add(owner);
                session.Db.SaveChanges();
                session.Db.Add(
                    new Unit
                    {
                        Project = "LA",
                        Number = unit,
                        Owner = owner.Id,
                    }
                );
                return session.Db.SaveChanges();
            });

    /// <summary>One step of a case, from the button on its page to the page that says it is recorded.</summary>
    /// <param name="page">Where the buttons are.</param>
    /// <param name="what">The button.</param>
    /// <param name="fill">What is filled in.</param>
    /// <param name="told">What is said to have happened, where it has another name than the button.</param>
    public static async Task Act(IPage page, string what, Func<ILocator, Task> fill, string? told = null)
    {
        await page.Locator("nav.actions").GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
        var form = page.Locator("#act form");
        await form.WaitForAsync();
        await fill(form);
        await form.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText($"已记录：{told ?? what}")).ToBeVisibleAsync();
    }

    /// <summary>The paper the customer signed, as a phone sends it.</summary>
    public static async Task UploadPaper(IPage page, ILocator form) =>
        await form.GetByLabel("或上传已签字的单据")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "完成单.png",
                    MimeType = "image/png",
                    Buffer = await page.ScreenshotAsync(),
                }
            );

    /// <summary>Signs in the field, with the mouse or the finger.</summary>
    public static async Task Draw(IPage page)
    {
        var canvas = page.Locator(".signature canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.2f), box.Y + (box.Height * 0.3f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + (box.Height * 0.8f), new() { Steps = 8 });
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.8f), box.Y + (box.Height * 0.2f), new() { Steps = 8 });
        await page.Mouse.UpAsync();
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
    /// <param name="page">The page.</param>
    /// <param name="overNight">The window stays open past the end of its session: then its live stream may be told so.</param>
    public static List<string> Listen(IPage page, bool overNight = false)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            var isOver = overNight && message.Text.Contains("401 (Unauthorized)", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isOver)
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
