using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class SessionTests : IAsyncLifetime
{
    private const string NewPassword = "换一句更长的密码2026";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithAccount();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task My_account_lists_where_I_am_signed_in()
    {
        using var desk = await SignedInWith("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0 Safari/537.36");
        using var phone = await SignedInWith(
            "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/116.0 MicroMessenger/8.0.50"
        );
        var sessions = (await desk.Page("/account")).Texts("section[aria-labelledby=sessions] li b");
        sessions.ShouldBe(["Chrome · Windows", "WeChat · Android"]);
        (await desk.Page("/account")).Texts("section[aria-labelledby=sessions] .tag").ShouldBe(["当前这台"]);
    }

    [Fact]
    public async Task A_session_that_is_ended_is_out_at_its_next_request()
    {
        using var desk = await app.SignedIn();
        using var lost = await app.SignedIn();
        (await Status(lost, "/cases")).ShouldBe(HttpStatusCode.OK);
        var id = (await desk.Page("/account")).QuerySelector("form[action='/account/sessions/end'] input[name=Id]")!.GetAttribute("value")!;
        using var ended = await desk.SubmitFrom("/account", "/account/sessions/end", ("Id", id));
        ended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await Status(lost, "/cases")).ShouldBe(HttpStatusCode.Found);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await app.AddAccount("高工");
        using var mine = await app.SignedIn();
        using var other = app.Visitor();
        (await other.Submit("/sign-in", ("User", "高工"), ("Password", TestApp.Password))).Dispose();
        var mineId = Ids()[0];
        using var answer = await other.SubmitFrom("/account", "/account/sessions/end", ("Id", mineId));
        (await Status(mine, "/cases")).ShouldBe(HttpStatusCode.OK);
        Ids().ShouldContain(mineId);
    }

    [Fact]
    public async Task Sign_out_everywhere_else_leaves_this_one()
    {
        using var desk = await app.SignedIn();
        using var phone = await app.SignedIn();
        using var tablet = await app.SignedIn();
        using var ended = await desk.SubmitFrom("/account", "/account/sessions/end");
        ended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Status(phone, "/cases")).ShouldBe(HttpStatusCode.Found);
        (await Status(tablet, "/cases")).ShouldBe(HttpStatusCode.Found);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_another_process_ends_is_out_within_five_seconds()
    {
        using var desk = await app.SignedIn();
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
        Run("DELETE FROM sign_in_session");
        app.Clock.Now += TimeSpan.FromSeconds(5);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Within_those_seconds_a_click_asks_the_database_nothing()
    {
        using var desk = await app.SignedIn();
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
        Run("DELETE FROM sign_in_session");
        app.Clock.Now += TimeSpan.FromSeconds(4);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_within_five_seconds()
    {
        using var desk = await app.SignedIn();
        (await Status(desk, "/staff")).ShouldBe(HttpStatusCode.OK);
        Run("UPDATE assignment SET post = 'member'");
        app.Clock.Now += TimeSpan.FromSeconds(5);
        using var answer = await desk.GetAsync(new Uri("/staff", UriKind.Relative));
        answer.Headers.Location!.PathAndQuery.ShouldStartWith("/error/403");
    }

    [Theory]
    [InlineData(12 * 60 - 1, HttpStatusCode.OK)]
    [InlineData(12 * 60, HttpStatusCode.Found)]
    public async Task A_session_that_nobody_used_for_twelve_hours_is_over(int minutes, HttpStatusCode expected)
    {
        using var desk = await app.SignedIn();
        app.Clock.Now += TimeSpan.FromMinutes(minutes);
        (await Status(desk, "/cases")).ShouldBe(expected);
    }

    [Fact]
    public async Task A_session_in_use_goes_on_but_no_longer_than_a_month()
    {
        using var desk = await app.SignedIn();
        for (var hours = 0; hours < (30 * 24) - 11; hours += 11)
        {
            (await Status(desk, "/account/password")).ShouldBe(HttpStatusCode.OK);
            await SeenWasWritten();
            app.Clock.Now += TimeSpan.FromHours(11);
        }

        app.Clock.Now += TimeSpan.FromHours(11);
        (await Status(desk, "/account/password")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Last_seen_is_written_once_a_minute()
    {
        using var desk = await app.SignedIn();
        var begun = app.Clock.Now.Micros;
        app.Clock.Now += TimeSpan.FromSeconds(59);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
        await SeenWasWritten();
        Number("SELECT seen_at FROM sign_in_session").ShouldBe(begun);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
        await SeenWasWritten();
        Number("SELECT seen_at FROM sign_in_session").ShouldBe(app.Clock.Now.Micros);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        using var desk = await app.SignedIn();
        using var phone = await app.SignedIn();
        using var wrong = await desk.Submit("/account/password", ("Current", "这个密码是错的"), ("New", NewPassword));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Status(phone, "/cases")).ShouldBe(HttpStatusCode.OK);

        using var changed = await desk.Submit("/account/password", ("Current", TestApp.Password), ("New", NewPassword));
        changed.Headers.Location!.OriginalString.ShouldBe("/account?done=password");
        (await Status(phone, "/cases")).ShouldBe(HttpStatusCode.Found);
        (await Status(desk, "/cases")).ShouldBe(HttpStatusCode.OK);
        using var visitor = app.Visitor();
        using var old = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password));
        old.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var fresh = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", NewPassword));
        fresh.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_is_worth_nothing()
    {
        using var visitor = app.Visitor();
        using var signedIn = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password));
        var cookie = signedIn
            .Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("shouwen=", StringComparison.Ordinal))
            .Split(';')[0];
        (await visitor.SubmitFrom("/cases", "/sign-out")).Dispose();

        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Url };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        (await Status(thief, "/cases")).ShouldBe(HttpStatusCode.Found);
    }

    private async Task<HttpClient> SignedInWith(string browser)
    {
        var visitor = app.Visitor();
        visitor.DefaultRequestHeaders.Add("User-Agent", browser);
        using var answer = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }

    private static async Task<HttpStatusCode> Status(HttpClient visitor, string page)
    {
        using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>The writer answers in turn: when it has answered this, what a request left behind is written too.</summary>
    private Task SeenWasWritten() => app.Services.GetRequiredService<Database>().Writer.Write(_ => 0);

    private string[] Ids()
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return [.. session.Query("SELECT id FROM sign_in_session ORDER BY rowid", row => row.Text(0))];
    }

    private long Number(string sql)
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return session.Number(sql)!.Value;
    }

    /// <summary>As another process would.</summary>
    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
