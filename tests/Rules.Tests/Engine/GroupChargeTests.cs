using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>What lateness costs: each charge just before, at and just after the instant it accrues.</summary>
public sealed class GroupChargeTests
{
    [Theory]
    [InlineData("2026-10-08 09:34:59", 0)]
    [InlineData("2026-10-08 09:35:00", 1)]
    [InlineData("2026-10-08 09:39:59", 1)]
    [InlineData("2026-10-08 09:40:00", 2)]
    public void EG_18_1_charges_the_specialist_for_each_complete_interval(string until, int units) =>
        Units(Story.Group().Penalties("EG-18(1)", until)).ShouldBe(units);

    [Fact]
    public void EG_18_1_falls_to_whoever_submitted_when_nobody_is_named_at_the_opening_and_to_nobody_before()
    {
        var story = Story.Group(by: null);
        story.Penalties("EG-18(1)", "2026-10-08 10:00").ShouldBeEmpty();
        story.Then(new OrderSubmitted(Story.At("2026-10-08 10:00"), "s9", Story.At("2026-10-12 18:00")));
        story.Penalties("EG-18(1)", "2026-10-08 10:00").Single().Subject.ShouldBe("s9");
    }

    [Theory]
    [InlineData("2026-10-08 10:14:59", 0)]
    [InlineData("2026-10-08 10:15:00", 1)]
    [InlineData("2026-10-08 10:20:00", 2)]
    public void EG_18_2_charges_the_holder_from_the_limit_of_running_time_on(string until, int units)
    {
        var story = Story.Group().Then(new OrderSubmitted(Story.At("2026-10-08 09:10"), "s1", Story.At("2026-10-12 18:00")));
        var items = story.Penalties("EG-18(2)", until);
        Units(items).ShouldBe(units);
        items.ShouldAllBe(item => item.Subject == "dgm");
    }

    [Fact]
    public void EG_18_2_counts_each_holders_minutes_on_their_own_and_rests_while_rejected()
    {
        var story = Story
            .Group()
            .Then(new OrderSubmitted(Story.At("2026-10-08 09:00"), "s1", Story.At("2026-10-12 18:00")))
            .Then(EventType.OrderApproved, "2026-10-08 10:04", "dgm")
            .Then(EventType.OrderRejected, "2026-10-08 10:08", "gm")
            .Then(new OrderSubmitted(Story.At("2026-10-08 12:00"), "s1", Story.At("2026-10-12 18:00")))
            .Then(EventType.OrderApproved, "2026-10-08 12:03", "dgm")
            .Then(new OrderIssued(Story.At("2026-10-08 12:09"), "gm", "property", "p1", "l1", "c1"));

        var items = story.Penalties("EG-18(2)", "2026-10-08 13:00");
        items.Single(item => item.Subject == "dgm").FirstAt.ShouldBe(Story.At("2026-10-08 12:01"), "4 minutes before, the fifth at 12:01");
        items.Single(item => item.Subject == "dgm").Units.ShouldBe(1);
        var general = items.Single(item => item.Subject == "gm");
        (general.Units, general.FirstAt, general.LastAt).ShouldBe(
            (2, Story.At("2026-10-08 12:04"), Story.At("2026-10-08 12:09")),
            "4 minutes before the rejection, 6 after"
        );
        story.Clock("order.issue", "2026-10-08 13:00").DueAt.ShouldBe(Story.At("2026-10-08 10:00"));
    }

    [Fact]
    public void EG_18_2_charges_whoever_held_the_post_in_those_minutes_and_a_later_change_rewrites_nothing()
    {
        var story = Story.Group().Then(new OrderSubmitted(Story.At("2026-10-08 09:00"), "s1", Story.At("2026-10-12 18:00")));
        var before = story.Penalties("EG-18(2)", "2026-10-08 10:07");
        Units(before).ShouldBe(1);

        var deputy = PostHistory.Of("vacant", [(Story.At("2026-01-01 00:00"), "dgm"), (Story.At("2026-10-08 10:07"), "next")]);
        var changed = Story.Context with { DeputyManager = deputy };
        story.History.Judge(Story.At("2026-10-08 10:07"), changed).Penalties.ShouldBe(before, "what was owed before the change stays");

        var after = story.History.Judge(Story.At("2026-10-08 10:18"), changed).Penalties.Where(item => item.Clause == "EG-18(2)");
        after
            .Select(item => (item.Subject, item.Units, item.FirstAt, item.LastAt))
            .ShouldBe([
                ("dgm", 1, Story.At("2026-10-08 10:05"), Story.At("2026-10-08 10:05")),
                ("next", 2, Story.At("2026-10-08 10:12"), Story.At("2026-10-08 10:17")),
            ]);
    }

