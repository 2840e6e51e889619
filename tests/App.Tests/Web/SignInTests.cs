using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Organisation.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class SignInTests : IAsyncLifetime
{
    private const string WrongPassword = "这个密码是错的";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithAccount();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/cases/LA-2026-0001")]
    [InlineData("/cases/LA-2026-0001/explanation")]
    [InlineData("/nothing-here")]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_from_every_page(string page)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?back=");
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.Submit(
            "/sign-in",
            ("User", TestApp.User),
            ("Password", TestApp.Password),
            ("Back", "/cases?state=all")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/cases?state=all");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("shouwen=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.Submit("/sign-in", ("User", TestApp.User), ("Password", TestApp.Password), ("Back", back));
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_sentence()
    {
        using var visitor = app.Visitor();
        var wrong = await Refused(visitor, TestApp.User, WrongPassword);
        var unknown = await Refused(visitor, "没有这个人", WrongPassword);
        wrong.ShouldContain("用户名或密码不对");
        Sentence(unknown).ShouldBe(Sentence(wrong));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help()
    {
        using var visitor = app.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await Refused(visitor, TestApp.User, WrongPassword);
        }

        Sentence(await Refused(visitor, TestApp.User, TestApp.Password)).ShouldContain("锁定");
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_have_to_wait()
    {
        using var visitor = app.Visitor();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 31; i++)
        {
            using var body = new FormUrlEncodedContent([]);
            using var answer = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), body);
            last = answer.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_missing_password_is_asked_for_and_the_name_is_kept()
    {
        using var visitor = app.Visitor();
        var page = await Refused(visitor, TestApp.User, "");
        page.ShouldContain("请填写密码");
        page.ShouldContain($"value=\"{TestApp.User}\"");
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var visitor = app.Visitor();
        using var body = new FormUrlEncodedContent([
            KeyValuePair.Create("User", TestApp.User),
            KeyValuePair.Create("Password", TestApp.Password),
        ]);
        using var answer = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await app.SignedIn();
        using var out1 = await visitor.SubmitFrom("/cases", "/sign-out");
        out1.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var after = await visitor.GetAsync(new Uri("/cases", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_form_of_another_site()
    {
        using var visitor = await app.SignedIn();
        using var body = new FormUrlEncodedContent([]);
        using var answer = await visitor.PostAsync(new Uri("/sign-out", UriKind.Relative), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var after = await visitor.GetAsync(new Uri("/cases", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_first_administrators_link_works_once_and_only_while_there_is_no_account()
    {
        await using var empty = await TestApp.Start();
        var link = empty.Services.GetRequiredService<FirstLink>().Open();
        using var visitor = empty.Visitor();
        using var made = await visitor.Submit(link, ("Name", "周敏"), ("User", TestApp.User), ("Password", TestApp.Password));
        made.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await empty.SignedIn()).Dispose();
        using var again = await visitor.GetAsync(new Uri(link, UriKind.Relative));
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_guessed_link_opens_nothing()
    {
        await using var empty = await TestApp.Start();
        empty.Services.GetRequiredService<FirstLink>().Open();
        using var visitor = empty.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/first-administrator/guess", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_short_password_is_refused_with_a_sentence()
    {
        await using var empty = await TestApp.Start();
        var link = empty.Services.GetRequiredService<FirstLink>().Open();
        using var visitor = empty.Visitor();
        using var answer = await visitor.Submit(link, ("Name", "周敏"), ("User", "zhou"), ("Password", "short"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("密码至少 10 位");
    }

    private static async Task<string> Refused(HttpClient visitor, string user, string password)
    {
        using var answer = await visitor.Submit("/sign-in", ("User", user), ("Password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Sentence(string page)
    {
        var start = page.IndexOf("role=\"alert\">", StringComparison.Ordinal);
        return page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)];
    }
}
