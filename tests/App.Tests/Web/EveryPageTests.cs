using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed partial class EveryPageTests : IAsyncLifetime
{
    private static readonly string[] AboutAccounts =
    [
        "/account",
        "/account/password",
        "/account/codes",
        "/account/passkeys",
        "/staff",
        "/staff/tokens",
        "/staff/admin1/account",
    ];

    private TestApp app = null!;
    private HttpClient me = null!;
    private string[] pages = [];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        var number = await Complaint.Leak().In(app);
        me = await app.SignedIn();
        pages =
        [
            "/cases",
            "/cases?state=all",
            "/cases/print?state=all",
            "/cases/views?of=x",
            "/cases/columns",
            "/cases/projects",
            "/dashboard",
            "/matters",
            "/matters/new",
            "/cooperation",
            $"/cases/{number}",
            $"/cases/{number}/explanation",
            "/cases/unknown",
            "/statements",
            "/statements/2026-10",
            "/statements/2026-10/print",
            "/statements/mine",
            "/hooks",
            "/customers",
            "/watch",
            "/ledgers",
            "/ledgers/inspection",
            "/decisions",
            "/knowledge",
            "/knowledge?q=漏水",
            "/casebook",
            "/claims",
            "/claims?of=all",
            "/claims/statistics",
            $"/cases/{number}/why",
            $"/cases/{number}/claim",
            "/casebook?trade=waterproofing",
            "/design-reviews",
            "/design-reviews/new",
            "/search",
            "/search?q=漏水",
            "/rules",
            "/rankings/2026-10",
            "/rankings/2026-10/bulletin",
            "/rankings/2026-10/centres",
            "/rankings/2026-10/centres/bulletin",
            "/rankings/2026-09/specialists",
            "/rankings/2026-09/specialists/bulletin",
            "/rules/group",
            "/rules/comparison?from=group@2000-01-01&to=property@2000-01-01",
            "/error/500",
            "/error/403",
            .. AboutAccounts,
        ];
    }

    public async Task DisposeAsync()
    {
        me.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task No_page_has_an_inline_style_or_script_and_each_forbids_them()
    {
        using var visitor = app.Visitor();
        foreach (var (who, page) in pages.Select(page => (me, page)).Append((visitor, "/sign-in")))
        {
            using var answer = await who.GetAsync(new Uri(page, UriKind.Relative));
            answer
                .Headers.GetValues("Content-Security-Policy")
                .Single()
                .ShouldContain("script-src 'self'; style-src 'self'", customMessage: page);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(page);
            var html = await answer.Content.ReadAsStringAsync();
            var document = Pages.Parse(html);
            document.QuerySelectorAll("[style], style, script:not([src])").Select(element => element.OuterHtml).ShouldBeEmpty(page);
            document
                .All.SelectMany(element => element.Attributes)
                .Where(a => a.Name.StartsWith("on", StringComparison.Ordinal))
                .ShouldBeEmpty(page);
        }
    }

    [Fact]
    public async Task Every_page_has_one_title_one_heading_and_named_fields()
    {
        foreach (var address in pages)
        {
            using var answer = await me.GetAsync(new Uri(address, UriKind.Relative));
            var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
            page.QuerySelectorAll("title").Length.ShouldBe(1, address);
            page.QuerySelectorAll("h1, .empty h2").Length.ShouldBeGreaterThan(0, address);
            page.QuerySelectorAll("input:not([type=hidden])")
                .Where(input => !input.HasAttribute("aria-label") && input.Closest("label") is null)
                .Where(input => input.Id is null || page.QuerySelector($"label[for={input.Id}]") is null)
                .Select(input => input.OuterHtml)
                .ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task The_first_page_is_small()
    {
        using var visitor = await app.SignedIn();
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var size = 0L;
        var page = await me.Page("/cases");
        var files = page.QuerySelectorAll("link[href], script[src], use[href]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Select(path => path.Split('#')[0])
            .Append("/cases")
            .Distinct(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var answer = await visitor.GetAsync(new Uri(file, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            size += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        size.ShouldBeLessThan(200 * 1024);
        size.ShouldBeGreaterThan(20 * 1024, "the style sheet and the script must have been counted");
    }

    [Fact]
    public async Task English_is_one_click_away_and_stays()
    {
        (await me.Page("/cases")).Texts("h1").ShouldBe(["客诉与报修"]);
        using var switched = await me.SubmitFrom("/cases", "/language", ("to", "en"), ("back", "/cases?state=all"));
        switched.Headers.Location!.OriginalString.ShouldBe("/cases?state=all");
        var page = await me.Page("/cases");
        page.Texts("h1").ShouldBe(["Cases"]);
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9,zh;q=0.8", "Sign in")]
    [InlineData("fr-FR, zh-CN;q=0.9, en;q=0.8", "登录")]
    [InlineData("fr-FR", "登录")]
    [InlineData("en;q=0, zh;q=0.1", "登录")]
    public async Task Without_a_choice_the_browser_says_the_language(string accepted, string heading)
    {
        using var visitor = app.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept-Language", accepted);
        (await visitor.Page("/sign-in")).Texts("h1").ShouldBe([heading]);
    }

    [Fact]
    public void Every_sentence_of_the_interface_exists_in_both_languages()
    {
        var sentences = Assemblies()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.Namespace != "Shouwen.Demo")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Words))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Words: (Words)field.GetValue(null)!))
            .ToArray();
        sentences.Length.ShouldBeGreaterThan(80);
        sentences
            .Where(sentence => sentence.Name != "FrameTexts.OtherLanguage")
            .ShouldAllBe(s => Han().IsMatch(s.Words.Zh) && !Han().IsMatch(s.Words.En) && s.Words.En.Length > 0);
    }

    [Fact]
    public async Task Health_is_open_to_the_machine_that_watches()
    {
        using var visitor = app.Visitor();
        (await visitor.GetStringAsync(new Uri("/healthz", UriKind.Relative))).ShouldContain("alive");
        (await visitor.GetStringAsync(new Uri("/readyz", UriKind.Relative))).ShouldContain("ready");
    }

    [Fact]
    public async Task Not_ready_says_why()
    {
        File.Move(app.DatabaseFile, app.DatabaseFile + ".away");
        using var visitor = app.Visitor();
        using var ready = await visitor.GetAsync(new Uri("/readyz", UriKind.Relative));
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("gone");
        using var alive = await visitor.GetAsync(new Uri("/healthz", UriKind.Relative));
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<Assembly> Assemblies() =>
        [
            typeof(Shouwen.Platform.PlatformModule).Assembly,
            typeof(Shouwen.Organisation.OrganisationModule).Assembly,
            typeof(Shouwen.Properties.PropertiesModule).Assembly,
            typeof(Shouwen.Cases.CasesModule).Assembly,
            typeof(Shouwen.RuleDesk.RuleDeskModule).Assembly,
            typeof(Shouwen.Watching.WatchingModule).Assembly,
            typeof(Shouwen.Knowledge.KnowledgeModule).Assembly,
        ];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.NonBacktracking)]
    private static partial Regex Han();
}
