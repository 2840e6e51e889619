using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Handling;

/// <summary>EG-28 and EG-29: the signed paper, the call by another, and what each decision is about.</summary>
public sealed class ClosureTests : HandlingWorld
{
    [Fact]
    public async Task Without_the_signed_paper_there_is_no_application()
    {
        await Visit();
        using var answer = await Send(Department, "closure.applied", ("signature.way", "signed"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("请客户签字，或上传已签字的单据");
        Case.Judgement.Stage.ShouldBe(CaseStage.Issued);

        await Apply();
        Case.Judgement.Stage.ShouldBe(CaseStage.Applied);
    }

    [Fact]
    public async Task Each_decision_shows_paper_score_and_checklist()
    {
        await Visit();
        await Apply();
        (await Specialist.Page(Form("closure.rejected"))).Texts(".grounds .notice").ShouldBe(["本轮还没有结案回访"]);
        (await Specialist.Page(Form("callback.made")))
            .Texts("details.script[open] blockquote")
            .ShouldHaveSingleItem()
            .ShouldContain("您对处理结果打几分");
        await Call(Specialist, ("score", "2"), ("visitQuality", "poor"), ("callback.words.words", "说话很冲"));
        await Done(Specialist, "closure.accepted");
        foreach (
            var (who, type, next) in new[]
            {
                (World.DeputyManager, "closure.reviewed", CaseStage.Reviewed),
                (World.GeneralManager, "closure.approved", CaseStage.Closed),
            }
        )
        {
            using var judge = await App.SignedIn(who);
            var form = await judge.Page(Form(type));
            var shown = string.Join('\n', form.Texts(".grounds dt, .grounds dd"));
            shown.ShouldContain("评分 2/5", customMessage: type);
            shown.ShouldContain("差");
            shown.ShouldContain("客户意见：说话很冲");
            shown.ShouldContain("检查 18 项：符合 18");
            form.QuerySelectorAll(".grounds .evidence a").Length.ShouldBe(1, "the signed paper");
            form.QuerySelectorAll(".grounds .notice").ShouldBeEmpty();
            await Done(judge, type);
            Case.Judgement.Stage.ShouldBe(next);
        }
    }

    [Fact]
    public async Task The_filled_button_is_the_call_that_is_due_and_never_the_way_back()
    {
        await Visit();
        await Apply();
        await IsForemost(Specialist, "callback.made");
        await Call(Specialist);
        await IsForemost(Specialist, "closure.accepted");
        await Done(Specialist, "closure.accepted");
        using var deputy = await App.SignedIn(World.DeputyManager);
        await IsForemost(deputy, "closure.reviewed");
    }

    [Fact]
    public async Task Who_may_not_call_is_not_led_to_the_rejection()
    {
        await AlsoSpecialist(World.Department);
        using var both = await App.SignedIn(World.Department);
        await Visit();
        await Apply();
        (await both.Page($"/cases/{Number}")).QuerySelectorAll("nav.actions a.main").ShouldBeEmpty();
        (await both.Page("/inbox")).QuerySelectorAll("nav.actions a.main").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_handled_the_cycle_does_not_make_its_closing_call()
    {
        await AlsoSpecialist(World.Department);
        using var both = await App.SignedIn(World.Department);
        await Visit();
        await Apply();

        (await both.Page(Form("callback.made"))).QuerySelectorAll("select[name=purpose] option[value=closure]").ShouldBeEmpty();
        (await Specialist.Page(Form("callback.made")))
            .QuerySelectorAll("select[name=purpose] option[value=closure][selected]")
            .Length.ShouldBe(1);
        using var posted = await Send(both, "callback.made", ("purpose", "closure"), ("reached", "true"));
        posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await posted.Content.ReadAsStringAsync()).ShouldContain("结案回访须由其他人进行（EG-29）");
        using var api = await Caller.As(App, World.Department);
        var refused = await api.Post(
            $"/cases/{Number}/events",
            new { type = "callback.made", data = new { purpose = "closure", reached = true } }
        );
        refused.Status.ShouldBe(HttpStatusCode.Forbidden, refused.ToString());
        refused.Code.ShouldBe("callback.handler");
        Case.Judgement.Stage.ShouldBe(CaseStage.Applied);

        await Call(Specialist);
    }

    [Fact]
    public async Task Who_handled_an_earlier_cycle_may_call_in_a_later_one()
    {
        await AlsoSpecialist(World.Department);
        await Visit();
        await Apply();
        await CloseFrom();
        await Done(Specialist, "case.reopened", ("reason", "又漏了"));
        await Done(Specialist, "order.submitted", ("requiredBy", "2026-10-20T18:00"));
        await As(World.DeputyManager, "order.approved");
        await As(
            World.GeneralManager,
            "order.issued",
            ("department", "property"),
            ("accountable", World.Chairman),
            ("leader", World.Leader),
            ("chairman", World.Chairman)
        );
        using var chairman = await App.SignedIn(World.Chairman);
        await Done(chairman, "closure.applied", [Photo("signature.paper")], ("signature.way", "signed"));
        using var both = await App.SignedIn(World.Department);
        await Call(both);
    }

    /// <summary>On the page of the case and in the inbox.</summary>
    private async Task IsForemost(HttpClient who, string type)
    {
        foreach (var page in new[] { $"/cases/{Number}", "/inbox" })
        {
            var main = (await who.Page(page)).QuerySelectorAll("nav.actions a.main").ShouldHaveSingleItem(page);
            main.GetAttribute("href")!.Split('?')[0].ShouldBe(Form(type), page);
        }
    }

    private Task Visit() => Done(Department, "visit.made", [.. AllWell()]);

    private Task Apply() => Done(Department, "closure.applied", [Photo("signature.paper")], ("signature.way", "signed"));

    private Task Call(HttpClient who, params (string, string)[] more) =>
        Done(who, "callback.made", [("purpose", "closure"), ("reached", "true"), .. more]);

    private async Task CloseFrom()
    {
        await Call(Specialist);
        await Done(Specialist, "closure.accepted");
        await As(World.DeputyManager, "closure.reviewed");
        await As(World.GeneralManager, "closure.approved");
    }

    private async Task As(string who, string type, params (string, string)[] fields)
    {
        using var visitor = await App.SignedIn(who);
        await Done(visitor, type, fields);
    }

    private async Task AlsoSpecialist(string staff)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(Assignment.Always(staff, Post.Specialist, "LA"));
        await db.SaveChangesAsync();
    }
}
