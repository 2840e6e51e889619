using System.Net;
using System.Text.Json;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Knowledge;

public sealed class ArticleTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Deposit =
    [
        ("kind", "answer"),
        ("category", "property.service"),
        ("title", "装修押金多久退还"),
        ("text", "# 结论\n装修验收合格满三个月，**押金**原路退还。\n\n- 带上押金收据\n- 带上验收单"),
        ("tags", "装修 保证金"),
    ];

    private TestApp app = null!;
    private HttpClient deputy = null!;
    private HttpClient specialist = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        deputy = await app.SignedIn(World.DeputyManager);
        specialist = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        deputy.Dispose();
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_article_is_found_by_words_of_two_characters_once_it_is_published()
    {
        using var saved = await specialist.Submit("/knowledge/new", Deposit);
        saved.Headers.Location!.OriginalString.ShouldBe("/knowledge/1/versions/1?done=saved");
        (await Found(specialist, "押金")).ShouldBeEmpty();

        using var published = await deputy.SubmitFrom("/knowledge/1/versions/1", "/knowledge/1/publication", ("version", "1"));
        published.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var word in new[] { "押金", "装修", "退还", "保证金", "押金 收据" })
        {
            (await Found(specialist, word)).ShouldBe(["装修押金多久退还"], word);
        }

        (await Found(specialist, "电梯")).ShouldBeEmpty();
        (await specialist.Page("/knowledge?q=收据")).Texts("mark").ShouldBe(["收据"]);
    }

    [Fact]
    public async Task Markup_is_a_small_language_and_never_html()
    {
        await Publish([
            .. Deposit.Where(each => each.Name != "text"),
            ("text", "# 结论\n<script>alert(1)</script> **要点**\n1. 一\n2. 二"),
        ]);
        var page = await specialist.Page("/knowledge/1");
        page.QuerySelectorAll(".prose script").ShouldBeEmpty();
        page.Texts(".prose h2").ShouldBe(["结论"]);
        page.Texts(".prose b").ShouldBe(["要点"]);
        page.Texts(".prose ol li").ShouldBe(["一", "二"]);
        page.Texts(".prose p").Single().ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Readers_keep_the_published_version_until_the_next_is_published_and_the_history_shows_the_difference()
    {
        await Publish(Deposit);
        using var revised = await specialist.SubmitFrom(
            "/knowledge/1/edit",
            "/knowledge/1/edit",
            [.. Deposit.Where(each => each.Name != "text"), ("text", "# 结论\n满两个月退还。"), ("version", "2")]
        );
        revised.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var reader = await app.SignedIn(World.Reader);
        (await reader.GetStringAsync(At("/knowledge/1"))).ShouldContain("满三个月");
        (await Found(reader, "两个")).ShouldBeEmpty();
        (await deputy.Page("/knowledge?state=draft")).Texts(".articles a").ShouldBe(["装修押金多久退还"]);

        var version = await deputy.Page("/knowledge/1/versions/2");
        version.Texts("ins").Single().ShouldContain("满两个月退还。");
        version.Texts("del").ShouldContain(line => line.Contains("满三个月"));
        using var hidden = await reader.GetAsync(At("/knowledge/1/versions/2"));
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var published = await deputy.SubmitFrom("/knowledge/1/versions/2", "/knowledge/1/publication", ("version", "2"));
        published.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Found(reader, "两个")).ShouldBe(["装修押金多久退还"]);
        (await Found(reader, "收据")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-10-13", "", false)]
    [InlineData("2026-10-12", "", true)]
    [InlineData("", "2026-10-12", true)]
    [InlineData("", "2026-10-11", false)]
    public async Task An_article_is_read_from_its_first_to_its_last_day(string from, string until, bool read)
    {
        await Publish([.. Deposit, ("validFrom", from), ("validUntil", until)]);
        (await Found(specialist, "押金")).Length.ShouldBe(read ? 1 : 0);
        using var reader = await app.SignedIn(World.Reader);
        using var page = await reader.GetAsync(At("/knowledge/1"));
        page.StatusCode.ShouldBe(read ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_roles_of_its_kind_publish_an_article()
    {
        using var tried = await specialist.Submit("/knowledge/new", [.. Deposit, ("publish", "true")]);
        tried.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await tried.Content.ReadAsStringAsync();
        page.ShouldContain("发布这类文章由集团售后服务中心副总经理、集团售后服务中心总经理办理（SN-7）");
        page.ShouldContain("装修押金多久退还");

        using var policy = await deputy.Submit("/knowledge/new", [.. Deposit.Skip(1), ("kind", "policy"), ("publish", "true")]);
        policy.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var reader = await app.SignedIn(World.Reader);
        using var form = await reader.GetAsync(At("/knowledge/new"));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var sent = await reader.SubmitFrom("/knowledge", "/knowledge/new", Deposit);
        sent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Found(specialist, "押金")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("title", "", "请填写标题")]
    [InlineData("text", "  ", "请填写正文")]
    [InlineData("kind", "poem", "请选择种类")]
    [InlineData("category", "plumbing", "请选择列出的类别")]
    [InlineData("validFrom", "soon", "日期写成")]
    [InlineData("validUntil", "1900-01-01", "日期写成")]
    public async Task A_field_that_does_not_read_is_named_and_the_rest_is_kept(string field, string typed, string sentence)
    {
        using var answer = await specialist.Submit("/knowledge/new", [.. Deposit.Where(each => each.Name != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(sentence);
        page.ShouldContain(field == "tags" ? "押金" : "装修 保证金");
        using var none = await specialist.GetAsync(At("/knowledge/1/versions/1"));
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_edits_beside_another_is_told_and_loses_nothing()
    {
        using var saved = await specialist.Submit("/knowledge/new", Deposit);
        using var first = await deputy.SubmitFrom("/knowledge/1/edit", "/knowledge/1/edit", [.. Deposit, ("version", "2")]);
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var second = await specialist.SubmitFrom(
            "/knowledge/1/edit",
            "/knowledge/1/edit",
            [.. Deposit.Skip(1), ("kind", "phrase"), ("version", "2")]
        );
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadAsStringAsync()).ShouldContain("别人已保存第 2 版");
    }

    [Fact]
    public async Task A_withdrawn_article_is_found_no_more()
    {
        await Publish(Deposit);
        using var withdrawn = await deputy.SubmitFrom("/knowledge/1", "/knowledge/1/withdrawal");
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Found(specialist, "押金")).ShouldBeEmpty();
        using var again = await deputy.SubmitFrom("/knowledge", "/knowledge/1/withdrawal");
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Beside_the_intake_form_stand_the_articles_that_fit_the_demand()
    {
        await Publish(Deposit);
        await Publish([("kind", "answer"), ("title", "电梯故障怎么办"), ("text", "电梯停运时拨打值班电话。")]);
        var intake = await specialist.Page("/cases/new");
        intake.QuerySelector("#articles-beside").ShouldNotBeNull();
        using var answer = await specialist.SubmitFrom(
            "/cases/new",
            "/knowledge/beside",
            ("demand", "业主问装修押金什么时候退还，交了很久")
        );
        Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts("#articles-beside a").ShouldBe(["装修押金多久退还"]);
        using var other = await specialist.SubmitFrom("/cases/new", "/knowledge/beside", ("demand", "门口有狗叫"));
        Pages.Parse(await other.Content.ReadAsStringAsync()).QuerySelectorAll("#articles-beside a").ShouldBeEmpty();
        using var empty = await specialist.SubmitFrom("/cases/new", "/knowledge/beside", ("demand", new string('漏', 30_000)));
        empty.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_reads_the_articles_page_by_page()
    {
        await Publish(Deposit);
        await Publish(Deposit);
        var first = JsonDocument.Parse(await specialist.GetStringAsync(At("/api/v1/articles?q=押金&limit=1"))).RootElement;
        first.GetProperty("items").GetArrayLength().ShouldBe(1);
        var next = first.GetProperty("next").GetString();
        var second = JsonDocument.Parse(await specialist.GetStringAsync(At($"/api/v1/articles?q=押金&limit=1&cursor={next}"))).RootElement;
        second.GetProperty("items")[0].GetProperty("id").GetInt64().ShouldBe(1);
        second.TryGetProperty("next", out _).ShouldBeFalse();
        using var wrong = await specialist.GetAsync(At("/api/v1/articles?limit=0"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task Publish((string Name, string Value)[] fields)
    {
        using var answer = await deputy.Submit("/knowledge/new", [.. fields, ("publish", "true")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string[]> Found(HttpClient who, string words) =>
        (await who.Page($"/knowledge?q={Uri.EscapeDataString(words)}")).Texts(".articles a");

    private static Uri At(string path) => new(path, UriKind.Relative);
}
