using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>How clocks end otherwise than by being done, what survives closing and reopening, and who is told when.</summary>
public sealed class GroupClockTests
{
    [Theory]
    [InlineData("2026-10-08 10:50", ClockState.Cancelled)]
    [InlineData("2026-10-08 11:00", ClockState.Cancelled)]
    [InlineData("2026-10-08 11:00:01", ClockState.Breached)]
    public void Closing_cancels_what_still_runs_unless_it_was_late_by_then(string closedAt, ClockState expected)
    {
        var applied = Story.At(closedAt) - TimeSpan.FromMinutes(40);
        var story = Story.Issued().Closed(applied.ToString()[..19].Replace('T', ' '));
        var visit = story.Clock("visit", "2026-10-20 00:00");
        (visit.State, visit.StoppedAt).ShouldBe((expected, (Instant?)null));
    }

    [Fact]
    public void Claims_and_minutes_outlive_the_closing()
    {
        var story = Story
            .Issued()
            .Then(EventType.ClaimRaised, "2026-10-08 11:00")
            .Then(new CaseNatured(Story.At("2026-10-08 11:10"), "gm", CaseNature.Major))
            .Then(EventType.MeetingEnded, "2026-10-08 11:20")
            .Closed("2026-10-08 12:00");
        story.Clock("claim.report", "2026-10-09 00:00").State.ShouldBe(ClockState.Running);
        story.Clock("minutes", "2026-10-09 00:00").State.ShouldBe(ClockState.Running);
        story.Clock("minutes", "2026-10-09 12:00").State.ShouldBe(ClockState.Breached);
    }

    [Fact]
    public void A_return_to_ordinary_ends_the_wait_for_a_meeting()
    {
        var story = Story
            .Issued()
            .Then(new CaseNatured(Story.At("2026-10-08 12:00"), "gm", CaseNature.Common))
            .Then(new CaseNatured(Story.At("2026-10-09 12:00"), "gm", CaseNature.Ordinary));
        story.Clock("meeting", "2026-10-20 00:00").State.ShouldBe(ClockState.Cancelled, "exactly at its due time");
    }

    [Fact]
    public void From_major_to_group_is_no_new_meeting()
    {
        var story = Story
            .Issued()
            .Then(new CaseNatured(Story.At("2026-10-08 12:00"), "gm", CaseNature.Major))
            .Then(new CaseNatured(Story.At("2026-10-08 13:00"), "gm", CaseNature.Group));
        story.Judge("2026-10-08 14:00").Clocks.Count(clock => clock.Id == "meeting").ShouldBe(1);
    }

    [Fact]
    public void Reopening_starts_fresh_clocks_and_leaves_the_breaches_of_the_old_cycle()
    {
        var story = Story.Issued().Closed("2026-10-09 12:00").Then(EventType.CaseReopened, "2026-10-12 09:00", "s2");
        var judged = story.Judge("2026-10-12 09:40");
        (judged.Stage, judged.Cycle).ShouldBe((CaseStage.Open, 2));
        judged.Clocks.Single(clock => clock is { Id: "visit", Cycle: 1 }).State.ShouldBe(ClockState.Breached);
        judged.Clocks.Single(clock => clock is { Id: "order.submit", Cycle: 2 }).State.ShouldBe(ClockState.Breached);
        judged.Penalties.Single(item => item is { Clause: "EG-18(1)", Cycle: 2 }).Subject.ShouldBe("s2");
    }

    [Fact]
    public void A_rejected_application_never_stopped_the_handling()
    {
        var story = Story.Issued(requiredBy: "2026-10-09 12:00").Then(EventType.ClosureApplied, "2026-10-09 11:00");
        story
            .Clock("resolve", "2026-10-10 00:00")
            .ShouldSatisfyAllConditions(c => c.State.ShouldBe(ClockState.Met), c => c.StoppedAt.ShouldBe(Story.At("2026-10-09 11:00")));
        story.Then(EventType.ClosureRejected, "2026-10-10 00:00");
        story
            .Clock("resolve", "2026-10-10 00:00")
            .ShouldSatisfyAllConditions(c => c.State.ShouldBe(ClockState.Breached), c => c.StoppedAt.ShouldBeNull());
    }

