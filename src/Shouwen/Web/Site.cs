using Microsoft.AspNetCore.ResponseCompression;
using Shouwen.Cases;
using Shouwen.Knowledge;
using Shouwen.Messaging;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform;
using Shouwen.Platform.Contract;
using Shouwen.Properties;
using Shouwen.RuleDesk;
using Shouwen.RuleDesk.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching;

namespace Shouwen.Web;

/// <summary>The web application over one open database. The verb serves it; tests serve the same one with their own clock.</summary>
internal static class Site
{
    public static WebApplication Build(Database database, RuleLibrary rules, TimeProvider clock, params string[] urls) =>
        Build(database, rules, clock, new Dictionary<string, string?>(StringComparer.Ordinal), urls);

    /// <param name="database">Where.</param>
    /// <param name="rules">The books and the calendar.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="settings">Settings that go before those of the file and the environment.</param>
    /// <param name="urls">Where it listens.</param>
    public static WebApplication Build(
        Database database,
        RuleLibrary rules,
        TimeProvider clock,
        IReadOnlyDictionary<string, string?> settings,
        params string[] urls
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = "Shouwen", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(urls).UseStaticWebAssets().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        PublishedBooks.TakeOver(database, rules);
        builder.Services.AddPlatform(database, clock);
        builder.Services.AddOrganisation();
        if (builder.Environment.IsDevelopment() || builder.Configuration[OrganisationModule.ShowOwnerCodesSetting] == "1")
        {
            builder.Services.ShowOwnerCodesToAdministrators();
        }

        builder.Services.AddProperties();
        builder.Services.AddMessaging(builder.Configuration);
        builder.Services.AddCases(rules);
        builder.Services.AddRuleDesk();
        builder.Services.AddWatching(RuleFolderLocation.Ledgers());
        builder.Services.AddKnowledge();
        builder.Services.AddHostedService<Settle>();
        builder.Services.AddAntiforgery(form => form.Cookie.Name = "shouwen-form");
        // Our pages come out about as small as with the fastest Brotli, for less of the processor.
        builder.Services.AddResponseCompression(compression => compression.Providers.Add<GzipCompressionProvider>());

        var site = builder.Build();
        Pipeline(site);
        site.MapStaticAssets().AllowAnonymous();
        var routes = site.MapBound();
        Health.Map(routes);
        routes.MapPlatform();
        routes.MapOrganisation();
        routes.MapProperties();
        routes.MapMessaging();
        routes.MapCases();
        routes.MapRuleDesk();
        routes.MapWatching();
        routes.MapKnowledge();
        routes.MapGet("/", () => Results.LocalRedirect("/cases")).RequireAuthorization(Permissions.Desk);
        return site;
    }

    private static void Pipeline(WebApplication site)
    {
        site.UseMiddleware<SafeHeaders>();
        site.UseExceptionHandler("/error/500");
        site.UseWhen(http => !IsApi(http), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        site.UseWhen(IsApi, api => api.UseApiProblems());
        site.UseResponseCompression();
        site.UseRouting();
        site.UseAuthentication();
        site.UseRateLimiter();
        site.UseAuthorization();
        site.UseWhen(IsApi, api => api.UseApiQueries());
        site.UseAntiforgery();
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(ApiDoor.Path, StringComparison.Ordinal);
}
