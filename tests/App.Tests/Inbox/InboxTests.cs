using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Inbox;

public sealed class InboxTests : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> visitors = new(StringComparer.Ordinal);
    private TestApp app = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "飘窗渗漏，要求修复").In(app);
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
        {
            visitor.Dispose();
        }

        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_case_lies_before_whoever_its_next_step_is_for_and_before_nobody_else()
    {
        await LiesWith(World.Specialist);
        await Step(World.Specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        await LiesWith(World.DeputyManager);
        await Step(World.DeputyManager, "order.approved");
        await LiesWith(World.GeneralManager);
        await Step(World.GeneralManager, "order.rejected", ("reason", "完成时间过长"));
        await LiesWith(World.Specialist);
        await Step(World.Specialist, "order.submitted", ("requiredBy", "2026-10-14T18:00"));
        await Step(World.DeputyManager, "order.approved");
        await Step(World.GeneralManager, "order.issued", Order);
        await LiesWith(World.Department);
    }

    [Fact]
    public async Task An_order_is_approved_in_two_clicks_and_the_next_one_is_before_the_reader()
    {
        await Step(World.Specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        var deputy = await SignedIn(World.DeputyManager);
        var first = $"/cases/{number}/events/order.approved?back=inbox";
        var inbox = await deputy.GetStringAsync(At("/inbox"));
        inbox.ShouldContain($"class=\"btn main\" href=\"{first}\"");
        inbox.ShouldContain($"/cases/{number}/events/order.rejected?back=inbox");

        var form = await deputy.GetStringAsync(At(first));
        form.ShouldContain("飘窗渗漏，要求修复", Case.Sensitive, "what is approved stands on the page");
        using var answer = await deputy.Submit(first, ("back", "inbox"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/inbox?recorded=order.approved");
        var next = await deputy.GetStringAsync(answer.Headers.Location);
        next.ShouldContain("已记录：审核督办令");
        next.ShouldContain("没有等您处理的案件");
    }

    [Fact]
    public async Task The_clock_that_ends_first_is_on_top()
    {
        var later = await Complaint.Opened("2026-10-12 15:40", "3-2-1202", "门锁").In(app);
        var earlier = await Complaint.Opened("2026-10-12 15:00", "3-2-1203", "异响").In(app);
        var specialist = await SignedIn(World.Specialist);
        var page = await specialist.GetStringAsync(At("/inbox"));
        string[] order = [earlier, number, later];
        order.Select(each => page.IndexOf(each, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public async Task Cases_stand_under_overdue_today_and_later_with_their_numbers()
    {
        await Complaint.Opened("2026-10-12 15:00", "3-2-1203", "异响").In(app);
        await Complaint.Opened("2026-10-12 15:01", "3-2-1204", "异响").In(app);
        var specialist = await SignedIn(World.Specialist);
        var groups = (await specialist.Page("/inbox")).Texts("#inbox h2");
        groups.ShouldBe(["超期 2", "今天 1"], "their orders were due at 15:30 and 15:31, the first one's is at 15:50");
    }

    [Fact]
    public async Task A_department_has_the_cases_of_its_own_orders_and_the_person_an_order_names_has_them_too()
    {
        await Issue(("department", "engineering"), ("accountable", World.Chairman), ("leader", World.Leader), ("chairman", World.Chairman));
        (await Sees(World.Department)).ShouldBeFalse("the order went to engineering");
        (await Sees(World.Chairman)).ShouldBeTrue("the order names him");
    }

    [Fact]
    public async Task A_case_of_another_project_is_before_nobody_here()
    {
        number = await Complaint.Opened("2026-10-12 15:20", "1-1-101", "门锁", "HY").In(app);
        (await Sees(World.Specialist)).ShouldBeFalse();
        (await Sees(World.OtherSpecialist)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_order_is_one_sheet_with_its_people_its_limits_and_its_code()
    {
        var specialist = await SignedIn(World.Specialist);
        using var early = await specialist.GetAsync(At($"/cases/{number}/order"));
        early.StatusCode.ShouldBe(HttpStatusCode.NotFound, "there is no order yet");

        await Step(World.Specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        (await specialist.GetStringAsync(At($"/cases/{number}/order"))).ShouldContain("督办令草案（尚未签发）");

        await Step(World.DeputyManager, "order.approved");
        await Step(World.GeneralManager, "order.issued", Order);
        var sheet = await specialist.GetStringAsync(At($"/cases/{number}/order"));
        sheet.ShouldContain("客户投诉督办令");
        sheet.ShouldContain("飘窗渗漏，要求修复");
        sheet.ShouldContain("2026-10-15 18:00");
        sheet.ShouldContain("高岩");
        sheet.ShouldContain("EG-22");
        sheet.ShouldContain("class=\"qr\"");
        (await specialist.GetStringAsync(At($"/cases/{number}"))).ShouldContain($"/cases/{number}/order");
    }

    [Fact]
    public async Task The_sheet_shows_the_whole_number_only_to_whom_the_rule_book_allows_it()
    {
        await Issue(Order);
        var specialist = await SignedIn(World.Specialist);
        (await specialist.GetStringAsync(At($"/cases/{number}/order"))).ShouldContain("13800005678");
        var leader = await SignedIn(World.Leader);
        (await leader.GetStringAsync(At($"/cases/{number}/order"))).ShouldNotContain("13800005678");
    }

    private static (string, string)[] Order =>
        [("department", "property"), ("accountable", World.Department), ("leader", World.Leader), ("chairman", World.Chairman)];

    private async Task Issue(params (string, string)[] order)
    {
        await Step(World.Specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        await Step(World.DeputyManager, "order.approved");
        await Step(World.GeneralManager, "order.issued", order);
    }

    private async Task LiesWith(string who)
    {
        string[] all = [World.Specialist, World.OtherSpecialist, World.Department, World.DeputyManager, World.GeneralManager];
        foreach (var each in all)
        {
            (await Sees(each)).ShouldBe(each == who, each);
        }
    }

    private async Task<bool> Sees(string who)
    {
        var visitor = await SignedIn(who);
        return (await visitor.GetStringAsync(At("/inbox"))).Contains(number, StringComparison.Ordinal);
    }

    private async Task Step(string who, string type, params (string, string)[] fields)
    {
        var visitor = await SignedIn(who);
        using var answer = await visitor.Submit($"/cases/{number}/events/{type}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, type);
    }

    /// <summary>Everybody signs in once: a rush to the door is held back.</summary>
    private async Task<HttpClient> SignedIn(string who)
    {
        if (!visitors.TryGetValue(who, out var visitor))
        {
            visitor = await app.SignedIn(who);
            visitors.Add(who, visitor);
        }

        return visitor;
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
