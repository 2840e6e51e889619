using System.Net;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Relating;

/// <summary>A group or common complaint has one leading case; every member keeps its own clocks and its own closing.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string lead = null!;
    private string[] members = [];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await app.SignedIn(World.Specialist);
        lead = await Leak("1201");
        members = [await Leak("1301"), await Leak("1401"), await Leak("1501")];
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task With_nothing_chosen_the_form_says_what_to_do() =>
        (await zhou.Page("/cases/group")).Texts("form.relate > .hint").ShouldBe(["还没有选中案件。请返回列表勾选，或在下面填写编号。"]);

    [Fact]
    public async Task Cases_chosen_in_the_register_become_one_group()
    {
        var register = await zhou.Page("/cases");
        register.QuerySelectorAll("input[name=case][form=group-chosen]").Length.ShouldBe(4);
        register.QuerySelector("form#group-chosen")!.GetAttribute("action").ShouldBe("/cases/group");
        var chosen = await zhou.Page($"/cases/group?case={lead}&case={members[0]}");
        chosen.QuerySelectorAll("input[name=case][checked]").Length.ShouldBe(2);
        chosen.QuerySelectorAll("input[name=case]:not([checked])").Length.ShouldBe(2, "what is like them is offered");
        chosen.QuerySelector("input[name=lead][checked]")!.GetAttribute("value").ShouldBe(lead);

        await zhou.Groups(lead, members);
        var page = await zhou.Page($"/cases/{lead}?related=grouped");
        page.Texts("p.notice.done").ShouldBe(["已归为一组"]);
        page.QuerySelector("#group")!.TextContent.ShouldContain("牵头，组内 3 件，未办结 3 件");
        page.QuerySelectorAll("#group .clock").Length.ShouldBe(3);
        (await zhou.Page($"/cases/{members[1]}")).QuerySelector("#group")!.TextContent.ShouldContain($"由 {lead} 牵头");
        using var caller = await Caller.As(app);
        (await caller.Get($"/cases/{lead}")).Json["members"]!.AsArray().Count.ShouldBe(3);
        (await caller.Get($"/cases/{members[0]}")).Text("lead").ShouldBe(lead);
        app.ShouldVerify();
    }

    [Fact]
    public async Task The_nature_is_set_for_all_in_one_step_as_an_event_of_each()
    {
        await zhou.Groups(lead, members);
        (await zhou.Page($"/cases/{lead}")).QuerySelector("#group select").ShouldBeNull("a specialist sets no nature");
        using var deputy = await app.SignedIn(World.DeputyManager);
        using var answer = await deputy.SubmitFrom($"/cases/{lead}", $"/cases/{lead}/group/nature", ("nature", "group"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        (await deputy.Page(answer.Headers.Location!.OriginalString)).Texts("p.notice.done").ShouldBe(["已为 4 件案件定性"]);
        foreach (var number in members.Append(lead))
        {
            var file = app.Cases.Load(number)!;
            file.Judgement.Nature.ShouldBe(CaseNature.Group, number);
            file.Events[^1].By.ShouldBe(World.DeputyManager);
            file.Judgement.Clocks.ShouldContain(clock => clock.Id == "meeting", number);
        }

        var position = app.LogPosition();
        var again = await deputy.Tries($"/cases/{lead}", $"/cases/{lead}/group/nature", ("nature", "group"));
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Says.ShouldBe(["全组已是这一定性"]);
        (await deputy.Tries($"/cases/{lead}", $"/cases/{lead}/group/nature", ("nature", "huge"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await zhou.Tries($"/cases/{lead}", $"/cases/{lead}/group/nature", ("nature", "common"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        app.LogPosition().ShouldBe(position);
        app.ShouldVerify();
    }

    [Fact]
    public async Task The_leading_case_cannot_apply_for_closure_before_its_members_are_done()
    {
        var leads = await Issued("1202").In(app);
        var other = await Issued("1302").In(app);
        await zhou.Groups(leads, other);
        using var gao = await app.SignedIn(World.Department);
        (await gao.Page($"/cases/{leads}")).QuerySelector("a[href$='/events/closure.applied']").ShouldBeNull("it is not offered");
        using var caller = await Caller.As(app, World.Department);
        caller.Language = "zh";
        var applied = new { type = "closure.applied", data = new { document = true } };
        var refused = await caller.Post($"/cases/{leads}/events", applied);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("code").ShouldBe("group.membersOpen");
        refused.Text("detail").ShouldBe("组内还有 1 件案件未办结，牵头案件暂不能结案（EG-5）");
        (await caller.Post($"/cases/{other}/events", applied)).Status.ShouldBe(HttpStatusCode.Created, "a member closes on its own");
        using var released = await zhou.SubmitFrom($"/cases/{leads}", $"/cases/{leads}/group/releases", ("member", other));
        released.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await caller.Post($"/cases/{leads}/events", applied)).Status.ShouldBe(HttpStatusCode.Created);
        app.ShouldVerify();
    }

    [Fact]
    public async Task A_merged_member_is_one_of_the_others_and_a_case_that_leads_is_not_merged()
    {
        await zhou.Groups(lead, members);
        await zhou.Merges(members[0], members[1]);
        (await zhou.Page($"/cases/{lead}")).QuerySelector("#group")!.TextContent.ShouldContain("组内 2 件，未办结 2 件");
        var single = await Leak("0101");
        var (status, says) = await zhou.Tries($"/cases/{lead}/merge", $"/cases/{lead}/merge", ("typed", single));
        status.ShouldBe(HttpStatusCode.Conflict);
        says.ShouldBe([$"{lead} 是牵头案件，组内还有 2 件未办结，请先移出"]);
    }

    [Fact]
    public async Task Taken_out_a_member_goes_its_own_way()
    {
        await zhou.Groups(lead, members);
        using var answer = await zhou.SubmitFrom(
            $"/cases/{members[0]}",
            $"/cases/{lead}/group/releases",
            ("member", members[0]),
            ("back", members[0])
        );
        answer.Headers.Location!.OriginalString.ShouldBe($"/cases/{members[0]}?related=released#group");
        (await zhou.Page($"/cases/{members[0]}")).QuerySelector("#group").ShouldBeNull();
        var again = await zhou.Tries($"/cases/{lead}", $"/cases/{lead}/group/releases", ("member", members[0]));
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Says.ShouldBe([$"{members[0]} 不在组内"]);
    }

    [Fact]
    public async Task What_cannot_be_grouped_is_refused_with_a_sentence_and_what_was_chosen_is_kept()
    {
        var elsewhere = await Complaint.Opened("2026-10-12 15:00", "1-1-101", "门锁", "HY").In(app);
        await zhou.Groups(lead, members[0]);
        var other = await Leak("0201");
        (string Lead, string[] Cases, HttpStatusCode Status, string Says)[] tries =
        [
            (lead, [lead], HttpStatusCode.Conflict, "请至少选择两件案件"),
            (lead, [lead, "LA-2026-9999"], HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
            (lead, [lead, elsewhere], HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
            ("", [lead, other], HttpStatusCode.UnprocessableEntity, "请选择牵头案件"),
            ("<b>", [lead, other], HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
            (members[0], [other], HttpStatusCode.Conflict, $"{members[0]} 是 {lead} 的组内案件，不能牵头"),
            (other, [lead], HttpStatusCode.Conflict, $"{lead} 已是另一组的牵头案件"),
            (other, [members[0]], HttpStatusCode.Conflict, $"{members[0]} 已在 {lead} 的组内，请先移出"),
        ];
        var position = app.LogPosition();
        foreach (var (leading, cases, expected, sentence) in tries)
        {
            (string, string)[] fields = [("lead", leading), .. cases.Select(each => ("case", each))];
            var (status, says) = await zhou.Tries("/cases/group?case=" + lead, "/cases/group", fields);
            says.ShouldBe([sentence]);
            status.ShouldBe(expected, sentence);
        }

        app.LogPosition().ShouldBe(position);
        await zhou.Groups(lead, members[0]);
        app.LogPosition().ShouldBe(position, "who is in the group already is not put in again");
    }

    [Fact]
    public async Task The_inbox_offers_no_closing_of_a_leading_case_with_open_members_and_says_why()
    {
        var leads = await Reviewed("1202").In(app);
        var other = await Issued("1302").In(app);
        await zhou.Groups(leads, other);
        using var general = await app.SignedIn(World.GeneralManager);
        const string why = "组内还有 1 件案件未办结，牵头案件暂不能结案（EG-5）";
        var row = (await general.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldHaveSingleItem();
        row.QuerySelectorAll("nav.actions a").Select(step => step.TextContent).ShouldBe(["退回结案申请"]);
        row.TextContent.ShouldContain(why);
        (await general.Page($"/cases/{leads}")).QuerySelector("a[href$='/events/closure.approved']").ShouldBeNull();
        var form = await general.GetAsync(new Uri($"/cases/{leads}/events/closure.approved", UriKind.Relative));
        form.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await form.Content.ReadAsStringAsync()).ShouldContain(why);
        (await general.Tries("/inbox", $"/cases/{leads}/events/closure.approved")).Says.ShouldBe([why]);

        using var released = await zhou.SubmitFrom($"/cases/{leads}", $"/cases/{leads}/group/releases", ("member", other));
        released.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var free = (await general.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldHaveSingleItem();
        free.QuerySelectorAll("nav.actions a").Select(step => step.TextContent).ShouldBe(["批准结案", "退回结案申请"]);
    }

    [Fact]
    public async Task Only_the_roles_of_the_book_group()
    {
        using var gao = await app.SignedIn(World.Department);
        (await gao.Page("/cases")).QuerySelectorAll("input[name=case]").ShouldBeEmpty();
        (await gao.Page($"/cases/{lead}")).QuerySelector("a[href^='/cases/group']").ShouldBeNull();
        var (status, _) = await gao.Tries("/cases", "/cases/group", ("lead", lead), ("case", members[0]));
        status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Tries("/cases", $"/cases/{lead}/group/releases", ("member", members[0]))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<string> Leak(string door) => Complaint.Opened("2026-10-12 15:00", $"3-2-{door}", "外墙渗水").In(app);

    /// <summary>It applied before it came to lead anything.</summary>
    private static Complaint Reviewed(string door) =>
        Issued(door)
            .Then("plan.recorded", "2026-10-12 11:10", "gao")
            .Then("closure.applied", "2026-10-12 12:00", "gao", new { document = true })
            .Then(
                "callback.made",
                "2026-10-12 12:10",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 4,
                }
            )
            .Then("closure.accepted", "2026-10-12 12:20", "zhou")
            .Then("closure.reviewed", "2026-10-12 12:40", "deputy");

    private static Complaint Issued(string door) =>
        Complaint
            .Opened("2026-10-12 10:00", $"3-2-{door}", "外墙渗水")
            .Then("order.submitted", "2026-10-12 10:10", "zhou", new { requiredBy = "2026-10-15T18:00:00+08:00" })
            .Then("order.approved", "2026-10-12 10:20", "deputy")
            .Then(
                "order.issued",
                "2026-10-12 10:30",
                "general",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("visit.made", "2026-10-12 11:00", "gao");
}
