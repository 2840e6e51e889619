using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>EG-33(4): what slowness led to calls for a decision about the chairman, by itself, once for each case and cause.</summary>
public sealed class SlownessTests : IAsyncLifetime
{
    private const string Proposed = "chairman proposed chen";
    private const string Withdrawn = "chairman withdrawn chen";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("2026-10-05 17:59", false)]
    [InlineData("2026-10-05 18:00", false)]
    [InlineData("2026-10-05 18:01", true)]
    public async Task An_escalation_counts_once_the_deadline_has_passed(string at, bool counts)
    {
        await Issued().Then("case.natured", at, World.GeneralManager, new { nature = "major" }).In(app);

        await Follow();

        app.Items().ShouldBe(counts ? [Proposed] : []);
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_proposed_once_however_often_the_log_is_followed_and_whatever_else_happens()
    {
        var number = await Escalated().In(app);
        (await Follow()).ShouldBe(1);
        (await Follow()).ShouldBe(0);

        await Add(number, "progress.recorded", "2026-10-07 17:00", World.Department, new { text = "已安排" });
        await Add(number, "case.natured", "2026-10-08 09:00", World.GeneralManager, new { nature = "ordinary" });
        await Add(number, "case.natured", "2026-10-08 10:00", World.GeneralManager, new { nature = "group" });

        (await Follow()).ShouldBe(0);
        app.Items().ShouldBe([Proposed]);
    }

    [Fact]
    public async Task A_late_event_takes_the_ground_away_and_a_rejection_gives_it_back()
    {
        var number = await Escalated().In(app);
        await Follow();

        await Add(number, "closure.applied", "2026-10-05 17:00", World.Department, new { document = true });
        await Follow();
        app.Items().ShouldBe([Withdrawn]);

        await Add(number, "closure.rejected", "2026-10-08 09:00", World.Specialist, new { reason = "材料不全" });
        await Follow();
        app.Items().ShouldBe([Withdrawn, Proposed]);
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_decided_stays_though_its_ground_falls_away_and_is_not_proposed_again()
    {
        var number = await Escalated().In(app);
        await Follow();
        await app.Do(World.GeneralManager, await Page(), "decision", ("measure", "warning"), ("reason", "已约谈"));

        await Add(number, "closure.applied", "2026-10-05 17:00", World.Department, new { document = true });
        await Follow();
        await Add(number, "closure.rejected", "2026-10-08 09:00", World.Specialist, new { reason = "材料不全" });
        await Follow();

        app.Items().ShouldBe(["chairman decided chen"]);
    }

    [Theory]
    [InlineData("2026-10-06 09:00", true)]
    [InlineData("2026-10-06 09:01", false)]
    public async Task A_reopening_is_put_down_to_slowness_for_thirty_days_after_a_late_end(string at, bool counts)
    {
        await Closed("2026-09-06 09:00").Then("case.reopened", at, World.Specialist, new { reason = "再次渗漏" }).In(app);

        await Follow();

        app.Items().ShouldBe(counts ? [Proposed] : []);
    }

    [Fact]
    public async Task A_case_that_ended_in_time_is_reopened_without_a_sanction()
    {
        await Closed("2026-09-05 18:00").Then("case.reopened", "2026-09-10 09:00", World.Specialist, new { reason = "再次渗漏" }).In(app);

        await Follow();

        app.Items().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-10-05 18:00", "property.repair", 7, false)]
    [InlineData("2026-10-05 18:01", "property.repair", 7, true)]
    [InlineData("2026-10-05 18:01", "property.service", 7, false)]
    [InlineData("2026-10-05 18:01", "property.repair", 8, false)]
    public async Task A_second_case_of_the_same_customer_and_category_counts_while_the_first_is_overdue(
        string at,
        string category,
        long customer,
        bool counts
    )
    {
        var first = await Issued(customer: 7).In(app);
        await Follow();
        var second = await Opened(at, category, customer).In(app);

        await Follow();

        app.Items().ShouldBe(counts ? [Proposed] : []);
        if (counts)
        {
            var facts = await app.Texts(World.GeneralManager, await Page(), ".told dd");
            facts.ShouldContain(first);
            facts.ShouldContain(second);
            facts.ShouldContain("逾期后同一客户就同类事项再次投诉");
        }
    }

    [Fact]
    public async Task A_brand_incident_while_the_case_is_overdue_counts()
    {
        var early = await Issued().In(app);
        await Note(early, "2026-10-05 18:00");
        await Follow();
        app.Items().ShouldBeEmpty();

        await Note(early, "2026-10-06 09:00");
        await Follow();

        app.Items().ShouldBe([Proposed]);
    }

    [Fact]
    public async Task The_page_names_what_led_to_it_and_only_those_concerned_see_it()
    {
        var number = await Escalated().In(app);
        await Follow();
        var page = await Page();

        var facts = await app.Texts(World.GeneralManager, page, ".told dd");
        facts.ShouldContain(number);
        facts.ShouldContain("逾期期间投诉升级");
        facts.ShouldContain("2026-10-05 18:00");
        facts.ShouldContain("2026-10-01 11:00 签发督办令");
        facts.ShouldContain("2026-10-06 09:00 投诉定性");
        (await app.Texts(World.GeneralManager, "/messages/mine", ".entries a, .entries b")).ShouldContain("待决定：董事长处理意见");
        (await app.Status(World.Chairman, page)).ShouldBe(System.Net.HttpStatusCode.OK);
        (await app.Status(World.Hr, page)).ShouldBe(System.Net.HttpStatusCode.OK);
        (await app.Status(World.Specialist, page)).ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static Complaint Opened(string at, string category = "property.repair", long? customer = null) =>
        new Complaint("group", "LA") { Customer = new Customer("李女士", "13800005678"), CustomerId = customer }.Then(
            "case.opened",
            at,
            World.Specialist,
            new
            {
                channel = "phone",
                category,
                contactEndedAt = Complaint.At(at).ToString(),
                unit = "澜岸 3-2-1201",
                demand = "飘窗渗漏",
            }
        );

    /// <summary>Due on the fifth of the month at 18:00.</summary>
    private static Complaint Issued(string month = "2026-10", long? customer = null) =>
        Opened($"{month}-01 09:00", customer: customer)
            .Then(
                "order.submitted",
                $"{month}-01 09:20",
                World.Specialist,
                new { requiredBy = Complaint.At($"{month}-05 18:00").ToString() }
            )
            .Then("order.approved", $"{month}-01 10:00", World.DeputyManager)
            .Then(
                "order.issued",
                $"{month}-01 11:00",
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            );

    private static Complaint Escalated() =>
        Issued().Then("case.natured", "2026-10-06 09:00", World.GeneralManager, new { nature = "major" });

    private static Complaint Closed(string applied) =>
        Issued("2026-09")
            .Then("closure.applied", applied, World.Department, new { document = true })
            .Then(
                "callback.made",
                "2026-09-07 09:00",
                World.Specialist,
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 4,
                }
            )
            .Then("closure.accepted", "2026-09-07 09:10", World.Specialist)
            .Then("closure.reviewed", "2026-09-07 09:20", World.DeputyManager)
            .Then("closure.approved", "2026-09-07 09:30", World.GeneralManager);

    private async Task Add(string number, string type, string at, string by, object data)
    {
        EventTypes.TryFind(type, out var found).ShouldBeTrue();
        var json = System.Text.Json.JsonSerializer.Serialize(data);
        var answer = await app.Cases.Append(new AppendRequest(number, [NewEvent.Of(found, Complaint.At(at), by, json)]));
        answer.Done.ShouldBeTrue(answer.Refusal?.Sentence.En ?? answer.Malformed?.ToString());
    }

    private async Task Note(string number, string at)
    {
        var record = NewRecord.Of("brand.incident", Complaint.At(at), World.DeputyManager, """{"means":"online","text":"业主发帖"}""");
        var answer = await app.Services.GetRequiredService<Database>().Writer.Write(session => app.Cases.Record(session, number, record));
        answer.Done.ShouldBeTrue();
    }

    private Task<long> Follow()
    {
        var work = app.Services.GetServices<TimedWork>().Single(each => each.Name == "decisions.slowness");
        return work.Run(Instant.From(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()), CancellationToken.None);
    }

    /// <summary>The address of the one decision that waits.</summary>
    private async Task<string> Page() => "/decisions/" + (await app.Texts(World.GeneralManager, "/decisions", "tbody .no")).Single().Trim();
}