    [Theory]
    [InlineData("2026-10-07 23:59:59", "vacant")]
    [InlineData("2026-10-08 00:00:00", "a")]
    [InlineData("2026-10-08 23:59:59", "a")]
    [InlineData("2026-10-09 00:00:00", "vacant")]
    public void A_post_is_held_from_the_first_instant_to_before_the_last(string at, string holder) =>
        PostHistory
            .Of("vacant", [(Story.At("2026-10-08 00:00"), "a"), (Story.At("2026-10-09 00:00"), null)])
            .At(Story.At(at))
            .ShouldBe(holder);

    [Fact]
    public void A_limit_used_up_exactly_at_a_rejection_is_due_then_and_not_breached()
    {
        var story = Story
            .Group()
            .Then(new OrderSubmitted(Story.At("2026-10-08 09:00"), "s1", Story.At("2026-10-12 18:00")))
            .Then(EventType.OrderRejected, "2026-10-08 10:00", "dgm");
        var paused = story.Clock("order.issue", "2026-10-09 10:00");
        (paused.DueAt, paused.State).ShouldBe((Story.At("2026-10-08 10:00"), ClockState.Running));

        story.Then(new OrderSubmitted(Story.At("2026-10-09 10:00"), "s1", Story.At("2026-10-12 18:00")));
        story.Clock("order.issue", "2026-10-09 10:00").State.ShouldBe(ClockState.Running);
        story.Clock("order.issue", "2026-10-09 10:00:01").State.ShouldBe(ClockState.Breached);
    }

    [Theory]
    [InlineData("2026-10-08 11:00:00", 0)]
    [InlineData("2026-10-08 11:00:01", 1)]
    public void EG_35a_takes_a_fifth_of_the_bonus_once_the_visit_is_late(string until, int units)
    {
        var items = Story.Issued().Penalties("EG-35a", until);
        Units(items).ShouldBe(units);
        items.ShouldAllBe(item => item.PercentOfBonus == 20 && item.Amount == 1000m && item.Subject == "p1");
    }

    [Fact]
    public void EG_35a_adds_a_share_for_each_poor_visit_and_rounds_each_share_to_the_fen_first()
    {
        var issue = Story.At("2026-10-08 10:00");
        var story = Story.Group("2026-10-08 09:30");
        story.Then(new OrderSubmitted(issue - TimeSpan.FromMinutes(20), "s1", Story.At("2026-10-12 18:00")));
        story.Then(new CaseEvent(EventType.OrderApproved, issue - TimeSpan.FromMinutes(10), "dgm"));
        story.Then(new OrderIssued(issue, "gm", "property", "p3", "l1", "c1"));
        story.Then(EventType.ClosureApplied, "2026-10-08 12:00");
        story.Then(new CallbackMade(Story.At("2026-10-08 12:05"), "s1", CallbackPurpose.Closure, Reached: false, PoorVisit: true));

        var item = story.Penalties("EG-35a", "2026-10-08 13:00").Single();
        (item.Units, item.PercentOfBonus, item.Amount).ShouldBe((2, 40, 133.34m), "2 × round(333.33 × 20 %) = 2 × 66.67");
    }

    [Theory]
    [InlineData("2026-10-08 11:30:00", 0)]
    [InlineData("2026-10-08 11:30:01", 1)]
    public void EG_35b_charges_a_missing_plan(string until, int units) =>
        Units(Story.Issued().Then(EventType.VisitMade, "2026-10-08 10:30").Penalties("EG-35b", until)).ShouldBe(units);

    [Theory]
    [InlineData("2026-10-08 10:00", "2026-10-08 18:00:00", 0)]
    [InlineData("2026-10-08 10:00", "2026-10-08 18:00:01", 1)]
    [InlineData("2026-10-08 17:00", "2026-10-08 18:00:01", 1)]
    [InlineData("2026-10-08 17:01", "2026-10-08 18:00:01", 0)]
    public void EG_35c_charges_a_required_time_of_day_without_entry(string issued, string until, int units) =>
        Units(Story.Issued(issued).Penalties("EG-35c", until)).ShouldBe(units);

    [Theory]
    [InlineData("2026-10-08 18:00:00", 0)]
    [InlineData("2026-10-08 18:00:01", 1)]
    public void EG_35c_accepts_an_entry_up_to_the_required_second(string entry, int units) =>
        Units(Story.Issued().Then(EventType.ProgressRecorded, entry).Penalties("EG-35c", "2026-10-09 17:00")).ShouldBe(units);