    [Fact]
    public void Every_prevented_visit_and_every_record_of_one_runs_its_own_clock()
    {
        var story = Story
            .Issued()
            .Then(EventType.VisitPrevented, "2026-10-08 10:10")
            .Then(EventType.VisitPrevented, "2026-10-08 10:20")
            .Then(EventType.RefusalRecorded, "2026-10-08 10:30");
        story
            .Judge("2026-10-08 10:40")
            .Clocks.Where(clock => clock.Id == "refusal.record")
            .Select(clock => clock.StoppedAt)
            .ShouldBe([Story.At("2026-10-08 10:30"), Story.At("2026-10-08 10:30")], "the next record stops every running one");
    }

    [Fact]
    public void Messages_go_at_issue_and_every_morning_the_case_is_unfinished()
    {
        var story = Story
            .Issued("2026-10-08 09:30")
            .Then(EventType.ClosureApplied, "2026-10-10 09:30")
            .Then(EventType.ClosureRejected, "2026-10-11 09:30");
        var messages = story.Judge("2026-10-12 09:30").Messages;
        messages[0].Kind.ShouldBe("order.issued");
        messages[0].To.ShouldBe(["p1"]);
        messages
            .Skip(1)
            .Select(message => message.At)
            .ShouldBe(
                [Story.At("2026-10-09 09:30"), Story.At("2026-10-11 09:30"), Story.At("2026-10-12 09:30")],
                "not at the issue itself; pending from its own instant on; the rejection ends it at once"
            );
        messages[1].To.ShouldBe(["p1", "l1", "c1"]);
    }

    [Fact]
    public void Every_clock_and_item_is_explained_by_clause_and_events_in_both_languages()
    {
        var story = Story
            .Issued(requiredBy: "2026-10-09 12:00")
            .Then(EventType.VisitMade, "2026-10-08 12:00")
            .Then(new CaseNatured(Story.At("2026-10-12 11:00"), "gm", CaseNature.Major));
        var until = Story.At("2026-10-30 00:00");
        var judged = story.History.Judge(until, Story.Context);
        var all = judged
            .Clocks.Select(clock => (clock.Clause, Explanation.Of(story.History, until, clock)))
            .Concat(judged.Penalties.Select(item => (item.Clause, Explanation.Of(story.History, judged, item))))
            .ToList();
        all.Count.ShouldBeGreaterThan(20);
        foreach (var (clause, explanation) in all)
        {
            explanation.Clause.Id.ShouldBe(clause);
            explanation.Clause.Text.Zh.ShouldNotBeNullOrWhiteSpace();
            explanation.Clause.Text.En.ShouldNotBeNullOrWhiteSpace();
            explanation.Arithmetic.Zh.ShouldEndWith("。");
            explanation.Arithmetic.En.ShouldEndWith(".");
            explanation.Events.ShouldNotBeEmpty();
            explanation.Events.ShouldAllBe(position => position >= 0 && position < story.History.Events.Count);
        }
    }

    [Fact]
    public void The_explanation_says_the_arithmetic_as_a_specialist_would()
    {
        var story = Story.Issued().Then(EventType.VisitMade, "2026-10-08 11:25");
        var until = Story.At("2026-10-08 12:00");
        var visit = story.Clock("visit", "2026-10-08 12:00");
        Explanation
            .Of(story.History, until, visit)
            .Arithmetic.En.ShouldBe("60 minutes from Order issued 8 Oct 10:00, until 8 Oct 11:00; done 8 Oct 11:25, 25 minutes late.");
    }

    [Fact]
    public void A_late_order_that_rests_is_explained_by_its_running_time_and_not_by_the_wall_clock()
    {
        var story = Story
            .Group()
            .Then(new OrderSubmitted(Story.At("2026-10-08 09:00"), "s1", Story.At("2026-10-12 18:00")))
            .Then(EventType.OrderRejected, "2026-10-08 10:05", "dgm");
        var until = Story.At("2026-10-10 10:05");
        var clock = story.Clock("order.issue", "2026-10-10 10:05");
        clock.State.ShouldBe(ClockState.Breached);
        var said = Explanation.Of(story.History, until, clock).Arithmetic;
        said.En.ShouldContain("over the limit of running time");
        said.En.ShouldNotContain("2 days", customMessage: "the order has rested for two days");
    }
}
