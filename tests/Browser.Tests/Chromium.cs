using Microsoft.Playwright;

namespace Shouwen.Browser.Tests;

/// <summary>One browser for all journeys: the machine's own Chromium, nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<Chromium> Start()
    {
        var driver = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("SHOUWEN_CHROMIUM") ?? "/usr/bin/chromium";
        return new Chromium(
            driver,
            await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Quiet })
        );
    }

    /// <summary>A fresh window of a Chinese reader.</summary>
    public async Task<IPage> Window(Uri url, int width, int height, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = url.ToString(),
                Locale = "zh-CN",
                TimezoneId = "Asia/Shanghai",
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
