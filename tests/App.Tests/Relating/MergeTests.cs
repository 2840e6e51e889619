using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Relating;

/// <summary>A matter registered twice becomes one: the number of the one leads to the other for ever.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string stays = null!;
    private string goes = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await app.SignedIn(World.Specialist);
        stays = await Complaint.Opened("2026-10-12 14:00", "3-2-1201", "飘窗渗漏").In(app);
        goes = await Complaint.Opened("2026-10-12 15:00", "3-2-1202", "隔壁说飘窗漏水，我家墙也湿了").In(app);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Its_number_leads_to_the_case_that_stays_with_a_quiet_sentence()
    {
        (await zhou.Page($"/cases/{goes}")).QuerySelector($"a[href='/cases/{goes}/merge']").ShouldNotBeNull();
        var form = await zhou.Page($"/cases/{goes}/merge");
        form.QuerySelector($"input[name=into][value='{stays}']").ShouldNotBeNull("the neighbour's case is offered");
        await zhou.Merges(goes, stays);

        using var old = await zhou.GetAsync(new Uri($"/cases/{goes}", UriKind.Relative));
        old.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        old.Headers.Location!.OriginalString.ShouldBe($"/cases/{stays}?alias={goes}");
        var page = await zhou.Page(old.Headers.Location.OriginalString);
        page.Texts("h1").ShouldBe([stays]);
        page.Texts("p.notice.done").ShouldBe([$"{goes} 已并入 {stays}"]);
        page.QuerySelector("#merged")!.TextContent.ShouldContain("隔壁说飘窗漏水");
        page.QuerySelector("#merged")!.TextContent.ShouldContain("李女士");
        page.QuerySelector("ol.time")!.TextContent.ShouldContain("重复案件并入");
        (await zhou.Page($"/cases/{stays}?alias=LA-2026-9999")).Texts("p.notice.done").ShouldBeEmpty();
        app.ShouldVerify();
    }

    [Fact]
    public async Task The_api_answers_the_alias_with_the_case_that_stays()
    {
        await zhou.Merges(goes, stays);
        using var caller = await Caller.As(app);
        var read = await caller.Get($"/cases/{goes}");
        read.Text("number").ShouldBe(stays);
        read.Text("id").ShouldBe(stays);
        read.Json["aliases"]!.AsArray().Select(each => each!.GetValue<string>()).ShouldBe([goes]);
        (await caller.Get($"/cases/{goes}/events")).Json["items"]!.AsArray().Count.ShouldBe(1, "records are no events");
        var recorded = await caller.Post(
            $"/cases/{goes}/events",
            new { type = "order.submitted", data = new { requiredBy = "2026-10-14T18:00:00+08:00" } }
        );
        recorded.Status.ShouldBe(HttpStatusCode.Created, recorded.ToString());
        app.Cases.Load(stays)!.Judgement.Stage.ShouldBe(CaseStage.Submitted);
        var listed = await caller.Get("/cases?limit=200");
        listed.Json["items"]!.AsArray().Select(each => each!["number"]!.GetValue<string>()).ShouldBe([stays]);
    }

    [Fact]
    public async Task From_that_moment_it_is_neither_counted_nor_listed_nor_reminded_nor_charged()
    {
        app.Clock.Now = Complaint.At("2026-10-12 16:00");
        var before = Open();
        await zhou.Merges(goes, stays);
        Open().ShouldBe(before - 1);
        foreach (var state in new[] { "open", "closed", "all" })
        {
            (await zhou.Page($"/cases?state={state}")).Texts("td.no").ShouldNotContain(goes, state);
        }

        (await zhou.Page("/inbox")).DocumentElement.TextContent.ShouldNotContain(goes);
        var charges = Charges(goes);
        charges.ShouldBe(6, "30 minutes after 15:30, 100 for each 5");
        app.Clock.Now = Complaint.At("2026-10-14 12:00");
        await app.Cases.Sweep(app.Clock.Now);
        Charges(goes).ShouldBe(charges);
        Charges(stays).ShouldBeGreaterThan(charges);
        app.ShouldVerify();
    }

    [Fact]
    public async Task What_was_breached_before_stays_a_fact_of_its_own_log()
    {
        app.Clock.Now = Complaint.At("2026-10-12 15:31");
        await zhou.Merges(goes, stays);
        app.Clock.Now = Complaint.At("2026-10-12 15:50");
        var page = await zhou.Page($"/cases/{goes}/merged");
        page.Texts("h1").ShouldBe([goes]);
        page.QuerySelector("#clocks")!.TextContent.ShouldContain("报批");
        page.QuerySelector("ol.time")!.TextContent.ShouldContain("超期");
        page.QuerySelectorAll(".notice a").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("渗漏")]
    [InlineData("墙也湿了")]
    public async Task What_its_customer_said_finds_the_case_that_stays(string asked)
    {
        await zhou.Merges(goes, stays);
        await app.Services.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.AtOnce);
        (await zhou.Page($"/cases?state=all&q={asked}")).Texts("td.no").ShouldBe([stays]);
        (await zhou.Page($"/search?q={asked}")).QuerySelector($"a[href='/cases/{stays}']").ShouldNotBeNull();
        using var byNumber = await zhou.GetAsync(new Uri($"/search?q={goes}", UriKind.Relative));
        byNumber.Headers.Location!.OriginalString.ShouldBe($"/cases/{goes}");
    }

    [Fact]
    public async Task Erased_words_of_a_merged_case_are_found_no_more()
    {
        await zhou.Merges(goes, stays);
        var index = app.Services.GetRequiredService<CaseIndex>();
        await index.CatchUp(CaseIndex.AtOnce);
        (await app.Cases.Erase(goes)).ShouldBe(1);
        await index.CatchUp(CaseIndex.AtOnce);
        (await zhou.Page("/cases?state=all&q=墙也湿了")).Texts("td.no").ShouldBeEmpty();
        (await zhou.Page("/cases?state=all&q=渗漏")).Texts("td.no").ShouldBe([stays]);
        (await zhou.Page($"/cases/{stays}")).QuerySelector("#merged")!.TextContent.ShouldNotContain("墙也湿了");
    }

    [Fact]
    public async Task A_merge_is_taken_back_while_nothing_else_has_happened()
    {
        var before = Open();
        await zhou.Merges(goes, stays);
        (await zhou.Page($"/cases/{goes}/merged")).DocumentElement.TextContent.ShouldContain("撤销后");
        using var parted = await zhou.SubmitFrom($"/cases/{goes}/merged", $"/cases/{goes}/parting");
        parted.Headers.Location!.OriginalString.ShouldBe($"/cases/{goes}?related=parted");
        (await zhou.Page(parted.Headers.Location.OriginalString)).Texts("h1").ShouldBe([goes]);
        Open().ShouldBe(before);
        using var again = await zhou.SubmitFrom($"/cases/{goes}", $"/cases/{goes}/parting");
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "asked twice, done once");
        (await Status(zhou, $"/cases/{goes}/merged")).ShouldBe(HttpStatusCode.NotFound);
        app.ShouldVerify();
        await zhou.Merges(goes, stays);
        app.ShouldVerify();
    }

    [Fact]
    public async Task Once_something_has_happened_since_it_stays_merged()
    {
        await zhou.Merges(goes, stays);
        using var caller = await Caller.As(app);
        await caller.Post(
            $"/cases/{stays}/events",
            new { type = "order.submitted", data = new { requiredBy = "2026-10-14T18:00:00+08:00" } }
        );
        (await zhou.Page($"/cases/{goes}/merged")).QuerySelector("form[action$=parting]").ShouldBeNull();
        var (status, says) = await zhou.Tries($"/cases/{stays}", $"/cases/{goes}/parting");
        status.ShouldBe(HttpStatusCode.Conflict);
        says.ShouldBe([$"并入后 {stays} 已有新的记录，不能撤销"]);
    }

    [Fact]
    public async Task Chains_lead_to_their_end_and_another_merge_does_not_stand_in_the_way_of_taking_one_back()
    {
        var third = await Complaint.Opened("2026-10-12 15:10", "3-2-1203", "渗水").In(app);
        await zhou.Merges(goes, stays);
        using var intoAlias = await zhou.Submit($"/cases/{third}/merge", ("typed", goes));
        intoAlias.Headers.Location!.OriginalString.ShouldBe($"/cases/{stays}?alias={third}");
        (await zhou.Page($"/cases/{stays}")).QuerySelectorAll("#merged li").Length.ShouldBe(2);
        (await zhou.Page($"/cases/{goes}/merged")).QuerySelector("form[action$=parting]").ShouldNotBeNull();
        var newest = await Complaint.Opened("2026-10-12 15:20", "3-2-1204", "渗水").In(app);
        await zhou.Merges(stays, newest);
        app.Cases.Load(goes)!.Number.ShouldBe(newest);
        (await zhou.Page($"/cases/{goes}/merged")).QuerySelector("form[action$=parting]").ShouldBeNull();
        app.ShouldVerify();
    }

    [Fact]
    public async Task Said_twice_it_is_done_once()
    {
        await zhou.Merges(goes, stays);
        var position = app.LogPosition();
        using var again = await zhou.SubmitFrom($"/cases/{stays}/merge", $"/cases/{goes}/merge", ("typed", stays));
        again.Headers.Location!.OriginalString.ShouldBe($"/cases/{stays}?alias={goes}");
        app.LogPosition().ShouldBe(position);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_with_a_sentence_and_nothing_is_written()
    {
        var elsewhere = await Complaint.Opened("2026-10-12 15:00", "1-1-101", "门锁", "YT").In(app);
        var outside = await Complaint.Opened("2026-10-12 15:00", "1-1-101", "门锁", "HY").In(app);
        var property = await Property("3-2-1201").In(app);
        var closed = await Complaint
            .Opened("2026-10-12 15:00", "3-2-1201", "门锁")
            .Then("case.resolvedOnSpot", "2026-10-12 15:10", "zhou", new { signature = true })
            .In(app);
        using var general = await app.SignedIn(World.GeneralManager);
        (HttpClient Who, string From, string Into, HttpStatusCode Status, string Says)[] tries =
        [
            (zhou, goes, goes, HttpStatusCode.Conflict, "案件不能并入自己"),
            (zhou, goes, "LA-2026-9999", HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
            (zhou, goes, outside, HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
            (general, goes, elsewhere, HttpStatusCode.Conflict, "两件案件不在同一个项目"),
            (zhou, goes, property, HttpStatusCode.Conflict, "两件案件适用的制度不同，时限不能合并；可以关联，不能并入"),
            (zhou, goes, closed, HttpStatusCode.Conflict, $"{closed} 已办结；客户再次提出的，请先重新督办"),
            (zhou, closed, stays, HttpStatusCode.Conflict, $"{closed} 已办结"),
            (zhou, goes, "", HttpStatusCode.UnprocessableEntity, "请选择或填写保留的案件"),
            (zhou, goes, new string('9', 60) + "%00😀", HttpStatusCode.Conflict, "没有这个编号的案件，请核对"),
        ];
        var position = app.LogPosition();
        foreach (var (who, from, into, expected, sentence) in tries)
        {
            var (status, says) = await who.Tries($"/cases/{goes}/merge", $"/cases/{from}/merge", ("typed", into));
            says.ShouldBe([sentence], into);
            status.ShouldBe(expected, into);
        }

        app.LogPosition().ShouldBe(position);
    }

    [Fact]
    public async Task Only_the_roles_of_the_book_merge_and_nobody_beyond_his_scope()
    {
        using var reader = await app.SignedIn(World.Reader);
        (await Status(reader, $"/cases/{goes}/merge")).ShouldBe(HttpStatusCode.Forbidden);
        var (status, says) = await reader.Tries("/cases", $"/cases/{goes}/merge", ("typed", stays));
        status.ShouldBe(HttpStatusCode.Forbidden);
        says.ShouldBe(["并案由客服专员、集团售后服务中心副总经理、集团售后服务中心总经理办理（EG-4）"]);
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Tries("/cases", $"/cases/{goes}/merge", ("typed", stays))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Status(other, $"/cases/{goes}/merged")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_registering_a_neighbours_case_is_named_as_the_same_matter()
    {
        var page = await zhou.Page("/cases/new?rules=group&project=LA&unit=3-2-1201");
        page.QuerySelectorAll("input[name=sameAs][form=new-case]").ShouldBeEmpty("the home is not on record");
        using var answer = await zhou.Submit(
            "/cases/new",
            ("rules", "group"),
            ("project", "LA"),
            ("customerName", "王先生"),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1203"),
            ("demand", "楼上也漏"),
            ("sameAs", stays)
        );
        answer.Headers.Location!.OriginalString.ShouldBe($"/cases/{stays}");
        var merged = (await zhou.Page($"/cases/{stays}")).QuerySelector("#merged")!.TextContent;
        merged.ShouldContain("楼上也漏");
        merged.ShouldContain("王先生");
        app.ShouldVerify();
    }

    private static Complaint Property(string unit) =>
        new Complaint("property", "LA").Then(
            "case.opened",
            "2026-10-12 15:00",
            "zhou",
            new
            {
                channel = "phone",
                category = "property.repair",
                unit,
                demand = "门禁失灵",
            }
        );

    private static async Task<HttpStatusCode> Status(HttpClient who, string path)
    {
        using var answer = await who.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private long Open()
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return session.Number("SELECT sum(open) FROM case_count WHERE whole = 1") ?? 0;
    }

    private long Charges(string number)
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return session.Number(
                "SELECT sum(units) FROM case_penalty p JOIN cases c ON c.case_id = p.case_id WHERE c.number = @number",
                number
            ) ?? 0;
    }
}
