using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>The person charged appeals; accepting gives the charge back in the next statement, never in the delivered one.</summary>
public sealed class AppealTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string line = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        await Books.Leak(app);
        using var zhou = await app.SignedIn(World.Specialist);
        line = await zhou.Line("/statements/mine", "EG-18(1)");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_accepted_appeal_is_given_back_by_the_next_statement_and_the_person_is_told()
    {
        await Delivered();
        var october = (await app.Statement()).ToJsonString();
        using var zhou = await app.SignedIn(World.Specialist);
        (await Appeal(zhou, "系统当时不能登录")).ShouldBe(HttpStatusCode.SeeOther);
        using var general = await app.SignedIn(World.GeneralManager);
        (await general.Page("/messages/mine")).Texts(".entries .link").ShouldContain("申诉待决定：2026-10 EG-18(1)");
        (await general.Page("/appeals")).Texts(".entries p").ShouldContain("系统当时不能登录");

        (await Decide(general, "accepted", "系统日志证实")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var correction = (await app.Statement("2026-11"))["corrections"]!
            .AsArray()
            .Single(each => each!["clause"]!.GetValue<string>() == "EG-18(1)")!;
        correction["amount"]!.GetValue<decimal>().ShouldBe(-200);
        correction["units"]!.GetValue<int>().ShouldBe(-2);
        correction["month"]!.GetValue<string>().ShouldBe("2026-10");
        (await app.Statement()).ToJsonString().ShouldBe(october);

        (await zhou.Page("/messages/mine")).Texts(".entries .link").ShouldContain("申诉成立：2026-10 EG-18(1)");
        (await zhou.Page(line)).Texts("#appeal-box").Single().ShouldContain("列入 2026-11 月报退回");

        // In the months after it is settled for good.
        await Books.GoTo(app, Complaint.At("2026-12-01 10:00"));
        using var hr = await app.SignedIn(World.Hr);
        (await hr.Deliver(Books.November)).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Statement("2026-12"))["corrections"]!.AsArray().ShouldAllBe(each => each!["clause"]!.GetValue<string>() != "EG-18(1)");
    }

    [Fact]
    public async Task A_rejected_appeal_changes_nothing_and_cannot_be_decided_or_raised_again()
    {
        await Delivered();
        using var zhou = await app.SignedIn(World.Specialist);
        (await Appeal(zhou, "不服")).ShouldBe(HttpStatusCode.SeeOther);
        (await Appeal(zhou, "还是不服")).ShouldBe(HttpStatusCode.Conflict);
        using var general = await app.SignedIn(World.GeneralManager);
        (await Decide(general, "rejected", "时间有记录为证")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await Decide(general, "accepted", "改主意")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Appeal(zhou, "第三次")).ShouldBe(HttpStatusCode.Conflict);
        (await app.Statement("2026-11"))["corrections"]!.AsArray().ShouldAllBe(each => each!["clause"]!.GetValue<string>() != "EG-18(1)");
        (await zhou.Page("/messages/mine")).Texts(".entries .link").ShouldContain("申诉不成立：2026-10 EG-18(1)");
        (await general.Page("/appeals?state=decided")).Texts(".entries .tag").ShouldBe(["不成立"]);
    }

    [Theory]
    [InlineData(15 * 24 * 3600, HttpStatusCode.SeeOther)]
    [InlineData((15 * 24 * 3600) + 1, HttpStatusCode.Conflict)]
    public async Task The_period_of_the_rule_book_ends_to_the_second(int seconds, HttpStatusCode expected)
    {
        await Delivered();
        app.Clock.Now = Books.SecondOfNovember + TimeSpan.FromSeconds(seconds);
        using var zhou = await app.SignedIn(World.Specialist);
        (await zhou.Page(line)).QuerySelectorAll("#AppealReason").Length.ShouldBe(expected == HttpStatusCode.SeeOther ? 1 : 0);
        (await Appeal(zhou, "理由")).ShouldBe(expected);
    }

    [Fact]
    public async Task Only_the_person_appeals_only_what_was_delivered_and_charged_and_with_a_reason()
    {
        using var zhou = await app.SignedIn(World.Specialist);
        (await Appeal(zhou, "还没报送")).ShouldBe(HttpStatusCode.Conflict);
        await Delivered();
        using var hr = await app.SignedIn(World.Hr);
        (await Appeal(hr, "替她")).ShouldBe(HttpStatusCode.Forbidden);
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await Appeal(other, "替她")).ShouldBe(HttpStatusCode.NotFound);
        (await Appeal(zhou, "  ")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Appeal(zhou, new string('长', 1001))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var leader = await app.SignedIn(World.Leader);
        (await Appeal(zhou, "理由")).ShouldBe(HttpStatusCode.SeeOther);
        (await leader.Page(line)).QuerySelector("#appeal-box").ShouldBeNull("a defence is not for everybody who sees the charge");
        foreach (var who in new[] { World.Hr, World.Finance, World.Specialist })
        {
            using var reader = await app.SignedIn(who);
            (await Decide(reader, "accepted", "x")).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        }

        using var general = await app.SignedIn(World.GeneralManager);
        (await Decide(general, "", "x")).Page.Texts(".problem").ShouldBe(["请选择成立或不成立"]);
        (await Decide(general, "accepted", "")).Page.Texts(".problem").ShouldBe(["请写明理由"]);
    }

    [Fact]
    public async Task Files_come_with_an_appeal_and_are_for_those_who_decide()
    {
        await Delivered();
        using var zhou = await app.SignedIn(World.Specialist);
        (await Appeal(zhou, "附截图", ("x.exe", Encoding.ASCII.GetBytes("MZ nothing we take")))).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await Appeal(zhou, "附截图", ("截图.png", Pictures.Png()))).ShouldBe(HttpStatusCode.SeeOther);
        var file = (await zhou.Page(line)).QuerySelector("#appeal-box ul a")!.GetAttribute("href")!;
        foreach (
            var (who, expected) in new[]
            {
                (World.GeneralManager, HttpStatusCode.OK),
                (World.Specialist, HttpStatusCode.OK),
                (World.Leader, HttpStatusCode.NotFound),
                (World.OtherSpecialist, HttpStatusCode.NotFound),
            }
        )
        {
            using var reader = await app.SignedIn(who);
            using var answer = await reader.GetAsync(new Uri(file, UriKind.Relative));
            answer.StatusCode.ShouldBe(expected, who);
        }
    }

    private async Task Delivered()
    {
        using var hr = await app.SignedIn(World.Hr);
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
    }

    private async Task<HttpStatusCode> Appeal(HttpClient visitor, string reason, params (string Name, byte[] Bytes)[] files)
    {
        var token = (await visitor.Page("/statements/mine"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(reason), "AppealReason" },
        };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "file", name);
        }

        using var answer = await visitor.PostAsync(new Uri($"{line}/appeals", UriKind.Relative), form);
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, IDocument Page)> Decide(HttpClient visitor, string decision, string answer)
    {
        using var reply = await visitor.SubmitFrom(
            "/statements/mine",
            $"{line}/appeal-decisions",
            ("Decision", decision),
            ("Answer", answer)
        );
        return (reply.StatusCode, Pages.Parse(await reply.Content.ReadAsStringAsync()));
    }
}
