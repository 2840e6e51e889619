using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Organisation;

/// <summary>Owners come in by a code and see their own cases, nothing else.</summary>
public sealed class OwnerDoorTests : IAsyncLifetime
{
    private const string Phone = "13800005678";

    private TestApp app = null!;
    private string mine = "";
    private string others = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        var (owner, stranger) = (CustomerRecord.Of("李女士", "138 0000 5678"), CustomerRecord.Of("王先生", "13911112222"));
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.AddRange(owner, stranger);
                return session.Db.SaveChanges();
            });
        mine = await Opened(owner.Id, "3-2-1201");
        others = await Opened(stranger.Id, "3-2-1202");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_code_opens_the_own_cases_and_no_other()
    {
        using var owner = await SignedIn();
        var page = await owner.GetStringAsync(new Uri("/owner/cases", UriKind.Relative));
        page.ShouldContain(mine);
        page.ShouldNotContain(others);
    }

    [Fact]
    public async Task An_owner_gets_into_no_page_of_the_staff()
    {
        using var owner = await SignedIn();
        foreach (var path in new[] { "/", "/cases", $"/cases/{mine}", "/customers", "/staff", "/account", "/organisation", "/search?q=a" })
        {
            using var answer = await owner.GetAsync(new Uri(path, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.ToString().ShouldContain("/sign-in", Case.Sensitive, path);
        }

        using var api = await owner.GetAsync(new Uri("/api/v1/cases", UriKind.Relative));
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_member_of_staff_is_no_owner()
    {
        using var staff = await app.SignedIn(World.Specialist);
        using var answer = await staff.GetAsync(new Uri("/owner/cases", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_known_and_an_unknown_telephone_get_the_same_answer()
    {
        using var visitor = app.Visitor();
        foreach (var phone in new[] { Phone, "13700009999" })
        {
            using var asked = await visitor.Ask(phone);
            asked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            using var wrong = await visitor.Enter(asked.Headers.Location!, "not it");
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, phone);
            (await wrong.Content.ReadAsStringAsync()).ShouldContain("验证码不对或已失效");
        }

        (await Codes()).Count.ShouldBe(1, "nothing was sent to a telephone nobody is known by");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        using var owner = app.Visitor();
        using var asked = await owner.Ask(Phone);
        var code = (await Codes())[0];
        (await Status(owner, asked, code)).ShouldBe(HttpStatusCode.SeeOther);
        (await Status(owner, asked, code)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(299, HttpStatusCode.SeeOther)]
    [InlineData(300, HttpStatusCode.UnprocessableEntity)]
    public async Task A_code_is_valid_for_five_minutes(int seconds, HttpStatusCode expected)
    {
        using var owner = app.Visitor();
        using var asked = await owner.Ask(Phone);
        var code = (await Codes())[0];
        app.Clock.Now += TimeSpan.FromSeconds(seconds);
        (await Status(owner, asked, code)).ShouldBe(expected);
    }

    [Fact]
    public async Task After_five_wrong_attempts_the_right_code_does_not_open_either()
    {
        using var owner = app.Visitor();
        using var asked = await owner.Ask(Phone);
        var code = (await Codes())[0];
        for (var i = 0; i < 5; i++)
        {
            (await Status(owner, asked, "000000x" + i)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await Status(owner, asked, code)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_telephone_gets_one_code_a_minute_and_five_an_hour()
    {
        using var visitor = app.Visitor();
        for (var i = 0; i < 8; i++)
        {
            using var first = await visitor.Ask(Phone);
            using var again = await visitor.Ask(Phone);
            again.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "the answer does not tell");
            app.Clock.Now += TimeSpan.FromMinutes(1);
        }

        (await Codes()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_every_copy_of_the_cookie()
    {
        using var owner = await SignedIn();
        using var answer = await owner.SubmitFrom("/owner/cases", "/owner/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = await owner.GetAsync(new Uri("/owner/cases", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<HttpClient> SignedIn() => app.SignedInOwner(Phone);

    private Task<List<string>> Codes() => app.OwnerCodes();

    private static async Task<HttpStatusCode> Status(HttpClient visitor, HttpResponseMessage asked, string code)
    {
        using var answer = await visitor.Enter(asked.Headers.Location!, code);
        return answer.StatusCode;
    }

    private async Task<string> Opened(long customer, string unit) =>
        await new Complaint("group", "LA") { CustomerId = customer }
            .Then(
                "case.opened",
                "2026-10-12 09:00",
                World.Specialist,
                new
                {
                    channel = "phone",
                    category = "property.repair",
                    contactEndedAt = "2026-10-12T09:00:00+08:00",
                    unit,
                    demand = "飘窗渗漏",
                }
            )
            .In(app);
}
