using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>What an administrator does with a colleague's account.</summary>
public sealed class StaffAccountTests : IAsyncLifetime
{
    private const string Page = "/staff/gao/account";
    private const string GaosPassword = "澜岸物业的高工2026";

    private TestApp app = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        await app.AddStaff("gao", "高工", "澜岸物业");
        admin = await app.SignedIn();
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_colleague_sets_the_password_at_a_link_that_works_once()
    {
        var link = await Link();
        (await admin.Page(Page)).QuerySelector("#link").ShouldBeNull("the link is shown once");

        using var gao = app.Visitor();
        using var weak = await gao.Submit(link, ("Password", "short"));
        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var set = await gao.Submit(link, ("Password", GaosPassword));
        set.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var signedIn = await SignIn(gao);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var again = await gao.GetAsync(new Uri(link, UriKind.Relative));
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_is_good_for_three_days_and_a_new_one_puts_it_out()
    {
        var first = await Link();
        var second = await Link();
        using var gao = app.Visitor();
        using var old = await gao.GetAsync(new Uri(first, UriKind.Relative));
        old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Now += TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1);
        using var late = await gao.GetAsync(new Uri(second, UriKind.Relative));
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        using var over = await gao.GetAsync(new Uri(second, UriKind.Relative));
        over.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_unlocks_an_account()
    {
        (await GaoSignedIn()).Dispose();
        using var gao = app.Visitor();
        for (var i = 0; i < 5; i++)
        {
            (await SignIn(gao, "这个密码是错的")).Dispose();
        }

        using var locked = await SignIn(gao);
        locked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.Page("/staff?q=高工")).Texts(".entries .tag").ShouldBe(["已锁定"]);
        using var unlocked = await admin.SubmitFrom(Page, $"{Page}/unlocking");
        unlocked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var signedIn = await SignIn(gao);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task An_administrator_ends_all_sessions_of_somebody()
    {
        using var gao = await GaoSignedIn();
        using var before = await gao.GetAsync(new Uri("/cases", UriKind.Relative));
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var ended = await admin.SubmitFrom(Page, $"{Page}/sessions/end");
        ended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = await gao.GetAsync(new Uri("/cases", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Who_is_no_administrator_may_not_open_any_of_it()
    {
        using var gao = await GaoSignedIn();
        foreach (var page in new[] { "/staff", Page })
        {
            using var answer = await gao.GetAsync(new Uri(page, UriKind.Relative));
            answer.Headers.Location!.PathAndQuery.ShouldStartWith("/error/403");
        }

        using var posted = await gao.SubmitFrom("/account", $"{Page}/link");
        posted.Headers.Location!.PathAndQuery.ShouldStartWith("/error/403");
    }

    [Fact]
    public async Task A_user_name_that_is_taken_is_refused_and_kept_in_the_form()
    {
        using var answer = await admin.SubmitFrom(Page, $"{Page}/link", ("User", TestApp.User));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("[role=alert]").ShouldBe(["这个用户名已经有人使用。"]);
        page.QuerySelector("#user")!.GetAttribute("value").ShouldBe(TestApp.User);
    }

    [Fact]
    public async Task Names_that_do_not_exist_lock_like_those_that_do()
    {
        using var visitor = app.Visitor();
        var sentences = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            using var real = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", "这个密码是错的"));
            using var invented = await visitor.Submit("/sign-in", ("User", "没有这个人"), ("Password", "这个密码是错的"));
            var says = Pages.Parse(await invented.Content.ReadAsStringAsync()).Texts("[role=alert]:not([hidden])").Single();
            Pages.Parse(await real.Content.ReadAsStringAsync()).Texts("[role=alert]:not([hidden])").ShouldBe([says]);
            sentences.Add(says);
        }

        sentences[3].ShouldStartWith("用户名或密码不对");
        sentences[4].ShouldContain("已锁定");
    }

    private async Task<string> Link()
    {
        using var made = await admin.SubmitFrom(Page, $"{Page}/link", ("User", "高工"));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var link = Pages.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("#link")!.GetAttribute("value")!;
        return new Uri(link).AbsolutePath;
    }

    private async Task<HttpClient> GaoSignedIn()
    {
        var gao = app.Visitor();
        (await gao.Submit(await Link(), ("Password", GaosPassword))).Dispose();
        (await SignIn(gao)).Dispose();
        return gao;
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient visitor, string password = GaosPassword) =>
        visitor.Submit("/sign-in", ("User", "高工"), ("Password", password));
}
