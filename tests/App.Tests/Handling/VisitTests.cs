using System.Net;
using System.Text;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Handling;

/// <summary>EG-22 and EG-24: the visit is one form; EG-23: what was tried when there was none.</summary>
public sealed class VisitTests : HandlingWorld
{
    [Fact]
    public async Task One_form_records_visit_checklist_photos_and_plan_and_the_events_are_those_of_the_contract()
    {
        (string, string)[] fields =
        [
            .. AllWell().Where(field => field.Name != "visit.conduct.toolBox"),
            ("visit.conduct.toolBox", "no"),
            ("plan.recorded.agreedBy", "2026-10-14T12:00"),
            ("plan.recorded.plan.text.text", "凿开飘窗外沿，重做防水"),
        ];
        await Done(
            Department,
            "visit.made",
            [Photo("file.before"), Photo("file.during", "b.png"), Photo("file.after", "c.png"), Photo("signature.paper", "d.png")],
            fields
        );

        Case.Events.Select(happened => happened.Type).TakeLast(2).ShouldBe([EventType.VisitMade, EventType.PlanRecorded]);
        Case.Events[^1].Data.ShouldBe("""{"agreedBy":"2026-10-14T12:00:00+08:00"}""");
        Case.Records.Select(record => (record.Name, record.Event)).ShouldBe([("visit.conduct", 5), ("plan.text", 6)]);
        Case.Judgement.Clocks.Where(clock => clock.Id is "visit" or "plan").ShouldAllBe(clock => clock.State == ClockState.Met);
        Case.Judgement.Clocks.First(clock => clock.Id == "resolve").DueAt.ToString().ShouldBe("2026-10-14T12:00:00+08:00");

        var page = await Specialist.Page($"/cases/{Number}");
        var story = page.Texts("ol.time li");
        story.ShouldContain(entry => entry.Contains("检查 18 项：符合 17，不符合 1，不适用 0") && entry.Contains("不符合：使用标准工具箱"));
        story.ShouldContain(entry => entry.Contains("方案内容：凿开飘窗外沿，重做防水"));
        page.QuerySelectorAll("ol.time .evidence a").Length.ShouldBe(4);
        page.Texts("#case-files h3").ShouldBe(["处理前 1", "处理中 1", "处理后 1", "单据 1"]);
    }

    [Fact]
    public async Task The_plan_may_wait_but_not_half_of_it()
    {
        using var half = await Send(Department, "visit.made", [.. AllWell(), ("plan.recorded.agreedBy", "2026-10-14T12:00")]);
        half.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await half.Content.ReadAsStringAsync()).ShouldContain("请填写方案内容");
        Case.Version.ShouldBe(4);

        await Done(Department, "visit.made", [.. AllWell()]);
        Case.Events[^1].Type.ShouldBe(EventType.VisitMade);
        await Done(Department, "plan.recorded", ("plan.text.text", "重做防水"));
        Case.Records[^1].Event.ShouldBe(Case.Events[^1].Seq);
    }

    [Fact]
    public async Task A_visit_without_its_checklist_is_not_taken_and_nothing_of_it_is_kept()
    {
        using var answer = await Send(
            Department,
            "visit.made",
            [Photo("file.before")],
            [.. AllWell().Where(field => field.Name != "visit.conduct.noGifts"), ("visit.conduct.badge", "maybe")]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("#field-visit-conduct-noGifts-problem").ShouldBe(["请填写不收礼品和小费"]);
        page.QuerySelector("#field-visit-conduct-badge-problem").ShouldNotBeNull();
        page.QuerySelectorAll("input[name='visit.conduct.uniform'][value=yes][checked]").Length.ShouldBe(1, "what was chosen stays");
        Case.Version.ShouldBe(4);
        page.QuerySelectorAll("#case-files li").ShouldBeEmpty();

        var kept = page.QuerySelector("input[name='kept.file.before'][checked]")!;
        kept.ParentElement!.TextContent.ShouldContain("a.png");
        await Done(
            Department,
            "visit.made",
            [Photo("file.before", "b.png")],
            [.. AllWell(), ("kept.file.before", kept.GetAttribute("value")!)]
        );
        (await Specialist.Page($"/cases/{Number}")).Texts("#case-files h3").ShouldBe(["处理前 2"], "it need not be chosen again");
    }

    [Fact]
    public async Task The_photo_of_a_signed_paper_is_kept_while_the_rest_of_the_form_is_mended()
    {
        await Done(Department, "visit.made", [.. AllWell()]);
        using var half = await Send(
            Department,
            "plan.recorded",
            [("signature.paper", "方案.png", Pictures.Png())],
            ("agreedBy", "2026-10-14T12:00"),
            ("signature.way", "signed")
        );
        half.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var kept = Pages.Parse(await half.Content.ReadAsStringAsync()).QuerySelector("input[name='kept.signature.paper'][checked]")!;
        await Done(
            Department,
            "plan.recorded",
            ("agreedBy", "2026-10-14T12:00"),
            ("plan.text.text", "重做防水"),
            ("signature.way", "signed"),
            ("kept.signature.paper", kept.GetAttribute("value")!)
        );
        (await Specialist.Page($"/cases/{Number}")).Texts("#case-files h3").ShouldBe(["单据 1"]);
    }

    [Theory]
    [InlineData("not a picture", "a.png")]
    [InlineData("", "empty.png")]
    public async Task A_file_that_is_no_picture_is_named_and_the_visit_is_not_recorded(string content, string name)
    {
        using var answer = await Send(Department, "visit.made", [("file.before", name, Encoding.UTF8.GetBytes(content))], [.. AllWell()]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#field-file-before-problem").ShouldNotBeNull();
        Case.Version.ShouldBe(4);
    }

    [Fact]
    public async Task A_case_that_moved_on_keeps_neither_event_nor_photo()
    {
        using var answer = await Send(Department, "visit.made", [Photo("file.before")], [.. AllWell(), ("version", "3")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Case.Version.ShouldBe(4);
        (await Specialist.Page($"/cases/{Number}")).QuerySelectorAll("#case-files li").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_tried_stands_with_the_material_and_the_specialist_calls_with_the_books_words()
    {
        await Done(Department, "visit.prevented", ("cause", "absent"));
        using var empty = await Send(Department, "refusal.recorded");
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await empty.Content.ReadAsStringAsync()).ShouldContain("请填写做了哪些努力");
        await Done(Department, "refusal.recorded", [Photo("file.before")], ("visit.material.tried", "两次敲门，电话三次未接"));
        Case.Records[^1].Text("tried").ShouldBe("两次敲门，电话三次未接");

        var form = await Specialist.Page(Form("callback.made"));
        form.Texts("details.script[open] blockquote").ShouldHaveSingleItem().ShouldContain("未能为您上门");
        form.QuerySelector("select[name=purpose] option[selected]")!.GetAttribute("value").ShouldBe("refusal");
        await Done(Specialist, "callback.made", ("purpose", "refusal"), ("reached", "true"), ("callback.words.words", "明天上午十点可以"));
        Case.Judgement.Clocks.First(clock => clock.Id == "refusal.callback").State.ShouldBe(ClockState.Met);
        (await Specialist.Page($"/cases/{Number}"))
            .Texts("ol.time li")
            .ShouldContain(entry => entry.Contains("客户意见：明天上午十点可以"));
    }
}
