using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.RuleBooks;

/// <summary>The books as they are read, compared and drafted over HTTP.</summary>
public sealed class BookPagesTests : IAsyncLifetime
{
    private const string VisitLimit = "visit: {clause: EG-22, name: {zh: 上门, en: Visit}, limit: 60m}";

    private TestApp app = null!;
    private HttpClient general = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        general = await app.SignedIn(World.GeneralManager);
    }

    public async Task DisposeAsync()
    {
        general.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_clause_stands_with_its_text_its_reading_and_what_is_computed_by_it()
    {
        using var reader = await app.SignedIn(World.Reader);
        var page = await reader.Page("/rules/group");
        var clause = page.QuerySelector("#clause-EG-14-1")!;
        clause.Texts("h3").ShouldBe(["EG-14(1)"]);
        clause.Texts(".clause")[0].ShouldContain("30分钟内填报");
        clause.Texts(".figures-of li").ShouldContain("报批 时限 30 分钟");
        page.QuerySelector("#clause-EG-36-1")!.Texts(".figures-of li").Single().ShouldContain("处理责任人 ¥100.00；分管领导 ¥50.00");
        page.Texts("section[aria-labelledby=categories] tbody tr")
            .ShouldContain(row => row.StartsWith("维保修", StringComparison.Ordinal) && row.Contains("第一责任部门 物业公司"));
        page.Texts("section[aria-labelledby=events] tbody tr")
            .ShouldContain(row => row.Contains("签发督办令") && row.Contains("角色 集团售后服务中心总经理"));
    }

    [Fact]
    public async Task Every_link_of_a_book_leads_to_a_place_on_its_page()
    {
        foreach (var book in new[] { "group", "property", "historic" })
        {
            var page = await general.Page("/rules/" + book);
            var places = page.QuerySelectorAll("[href^='#']")
                .Select(link => link.GetAttribute("href")![1..])
                .Distinct(StringComparer.Ordinal);
            places.ShouldAllBe(place => page.GetElementById(place) != null, book);
        }
    }

    [Fact]
    public async Task Two_books_are_compared_key_by_key()
    {
        var page = await general.Page("/rules/comparison?from=group@2000-01-01&to=property@2000-01-01");
        page.Texts("tbody tr").ShouldContain(row => row.StartsWith("EG-22 clocks.visit.limit 60m 无", StringComparison.Ordinal));
        using var unknown = await general.GetAsync(new Uri("/rules/comparison?from=group@1999-01-01", UriKind.Relative));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sound_draft_is_stored_and_says_what_it_changes()
    {
        var (path, text) = await Begin();
        using var saved = await general.Submit(
            path,
            ("text", text.Replace("limit: 60m}", "limit: 45m}", StringComparison.Ordinal)),
            ("revision", "0")
        );
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await general.Page(path);
        page.Texts("section[aria-labelledby=changes] tbody tr").ShouldContain("EG-22 clocks.visit.limit 60m 45m");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("limit: 45m}");
        (await general.Page("/rules")).Texts(".entries a").Single().ShouldContain("草稿 1");
        (await general.Page("/rules/group")).QuerySelector("#clause-EG-22")!.Texts(".figures-of li").ShouldContain("上门 时限 60 分钟");
    }

    [Fact]
    public async Task A_text_with_findings_is_kept_on_the_page_and_not_stored()
    {
        var (path, text) = await Begin();
        var line = text.Split('\n').TakeWhile(each => !each.Contains(VisitLimit, StringComparison.Ordinal)).Count() + 1;
        var wrong = text.Replace(VisitLimit, VisitLimit.Replace("60m", "soon", StringComparison.Ordinal), StringComparison.Ordinal);
        using var refused = await general.Submit(path, ("text", wrong.ReplaceLineEndings("\r\n")), ("revision", "0"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        var finding = page.QuerySelector(".findings li")!;
        finding.TextContent.ShouldContain($"第 {line} 行");
        finding.Texts(".line-of").Single().ShouldContain("limit: soon");
        finding.TextContent.ShouldContain("clocks.visit.limit");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("limit: soon");
        (await general.Page(path)).QuerySelector("textarea")!.TextContent.ShouldContain("limit: 60m");
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("name: [")]
    [InlineData("procedure: group\nname: other")]
    public async Task Nonsense_is_refused_with_a_sentence(string text)
    {
        var (path, _) = await Begin();
        using var refused = await general.Submit(path, ("text", text), ("revision", "0"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await refused.Content.ReadAsStringAsync()).Texts(".notice").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("name: group", "name: other", "制度名不能改")]
    public async Task A_draft_stays_the_book_it_was_begun_from(string old, string changed, string sentence)
    {
        var (path, text) = await Begin();
        using var refused = await general.Submit(path, ("text", text.Replace(old, changed, StringComparison.Ordinal)), ("revision", "0"));
        (await refused.Content.ReadAsStringAsync()).ShouldContain(sentence);
    }

    [Fact]
    public async Task Two_people_at_one_draft_do_not_overwrite_each_other()
    {
        var (path, text) = await Begin();
        using var admin = await app.SignedIn(World.Administrator);
        using var first = await admin.Submit(path, ("text", text + "\n# checked by the administrator"), ("revision", "0"));
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var second = await general.Submit(path, ("text", text + "\n# mine"), ("revision", "0"));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var answer = await second.Content.ReadAsStringAsync();
        answer.ShouldContain("管宁 在您打开之后改过这份草稿");
        answer.ShouldContain("# mine");
        (await general.Page(path)).QuerySelector("textarea")!.TextContent.ShouldContain("# checked by the administrator");
    }

    [Fact]
    public async Task Only_the_roles_the_book_names_may_draft()
    {
        var (path, text) = await Begin();
        foreach (var who in new[] { World.Specialist, World.DeputyManager, World.Reader })
        {
            using var visitor = await app.SignedIn(who);
            (await visitor.Page("/rules/group")).QuerySelectorAll("form[action$='/drafts']").Length.ShouldBe(0, who);
            using var begun = await visitor.SubmitFrom("/account", "/rules/group/drafts");
            begun.StatusCode.ShouldBe(HttpStatusCode.Forbidden, who);
            using var seen = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            seen.StatusCode.ShouldBe(HttpStatusCode.NotFound, who);
            using var changed = await visitor.SubmitFrom("/account", path, ("text", text), ("revision", "0"));
            changed.StatusCode.ShouldBe(HttpStatusCode.NotFound, who);
        }
    }

    [Fact]
    public async Task A_discarded_draft_is_gone()
    {
        var (path, _) = await Begin();
        using var gone = await general.SubmitFrom(path, path + "/discard");
        gone.Headers.Location!.OriginalString.ShouldBe("/rules/group");
        using var seen = await general.GetAsync(new Uri(path, UriKind.Relative));
        seen.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string Path, string Text)> Begin()
    {
        using var begun = await general.SubmitFrom("/rules/group", "/rules/group/drafts");
        begun.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var path = begun.Headers.Location!.OriginalString;
        return (path, (await general.Page(path)).QuerySelector("textarea")!.TextContent);
    }
}
