using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.CommandLine;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>Tokens as an administrator makes them at the command line and a program uses them, while the server runs.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string Me = "/api/v1/me";

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        await app.AddStaff("gao", "高工", "澜岸物业");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_token_acts_as_its_member_of_staff()
    {
        using var program = With(await Create("--staff", "gao"));
        var answer = await program.GetStringAsync(new Uri(Me, UriKind.Relative));
        answer.ShouldContain("\"staff\":\"gao\"");
        answer.ShouldContain("高工");
    }

    [Fact]
    public async Task A_token_is_printed_once_and_kept_as_a_digest()
    {
        var token = await Create("--staff", "gao");
        token.ShouldStartWith("sw_");
        token.Length.ShouldBe(3 + 43);
        File.ReadAllText(app.DatabaseFile, System.Text.Encoding.Latin1).ShouldNotContain(token);
        var (_, list, _) = await Verb("token", "list");
        list.ShouldContain("gao");
        list.ShouldNotContain(token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    public async Task Without_a_token_that_is_known_the_answer_is_401_as_problem_details(string? token)
    {
        using var program = token is null ? app.Visitor() : With(token);
        using var answer = await program.GetAsync(new Uri(Me, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_revoked_token_is_out_when_the_server_has_heard_of_it()
    {
        using var program = With(await Create("--staff", "gao"));
        (await Status(program)).ShouldBe(HttpStatusCode.OK);
        (await Verb("token", "revoke", "1")).Code.ShouldBe(0);
        app.Clock.Now += TimeSpan.FromSeconds(5);
        (await Status(program)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Verb("token", "revoke", "1")).Code.ShouldBe(1);
        (await Verb("token", "list")).Output.ShouldContain("revoked 2026-10-12 15:40:00");
    }

    [Fact]
    public async Task A_token_ends_on_the_second_its_days_are_over()
    {
        using var program = With(await Create("--staff", "gao", "--days", "30"));
        app.Clock.Now += TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1);
        (await Status(program)).ShouldBe(HttpStatusCode.OK);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await Status(program)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Verb("token", "list")).Output.ShouldContain("expired");
    }

    [Fact]
    public async Task The_owner_sees_a_token_and_revokes_it_at_once()
    {
        var owner = Staff();
        using var program = With(await Create("--staff", owner, "--name", "夜间同步"));
        (await Status(program)).ShouldBe(HttpStatusCode.OK);
        using var me = await app.SignedIn();
        (await me.Page("/account")).Texts("section[aria-labelledby=tokens] li b").ShouldBe(["夜间同步"]);
        using var revoked = await me.SubmitFrom("/account", "/account/tokens/revocation", ("Id", "1"));
        revoked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Status(program)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        using var program = With(await Create("--staff", "gao"));
        using var me = await app.SignedIn();
        using var answer = await me.SubmitFrom("/account", "/account/tokens/revocation", ("Id", "1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Status(program)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_does_not_open_its_owners_account()
    {
        using var program = With(await Create("--staff", Staff()));
        using var answer = await program.GetAsync(new Uri("/account", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_signed_in_session_may_call_too()
    {
        using var me = await app.SignedIn();
        (await me.GetStringAsync(new Uri(Me, UriKind.Relative))).ShouldContain("周敏");
    }

    [Fact]
    public async Task Nobody_is_given_a_token_who_does_not_work_here()
    {
        (await Verb("token", "create", "--staff", "nobody")).Code.ShouldBe(1);
        (await Verb("token", "create")).Code.ShouldBe(2);
        (await Verb("token", "create", "--staff", "gao", "--days", "0")).Code.ShouldBe(2);
        (await Verb("token", "revoke")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_program_gone_wild_is_told_to_wait_and_others_are_not()
    {
        app.Services.GetRequiredService<IConfiguration>()["SHOUWEN_API_CALLS_PER_MINUTE"] = "20";
        using var wild = With(await Create("--staff", "gao"));
        using var calm = With(await Create("--staff", "gao"));
        HttpResponseMessage? last = null;
        for (var i = 0; i < 21; i++)
        {
            last?.Dispose();
            last = await wild.GetAsync(new Uri(Me, UriKind.Relative));
        }

        last!.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        last.Dispose();
        (await Status(calm)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> Create(params string[] options)
    {
        var (code, output, error) = await Verb(["token", "create", .. options]);
        code.ShouldBe(0, error);
        return output.Trim();
    }

    private async Task<(int Code, string Output, string Error)> Verb(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(Stream.Null, Stream.Null, output, error, Language.English, app.Clock);
        var code = await Verbs.Run([.. words, "--database", app.DatabaseFile], terminal);
        return (code, output.ToString(), error.ToString());
    }

    private HttpClient With(string token)
    {
        var program = app.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task<HttpStatusCode> Status(HttpClient program)
    {
        using var answer = await program.GetAsync(new Uri(Me, UriKind.Relative));
        return answer.StatusCode;
    }

    private string Staff()
    {
        using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT staff_id FROM account";
        return (string)command.ExecuteScalar()!;
    }
}
