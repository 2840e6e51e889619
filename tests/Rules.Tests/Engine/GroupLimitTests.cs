using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>Every limit of the group's measures, one second before it, at it, and one second after.</summary>
public sealed class GroupLimitTests
{
    public static TheoryData<string, string, string> Limits()
    {
        // clock, the moment it is due when all began at the times below, clause
        return new TheoryData<string, string, string>
        {
            { "order.submit", "2026-10-08 09:30", "EG-14(1)" },
            { "order.issue", "2026-10-08 10:10", "EG-14(2)" },
            { "visit", "2026-10-08 11:00", "EG-22" },
            { "plan", "2026-10-08 11:30", "EG-22" },
            { "refusal.record", "2026-10-08 11:30", "EG-23" },
            { "refusal.callback", "2026-10-08 11:10", "EG-23" },
            { "progress", "2026-10-08 18:00", "EG-26" },
            { "resolve", "2026-10-12 18:00", "EG-25" },
            { "closure.check", "2026-10-09 12:30", "EG-29" },
            { "claim.report", "2026-10-11 12:00", "EG-34" },
            { "claim.file", "2026-10-09 15:00", "EG-34" },
            { "meeting", "2026-10-09 12:00", "EG-33(2)" },
            { "minutes", "2026-10-09 13:00", "EG-33" },
        };
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_duty_done_exactly_on_time_is_on_time_and_one_second_later_is_late(string id, string due, string clause)
    {
        foreach (var (seconds, expected) in new[] { (-1, ClockState.Met), (0, ClockState.Met), (1, ClockState.Breached) })
        {
            var done = Story.At(due) + TimeSpan.FromSeconds(seconds);
            var clock = Told(id, done).History.Judge(done + TimeSpan.FromDays(9), Story.Context).Clocks.First(c => c.Id == id);
            clock.State.ShouldBe(expected, $"{id} {seconds} s");
            clock.DueAt.ShouldBe(Story.At(due));
            clock.StoppedAt.ShouldBe(id == "progress" && seconds > 0 ? null : done, "a late entry counts for the next day");
            clock.Clause.ShouldBe(clause);
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_duty_not_done_is_running_until_its_last_second_has_passed(string id, string due, string clause)
    {
        foreach (var (seconds, expected) in new[] { (-1, ClockState.Running), (0, ClockState.Running), (1, ClockState.Breached) })
        {
            var now = Story.At(due) + TimeSpan.FromSeconds(seconds);
            var judged = Told(id, null).History.Judge(now, Story.Context);
            if (id == "progress" && seconds < 0)
            {
                judged.Clocks.ShouldNotContain(c => c.Id == id, "the instance stands from its own time on");
                continue;
            }

            var clock = judged.Clocks.Last(c => c.Id == id);
            clock.State.ShouldBe(expected, $"{id} {seconds} s");
            clock.StoppedAt.ShouldBeNull();
            clock.Clause.ShouldBe(clause);
        }
    }

    /// <summary>A story in which the clock started, and the duty was done at the given moment if at all.</summary>
    private static Story Told(string id, Instant? done)
    {
        CaseEvent? Done(EventType type) => done is { } at ? new CaseEvent(type, at, "x1") : null;
        var (story, last) = id switch
        {
            "order.submit" => (Story.Group(), done is { } at ? new OrderSubmitted(at, "s1", Story.At("2026-10-12 18:00")) : null),
            "order.issue" => (
                Story
                    .Group()
                    .Then(new OrderSubmitted(Story.At("2026-10-08 09:10"), "s1", Story.At("2026-10-12 18:00")))
                    .Then(EventType.OrderApproved, "2026-10-08 09:20", "dgm"),
                done is { } at ? new OrderIssued(at, "gm", "property", "p1", "l1", "c1") : null
            ),
            "visit" => (Story.Issued(), Done(EventType.VisitMade)),
            "plan" => (Story.Issued().Then(EventType.VisitMade, "2026-10-08 10:30"), done is { } at ? new PlanRecorded(at, "p1") : null),
            "refusal.record" => (Story.Issued().Then(EventType.VisitPrevented, "2026-10-08 10:30"), Done(EventType.RefusalRecorded)),
            "refusal.callback" => (
                Story.Issued().Then(EventType.VisitPrevented, "2026-10-08 10:30").Then(EventType.RefusalRecorded, "2026-10-08 10:40"),
                done is { } at ? new CallbackMade(at, "s1", CallbackPurpose.Refusal, Reached: false) : null
            ),
            "progress" => (Story.Issued(), null),
            "resolve" => (Story.Issued(), Done(EventType.ClosureApplied)),
            "closure.check" => (Story.Issued().Then(EventType.ClosureApplied, "2026-10-09 12:00"), Done(EventType.ClosureRejected)),
            "claim.report" => (Story.Issued().Then(EventType.ClaimRaised, "2026-10-08 12:00"), Done(EventType.ClaimReported)),
            "claim.file" => (
                Story
                    .Issued()
                    .Then(EventType.ClaimRaised, "2026-10-08 12:00")
                    .Then(EventType.ClaimReported, "2026-10-08 14:00")
                    .Then(EventType.ClaimDecided, "2026-10-08 15:00"),
                Done(EventType.ClaimFiled)
            ),
            "meeting" => (Natured(Story.Issued()), Done(EventType.MeetingEnded)),
            _ => (Natured(Story.Issued()).Then(EventType.MeetingEnded, "2026-10-08 13:00"), Done(EventType.MinutesFiled)),
        };
        if (id == "progress" && done is { } entered)
        {
            // An entry one second late belongs to the next day: the day before stays without one.
            last = new CaseEvent(EventType.ProgressRecorded, entered, "p1");
        }

        return last is null ? story : story.Then(last);
    }

    private static Story Natured(Story story) => story.Then(new CaseNatured(Story.At("2026-10-08 12:00"), "gm", CaseNature.Major));
}
