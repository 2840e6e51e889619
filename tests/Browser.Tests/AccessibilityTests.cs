using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>The accessibility rules, asked of every page the application serves: in light and dark, at the desk and on a phone.</summary>
public sealed class AccessibilityTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Complaint.Leak().In(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task No_page_has_a_serious_finding(int width, ColorScheme scheme)
    {
        var findings = new List<string>();
        await AskAs(World.Specialist, Pages(), width, scheme, findings);
        await AskAs(
            World.Administrator,
            ["/staff", "/messages", "/messages/1", "/messages?state=dead", "/timers"],
            width,
            scheme,
            findings
        );
        findings.ShouldBeEmpty();
    }

    private async Task AskAs(string who, IEnumerable<string> paths, int width, ColorScheme scheme, List<string> findings)
    {
        var page = await chromium.Window(app.Url, width, 900, scheme);
        await Ask(page, "/sign-in", findings);
        await page.GetByLabel("用户名").FillAsync(who);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases");
        foreach (var path in paths)
        {
            await Ask(page, path, findings);
        }
    }

    /// <summary>Pages with a parameter of their own, and those only an administrator opens.</summary>
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task No_page_about_the_organisation_has_a_serious_finding(int width, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, 900, scheme);
        var findings = new List<string>();
        await Ask(page, "/owner", findings);
        await Ask(page, "/sign-in", findings);
        await page.GetByLabel("用户名").FillAsync(World.Administrator);
        await page.GetByLabel("密码").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases");
        string[] paths =
        [
            "/organisation",
            "/organisation/LA",
            "/organisation/new",
            "/organisation/LA/assignments/new",
            "/organisation/LA/closure",
            "/organisation/LA/centre/closure",
            "/organisation/import",
            "/assignments/1",
            "/staff",
            "/staff/new",
            $"/staff/{World.Specialist}",
            "/owner-codes",
        ];
        foreach (var path in paths)
        {
            await Ask(page, path, findings);
        }

        findings.ShouldBeEmpty();
    }

    private static async Task Ask(IPage page, string path, List<string> findings)
    {
        var answer = await page.GotoAsync(path);
        if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            return;
        }

        var result = await page.RunAxe();
        findings.AddRange(
            from finding in result.Violations
            where finding.Impact is "serious" or "critical"
            from node in finding.Nodes
            select string.Create(CultureInfo.InvariantCulture, $"{path}: {finding.Id}: {node.Html}")
        );
    }

    /// <summary>Every page without a parameter, and those of one case; streams and downloads are not pages.</summary>
    private IEnumerable<string> Pages() =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Select(path =>
                path.Replace("{number}", leak, StringComparison.Ordinal).Replace("{type}", "plan.recorded", StringComparison.Ordinal)
            )
            .Where(path =>
                !path.Contains('{', StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal)
                || path.EndsWith("plan.recorded", StringComparison.Ordinal)
            )
            .Where(path => !path.EndsWith("/changes", StringComparison.Ordinal) && !path.StartsWith("/api/", StringComparison.Ordinal));
}
