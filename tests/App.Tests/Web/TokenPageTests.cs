using System.Net;
using System.Net.Http.Headers;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>Tokens as an administrator makes and revokes them in the browser.</summary>
public sealed class TokenPageTests : IAsyncLifetime
{
    private const string Page = "/staff/tokens";
    private TestApp app = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_shown_once_and_acts_as_its_member_of_staff()
    {
        using var made = await admin.Submit(Page, ("Staff", World.Department), ("Name", "工单系统"), ("Days", "30"));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = Pages.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("#token")!.GetAttribute("value")!;
        using var program = app.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await program.GetStringAsync(new Uri("/api/v1/me", UriKind.Relative))).ShouldContain($"\"staff\":\"{World.Department}\"");

        var page = await admin.Page(Page);
        page.QuerySelector("#token").ShouldBeNull();
        page.Body!.InnerHtml.ShouldNotContain(token);
        page.Texts(".entries li").ShouldHaveSingleItem().ShouldStartWith("工单系统高岩 · 建立于 今天 15:40");
        app.AccessNotes().ShouldContain((World.Administrator, "token.made", World.Department));
    }

    [Fact]
    public async Task A_revoked_token_is_out_at_once()
    {
        using var made = await admin.Submit(Page, ("Staff", World.Department), ("Name", "工单系统"));
        using var program = app.Visitor();
        var token = Pages.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("#token")!.GetAttribute("value")!;
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var before = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        before.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var revoked = await admin.SubmitFrom(Page, $"{Page}/revocation", ("Id", "1"));
        revoked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await admin.Page(Page);
        page.Texts(".entries .tag").ShouldBe(["已吊销"]);
        page.QuerySelector(".entries form").ShouldBeNull();
        using var again = await admin.SubmitFrom(Page, $"{Page}/revocation", ("Id", "1"));
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nobody", "工单系统", "", "没有这个编号的员工。")]
    [InlineData("gao", " ", "", "请用几个字写明令牌的用途。")]
    [InlineData("gao", "工单系统", "0", "有效天数是 1 到 3650 的整数，或不填。")]
    [InlineData("gao", "工单系统", "3651", "有效天数是 1 到 3650 的整数，或不填。")]
    [InlineData("gao", "工单系统", "x", "有效天数是 1 到 3650 的整数，或不填。")]
    public async Task What_cannot_be_made_is_said_and_nothing_is_made(string staff, string name, string days, string why)
    {
        using var answer = await admin.Submit(Page, ("Staff", staff), ("Name", name), ("Days", days));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("[role=alert]").ShouldBe([why]);
        page.QuerySelector("#staff")!.GetAttribute("value").ShouldBe(staff);
        (await admin.Page(Page)).QuerySelector(".entries li").ShouldBeNull();
    }

    [Theory]
    [InlineData(World.Specialist)]
    [InlineData(World.GeneralManager)]
    public async Task Nobody_else_sees_it(string who)
    {
        using var visitor = await app.SignedIn(who);
        using var answer = await visitor.GetAsync(new Uri(Page, UriKind.Relative));
        answer.Headers.Location!.ToString().ShouldContain("/error/403");
    }
}
