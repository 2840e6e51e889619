using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Organisation;

/// <summary>Posts change hands on the pages: from then on, and never before.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_change_of_the_deputy_manager_rewrites_no_charge_and_verify_still_agrees()
    {
        // Submitted at 13:00: over the hour since 14:00, it is 15:40 now.
        var number = await Complaint
            .Opened("2026-10-12 12:50", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 13:00", World.Specialist, new { requiredBy = "2026-10-20T18:00:00+08:00" })
            .In(app);
        var before = Charges(number);
        before.ShouldBe([(World.DeputyManager, 20L)]);

        await HandOver(Post.DeputyManager, World.Reader, "2026-10-12T15:45", HttpStatusCode.SeeOther);
        Charges(number).ShouldBe(before);
        Verify().ShouldBeEmpty();

        app.Clock.Now = Complaint.At("2026-10-12 16:01");
        await app.Cases.Sweep(app.Clock.Now);
        Charges(number).ShouldBe([(World.DeputyManager, 21L), (World.Reader, 3L)], ignoreOrder: true);
        Verify().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_held_a_charged_post_in_time_that_has_passed_is_settled()
    {
        await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        var page = await HandOver(Post.DeputyManager, World.Reader, "2026-10-12T15:40", HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("EG-18", Case.Sensitive, "the sentence says why");
        HolderNow(Post.DeputyManager).ShouldBe(World.DeputyManager);
    }

    [Fact]
    public async Task The_successor_has_the_rights_of_the_post_from_the_hand_over_on()
    {
        await HandOver(Post.Department, World.Reader, "2026-10-12T16:00", HttpStatusCode.SeeOther, "LA");
        HolderNow(Post.Department, "LA", "property").ShouldBe(World.Department);
        app.Clock.Now = Complaint.At("2026-10-12 16:00");
        HolderNow(Post.Department, "LA", "property").ShouldBe(World.Reader);

        using var former = await app.SignedIn(World.Department);
        var number = await Complaint.Opened("2026-10-12 15:50", "3-2-1201", "飘窗渗漏").In(app);
        using var answer = await former.GetAsync(new Uri($"/cases/{number}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, "whoever has no post any more sees no case");
    }

    [Fact]
    public async Task A_seat_has_one_holder_at_a_time()
    {
        using var answer = await admin.SubmitFrom(
            "/organisation/LA/assignments/new",
            "/organisation/LA/assignments/new",
            ("staff", World.Reader),
            ("post", "department"),
            ("department", "property"),
            ("from", "2026-10-12T16:00"),
            ("until", "")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("高岩");
    }

    [Fact]
    public async Task A_stand_in_acts_while_the_leader_is_away_and_not_longer()
    {
        var id = await IdOf(Post.Chairman, "east");
        using var answer = await admin.SubmitFrom(
            $"/assignments/{id}",
            $"/assignments/{id}/stand-ins",
            ("staff", World.OtherSpecialist),
            ("from", "2026-10-12T16:00"),
            ("until", "2026-10-13T16:00"),
            ("reason", "出差")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var number = await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        (await Sees("2026-10-12 15:59", number)).ShouldBeFalse();
        (await Sees("2026-10-12 16:00", number)).ShouldBeTrue("the stand-in sees what the chairman sees");
        (await Sees("2026-10-13 16:00", number)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_order_proposes_the_head_the_leader_and_the_chairman_of_the_case()
    {
        var number = await Submitted();
        using var general = await app.SignedIn(World.GeneralManager);
        var page = await general.GetStringAsync(new Uri($"/cases/{number}/events/order.issued", UriKind.Relative));
        foreach (var who in new[] { World.Department, World.Leader, World.Chairman })
        {
            page.ShouldContain($"<option value=\"{who}\" selected");
        }
    }

    [Fact]
    public async Task EG_5_the_order_of_a_major_complaint_proposes_the_chairman_as_responsible()
    {
        var number = await Submitted("major");
        using var general = await app.SignedIn(World.GeneralManager);
        var page = await general.GetStringAsync(new Uri($"/cases/{number}/events/order.issued", UriKind.Relative));
        page.ShouldNotContain($"<option value=\"{World.Department}\" selected");
        page.Split($"<option value=\"{World.Chairman}\" selected").Length.ShouldBe(3, "as responsible person and as chairman");
    }

    private async Task<string> Submitted(string? nature = null)
    {
        var complaint = Complaint
            .Opened("2026-10-12 15:00", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 15:10", World.Specialist, new { requiredBy = "2026-10-20T18:00:00+08:00" });
        if (nature is not null)
        {
            complaint.Then("case.natured", "2026-10-12 15:15", World.DeputyManager, new { nature });
        }

        return await complaint.Then("order.approved", "2026-10-12 15:20", World.DeputyManager).In(app);
    }

    private async Task<bool> Sees(string at, string number)
    {
        app.Clock.Now = Complaint.At(at);
        using var visitor = await app.SignedIn(World.OtherSpecialist);
        using var answer = await visitor.GetAsync(new Uri($"/cases/{number}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<string> HandOver(Post post, string successor, string at, HttpStatusCode expected, string place = Place.Group)
    {
        var id = await IdOf(post, place);
        using var answer = await admin.SubmitFrom(
            $"/assignments/{id}",
            $"/assignments/{id}/hand-over",
            ("successor", successor),
            ("at", at)
        );
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, page);
        return page;
    }

    private async Task<long> IdOf(Post post, string place)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.Set<Assignment>().Where(each => each.Post == post && each.Place == place).Select(each => each.Id).SingleAsync();
    }

    private string? HolderNow(Post post, string place = Place.Group, string department = "")
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return Assignments.At(session, [place]).HolderOf(post, department, [place], app.Clock.Now)?.StaffId;
    }

    private List<(string Subject, long Units)> Charges(string number) =>
        [
            .. app
                .Cases.Load(number)!
                .Judgement.Penalties.Where(item => item.Clause == "EG-18(2)")
                .Select(item => (item.Subject, (long)item.Units)),
        ];

    private List<string> Verify()
    {
        var database = app.Services.GetRequiredService<Database>();
        var problems = new List<string>();
        new CaseVerification(database, app.Services.GetRequiredService<RuleLibrary>(), PostHolders.Load(database)).Run(
            null,
            problem => problems.Add(problem.En)
        );
        return problems;
    }
}
