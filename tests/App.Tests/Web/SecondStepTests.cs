using System.Net;
using Microsoft.Data.Sqlite;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>Signing in with a code of the authenticator app, or with a recovery code.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private const string NoCode = "000000";

    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithAccount();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_right_code_signs_in_and_leads_to_the_page_that_was_asked_for()
    {
        var (key, _) = await TurnOn();
        app.Clock.Now += HalfMinute;
        using var visitor = await PasswordGiven("/cases?state=all");
        using var before = await visitor.GetAsync(new Uri("/cases", UriKind.Relative));
        before.StatusCode.ShouldBe(HttpStatusCode.Found, "the password alone is not enough");

        using var answer = await Enter(visitor, Authenticator.Code(key, app.Clock.Now), "/cases?state=all");
        answer.Headers.Location!.OriginalString.ShouldBe("/cases?state=all");
        using var after = await visitor.GetAsync(new Uri("/cases", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(-90, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(90, false)]
    public async Task A_phone_whose_clock_is_half_a_minute_off_is_believed_and_one_that_is_further_off_is_not(int seconds, bool believed)
    {
        var (key, _) = await TurnOn();
        app.Clock.Now += TimeSpan.FromMinutes(10);
        using var visitor = await PasswordGiven();
        using var answer = await Enter(visitor, Authenticator.Code(key, app.Clock.Now + TimeSpan.FromSeconds(seconds)));
        answer.StatusCode.ShouldBe(believed ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (key, _) = await TurnOn();
        app.Clock.Now += HalfMinute;
        var code = Authenticator.Code(key, app.Clock.Now);
        using var first = await PasswordGiven();
        using var entered = await Enter(first, code);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var second = await PasswordGiven();
        using var replayed = await Enter(second, code);
        replayed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await replayed.Content.ReadAsStringAsync()).ShouldContain("已经用过");
    }

    [Fact]
    public async Task The_code_that_turned_it_on_does_not_sign_in()
    {
        var (key, _) = await TurnOn();
        using var visitor = await PasswordGiven();
        using var answer = await Enter(visitor, Authenticator.Code(key, app.Clock.Now));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_against_the_right_one()
    {
        var (key, _) = await TurnOn();
        app.Clock.Now += HalfMinute;
        using var visitor = await PasswordGiven();
        for (var i = 0; i < 5; i++)
        {
            (await Enter(visitor, NoCode)).Dispose();
        }

        using var answer = await Enter(visitor, Authenticator.Code(key, app.Clock.Now));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已锁定");
    }

    [Fact]
    public async Task Five_wrong_recovery_codes_lock_it_too_and_the_password_given_between_them_does_not_help()
    {
        var (_, codes) = await TurnOn();
        for (var i = 0; i < 5; i++)
        {
            using var again = await PasswordGiven();
            (await Enter(again, "BBBBB-BBBBB", recovery: true)).Dispose();
        }

        using var visitor = app.Visitor();
        using var answer = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已锁定");
        codes.Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_however_it_is_typed()
    {
        var (_, codes) = await TurnOn();
        using var first = await PasswordGiven();
        using var entered = await Enter(first, codes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), recovery: true);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await first.Page("/account")).Texts(".entries .muted").ShouldContain("已开启，还有 9 个恢复码。");

        using var second = await PasswordGiven();
        using var replayed = await Enter(second, codes[3], recovery: true);
        replayed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Recovery_codes_are_not_kept_in_clear()
    {
        var (_, codes) = await TurnOn();
        using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(value) FROM account_token WHERE name = 'RecoveryCodes'";
        var kept = (string)command.ExecuteScalar()!;
        kept.Split(';').Length.ShouldBe(10);
        codes.ShouldAllBe(code => !kept.Contains(code) && !kept.Contains(code.Replace("-", "")));
    }

    [Fact]
    public async Task A_wrong_code_does_not_turn_it_on()
    {
        using var me = await app.SignedIn();
        using var answer = await me.Submit("/account/codes", ("Code", NoCode));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.SignedIn()).Dispose();
    }

    [Fact]
    public async Task Turning_it_off_asks_for_the_password()
    {
        var (_, _, me) = await TurnOnAndStay();
        using var wrong = await me.SubmitFrom(
            "/account/codes",
            "/account/codes/change",
            ("Password", "这个密码是错的"),
            ("Do", "turn-off")
        );
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var right = await me.SubmitFrom(
            "/account/codes",
            "/account/codes/change",
            ("Password", TestApp.Password),
            ("Do", "turn-off")
        );
        right.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        me.Dispose();
        (await app.SignedIn()).Dispose();
    }

    [Fact]
    public async Task New_recovery_codes_put_out_the_old_ones()
    {
        var (_, old, me) = await TurnOnAndStay();
        using var renewed = await me.SubmitFrom("/account/codes", "/account/codes/change", ("Password", TestApp.Password), ("Do", "renew"));
        var codes = Pages.Parse(await renewed.Content.ReadAsStringAsync()).Texts(".codes code");
        codes.Length.ShouldBe(10);
        me.Dispose();

        using var visitor = await PasswordGiven();
        using var withOld = await Enter(visitor, old[0], recovery: true);
        withOld.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var withNew = await Enter(visitor, codes[0], recovery: true);
        withNew.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Without_the_password_the_second_step_leads_back_to_the_first()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/sign-in/code", UriKind.Relative));
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
    }

    private async Task<(string Key, string[] Codes)> TurnOn()
    {
        var (key, codes, me) = await TurnOnAndStay();
        me.Dispose();
        return (key, codes);
    }

    private async Task<(string Key, string[] Codes, HttpClient Me)> TurnOnAndStay()
    {
        var me = await app.SignedIn();
        var key = (await me.Page("/account/codes")).Texts(".key code").Single();
        using var answer = await me.Submit("/account/codes", ("Code", Authenticator.Code(key, app.Clock.Now)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var codes = Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts(".codes code");
        codes.Length.ShouldBe(10);
        return (key, codes, me);
    }

    private async Task<HttpClient> PasswordGiven(string back = "/cases")
    {
        var visitor = app.Visitor();
        using var answer = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password), ("Back", back));
        answer.Headers.Location!.OriginalString.ShouldStartWith("/sign-in/code");
        return visitor;
    }

    private static Task<HttpResponseMessage> Enter(HttpClient visitor, string code, string back = "/cases", bool recovery = false) =>
        visitor.Submit("/sign-in/code", ("Code", code), ("Back", back), ("Recovery", recovery ? "true" : "false"));
}