    [Fact]
    public void EG_35c_is_not_excused_by_an_application_that_was_rejected()
    {
        var story = Story.Issued().Then(EventType.ClosureApplied, "2026-10-08 17:00");
        story.Penalties("EG-35c", "2026-10-09 17:00").ShouldBeEmpty("it is pending");
        story.Then(EventType.ClosureRejected, "2026-10-09 17:30");
        Units(story.Penalties("EG-35c", "2026-10-09 17:30")).ShouldBe(1, "yesterday's 18:00 counts after all");
    }

    [Fact]
    public void EG_36_runs_through_its_brackets_and_ends_in_one_decision()
    {
        var story = Story.Issued(requiredBy: "2026-10-10 12:00");
        Units(story.Penalties("EG-36(1)", "2026-10-10 12:00:00")).ShouldBe(0);
        Sums(story, "2026-10-10 12:00:01").ShouldBe((100m, 50m), "day 1");
        Sums(story, "2026-10-16 12:00:01").ShouldBe((700m, 350m), "day 7");
        Sums(story, "2026-10-17 12:00:01").ShouldBe((900m, 450m), "day 8 at its own rate");
        Sums(story, "2026-10-24 12:00:01").ShouldBe((2300m, 1150m), "day 15");
        story.Penalties("EG-36(3)", "2026-10-25 12:00:00").ShouldBeEmpty();
        var decisions = story.Penalties("EG-36(3)", "2026-10-25 12:00:01");
        decisions.Select(item => item.Decision).ShouldBe(["bonus 20-50% | pay cut", "bonus 50-100% | pay cut | demotion"]);
        Sums(story, "2026-12-01 00:00:00").ShouldBe((2300m, 1150m), "nothing after the decision");
    }

    [Fact]
    public void EG_25_an_agreed_time_lowers_the_deadline_after_the_fact()
    {
        var story = Story.Issued(requiredBy: "2026-10-14 12:00").Then(EventType.VisitMade, "2026-10-08 10:30");
        story.Penalties("EG-36(1)", "2026-10-13 00:00").ShouldBeEmpty();
        story.Then(new PlanRecorded(Story.At("2026-10-13 00:00"), "p1", Story.At("2026-10-10 12:00")));
        Sums(story, "2026-10-13 00:00").ShouldBe((300m, 150m));
    }

    [Fact]
    public void EG_5_the_chairman_stands_in_from_the_very_instant_of_the_nature_and_nobody_pays_the_leaders_share()
    {
        var story = Story
            .Issued(requiredBy: "2026-10-10 12:00")
            .Then(new CaseNatured(Story.At("2026-10-11 12:00"), "gm", CaseNature.Group))
            .Then(new CaseNatured(Story.At("2026-10-12 12:00"), "gm", CaseNature.Ordinary));
        var items = story.Penalties("EG-36(1)", "2026-10-12 12:00:01");
        items.Where(item => item.Subject == "c1").Sum(item => item.Units).ShouldBe(1);
        items.Where(item => item.Subject == "p1").Sum(item => item.Units).ShouldBe(2);
        items.Where(item => item.Subject == "l1").Sum(item => item.Units).ShouldBe(2);
    }

    [Fact]
    public void One_person_in_two_roles_gets_an_item_for_each()
    {
        var issue = Story.At("2026-10-08 10:00");
        var story = Story.Group("2026-10-08 09:30");
        story.Then(new OrderSubmitted(issue - TimeSpan.FromMinutes(20), "s1", Story.At("2026-10-10 12:00")));
        story.Then(new CaseEvent(EventType.OrderApproved, issue - TimeSpan.FromMinutes(10), "dgm"));
        story.Then(new OrderIssued(issue, "gm", "property", "p1", "p1", "c1"));
        story
            .Penalties("EG-36(1)", "2026-10-10 13:00")
            .Select(item => (item.Role, item.Amount))
            .ShouldBe([("accountable", 100m), ("leader", 50m)]);
    }

    [Fact]
    public void An_item_belongs_to_the_month_of_its_instants()
    {
        var items = Story.Issued("2026-09-28 10:00", "2026-09-30 12:00").Penalties("EG-36(1)", "2026-10-02 12:00:01");
        items
            .Where(item => item.Role == "accountable")
            .Select(item => (item.Month.ToString(), item.Units))
            .ShouldBe([("2026-09", 1), ("2026-10", 2)]);
    }

    private static (decimal, decimal) Sums(Story story, string until)
    {
        var items = story.Judge(until).Penalties.Where(item => item.Clause.StartsWith("EG-36", StringComparison.Ordinal)).ToList();
        return (
            items.Where(item => item.Role == "accountable").Sum(item => item.Amount ?? 0),
            items.Where(item => item.Role == "leader").Sum(item => item.Amount ?? 0)
        );
    }

    private static int Units(IEnumerable<Penalty> items) => items.Sum(item => item.Units);
}
