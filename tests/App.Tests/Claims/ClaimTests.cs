using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Claims;

/// <summary>A claim from the report to the filing, through the page and through the API.</summary>
public sealed class ClaimTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient head = null!;
    private HttpClient leader = null!;
    private HttpClient chairman = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        head = await app.SignedIn(World.Department);
        leader = await app.SignedIn(World.Leader);
        chairman = await app.SignedIn(World.Chairman);
    }

    public async Task DisposeAsync()
    {
        head.Dispose();
        leader.Dispose();
        chairman.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_claim_goes_through_three_levels_is_paid_and_filed()
    {
        var number = await Raised();
        await Done(head, number, "report", Report("30000"));
        (await leader.Page($"/cases/{number}/claim")).Texts(".claim ol li span:first-child").ShouldBe(["分管领导 梁宽", "董事长 陈立"]);
        await Done(leader, number, "approval", ("data.decision", "approve"));
        await Done(chairman, number, "approval", ("data.decision", "approve"), ("data.amount", "25000"));

        using var early = await Send(head, number, "filing");
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadAsStringAsync()).ShouldContain("赔付支付后才能备案（EG-34）");

        await Done(head, number, "payment", ("data.amount", "25000"), ("data.paidAt", "2026-10-12T15:00"), ("data.means", "transfer"));
        await Done(head, number, "filing");
        var file = app.Cases.Load(number)!;
        file.Events.Select(each => each.Type.ToString()).TakeLast(3).ShouldBe(["ClaimReported", "ClaimDecided", "ClaimFiled"]);
        file.Judgement.Clocks.ShouldContain(clock => clock.Id == "claim.file" && clock.StoppedAt != null);
        (await chairman.Page("/claims?of=all")).Texts(".claims tbody td:last-child").ShouldBe(["¥25,000.00"]);
        var figures = await chairman.Page("/claims/statistics");
        figures.Texts("#cause tbody tr > *").ShouldBe(["施工质量", "1", "25,000.00"]);
        figures.Texts("#contractor tbody tr > *").ShouldBe(["东方防水", "1", "25,000.00"]);
        figures.Texts("#month tbody tr > *").ShouldBe(["2026-10", "1", "25,000.00"]);
    }

    [Theory]
    [InlineData("19999.99", true)]
    [InlineData("20000", true)]
    [InlineData("20000.01", false)]
    public async Task A_level_decides_up_to_its_limit_and_not_a_fen_more(string amount, bool decides)
    {
        var number = await Raised();
        await Done(head, number, "report", Report(amount));
        await Done(leader, number, "approval", ("data.decision", "approve"));
        var progress = (await leader.Page($"/cases/{number}/claim")).Texts(".claim h2 .tag").Single();
        progress.ShouldBe(decides ? "待支付" : "待审批");
    }

    [Fact]
    public async Task Who_is_below_the_deciding_level_is_refused_with_the_clause_in_the_form_and_by_the_api()
    {
        var number = await Raised();
        await Done(head, number, "report", Report("20000.01"));
        using var form = await leader.SubmitFrom($"/cases/{number}/claim", $"/cases/{number}/events/claim.decided", ("granted", "true"));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await form.Content.ReadAsStringAsync()).ShouldContain(
            "索赔金额 ¥20,000.01 超出分管领导的审批权限 ¥20,000.00，由董事长决定（EG-34）"
        );

        using var caller = await Caller.As(app, World.Leader);
        var reply = await caller.Post($"/cases/{number}/events", new { type = "claim.decided", data = new { granted = true } });
        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        reply.Code.ShouldBe("claim.aboveAuthority");
        using var last = await Caller.As(app, World.Chairman);
        var early = await last.Post($"/cases/{number}/events", new { type = "claim.decided", data = new { granted = true } });
        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.Code.ShouldBe("claim.lowerFirst");
    }

    [Fact]
    public async Task In_a_major_complaint_the_chairman_decides_whatever_the_amount()
    {
        var number = await Raised("major");
        await Done(head, number, "report", Report("100"));
        using var form = await leader.SubmitFrom($"/cases/{number}/claim", $"/cases/{number}/events/claim.decided", ("granted", "true"));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await form.Content.ReadAsStringAsync()).ShouldContain("不论金额均由董事长决定（EG-34）");
        await Done(chairman, number, "approval", ("data.decision", "approve"));
        (await head.Page($"/cases/{number}/claim")).Texts(".claim h2 .tag").ShouldBe(["待支付"]);
    }

    [Fact]
    public async Task Nobody_counts_a_claim_as_reported_without_its_report()
    {
        var number = await Raised();
        using var form = await head.SubmitFrom($"/cases/{number}/claim", $"/cases/{number}/events/claim.reported");
        form.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await form.Content.ReadAsStringAsync()).ShouldContain("索赔报告要写明原因、施工单位、金额和依据");
        using var caller = await Caller.As(app, World.Department);
        (await caller.Post($"/cases/{number}/events", new { type = "claim.reported" })).Code.ShouldBe("claim.reportMissing");
        using var nonsense = await Send(head, number, "report", [.. Report("-5")]);
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nonsense.Content.ReadAsStringAsync()).ShouldContain("东方防水");
        using var foreign = await Send(head, number, "report", [.. Report("5"), ("data.file", "nobody-knows")]);
        foreign.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_returned_claim_is_reported_anew_and_a_return_needs_a_reason()
    {
        var number = await Raised();
        await Done(head, number, "report", Report("10000"));
        using var silent = await Send(leader, number, "approval", ("data.decision", "return"));
        silent.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await silent.Content.ReadAsStringAsync()).ShouldContain("要写明原因");
        await Done(leader, number, "approval", ("data.decision", "return"), ("data.reason", "缺少检测报告"));
        (await head.Page($"/cases/{number}/claim")).Texts(".claim h2 .tag").ShouldBe(["已退回"]);
        await Done(head, number, "report", Report("1500"));
        await Done(head, number, "approval", ("data.decision", "approve"));
        (await head.Page($"/cases/{number}/claim")).Texts(".claim h2 .tag").ShouldBe(["待支付"]);
    }

    [Fact]
    public async Task An_approval_by_telephone_is_noted_and_signed_later()
    {
        var number = await Raised();
        await Done(head, number, "report", Report("10000"));
        using var specialist = await app.SignedIn(World.Specialist);
        (string, string)[] call = [("data.approver", World.Leader), ("data.calledAt", "2026-10-12T15:30"), ("data.decision", "approve")];
        using var wrong = await Send(specialist, number, "phone", [.. call[1..], ("data.approver", World.Chairman)]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Done(specialist, number, "phone", call);
        (await specialist.Page("/claims?of=unsigned")).Texts(".claims .why").ShouldBe(["梁宽待补签"]);
        (await leader.GetStringAsync(new Uri("/messages/mine", UriKind.Relative))).ShouldContain("电话审批待补签");
        using var notMine = await Send(chairman, number, "signature", ("data.confirmed", "true"));
        notMine.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Done(leader, number, "signature", ("data.confirmed", "true"));
        (await specialist.Page("/claims?of=unsigned")).QuerySelectorAll(".claims").ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_finds_a_claim_that_was_changed_beside_the_log()
    {
        var number = await Raised();
        await Done(head, number, "report", Report("10000"));
        var database = app.Services.GetRequiredService<Database>();
        Verified(database).ShouldBeEmpty();
        await database.Writer.Write(session => session.Run("UPDATE claim SET proposed_fen = 1"));
        Verified(database).ShouldContain(problem => problem.Contains("claim") && problem.Contains("proposed_fen"));
    }

    [Fact]
    public async Task Claims_out_of_scope_are_not_listed_counted_or_opened()
    {
        var number = await Raised();
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Page("/claims?of=all")).QuerySelectorAll(".claims").ShouldBeEmpty();
        using var page = await other.GetAsync(new Uri($"/cases/{number}/claim", UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var sent = await other.SubmitFrom("/claims", $"/cases/{number}/claim/report", Report("5"));
        sent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await head.Page("/claims?of=nonsense&skip=x")).Texts(".claims th a").ShouldBe([number]);
        using var workbook = await head.GetAsync(new Uri("/claims/export.xlsx?of=all", UriKind.Relative));
        workbook.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static (string Name, string Value)[] Report(string amount) =>
        [
            ("data.cause", "workmanship"),
            ("data.contractor", "东方防水"),
            ("data.amount", amount),
            ("data.basis", "防水层开裂，检测报告见附件"),
        ];

    private async Task<string> Raised(string nature = "ordinary")
    {
        var complaint = Complaint
            .Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 09:10", "zhou", new { requiredBy = Complaint.At("2026-10-20 18:00").ToString() })
            .Then("order.approved", "2026-10-12 09:20", "deputy")
            .Then(
                "order.issued",
                "2026-10-12 09:30",
                "general",
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            );
        if (nature != "ordinary")
        {
            complaint.Then("case.natured", "2026-10-12 09:40", "general", new { nature });
        }

        return await complaint.Then("claim.raised", "2026-10-12 10:00", "zhou", new { amount = 50000 }).In(app);
    }

    private List<string> Verified(Database database)
    {
        var wrong = new List<string>();
        new CaseVerification(database, app.Services.GetRequiredService<RuleLibrary>(), PostHolders.Load(database)).Run(
            null,
            problem => wrong.Add(problem.En)
        );
        return wrong;
    }

    private static Task<HttpResponseMessage> Send(
        HttpClient who,
        string number,
        string step,
        params (string Name, string Value)[] fields
    ) => who.SubmitFrom($"/cases/{number}/claim", $"/cases/{number}/claim/{step}", fields);

    private static async Task Done(HttpClient who, string number, string step, params (string Name, string Value)[] fields)
    {
        using var answer = await Send(who, number, step, fields);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, string.Join(' ', page.Texts(".notice, .problem")));
    }
}
