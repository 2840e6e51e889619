using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>The property office: limits around their last second, working days, classes that change, and what may close.</summary>
public sealed class PropertyBookTests
{
    [Theory]
    [InlineData("arrive", "PM-4", "2026-10-08 09:15", EventType.ArrivalMade, null)]
    [InlineData("reply", "PM-49", "2026-10-09 09:00", EventType.CaseAnswered, null)]
    [InlineData("forward", "PM-46", "2026-10-08 09:30", EventType.CaseForwarded, CaseClass.Minor)]
    [InlineData("resolve", "PM-41", "2026-10-09 09:00", EventType.CaseResolved, CaseClass.Minor)]
    [InlineData("resolve", "PM-42", "2026-10-12 18:00", EventType.CaseResolved, CaseClass.Important)]
    [InlineData("answer", "PM-43", "2026-10-12 18:00", EventType.CaseAnswered, CaseClass.Major)]
    [InlineData("resolve", "PM-43", "2026-10-16 18:00", EventType.CaseResolved, CaseClass.Major)]
    public void Each_limit_holds_to_the_second(string id, string clause, string due, EventType stop, CaseClass? type)
    {
        foreach (var (seconds, done, expected) in Around())
        {
            var story = Story.Property("2026-10-08 09:00", onSite: true);
            if (type is { } class_)
            {
                story.Then(new CaseClassified(Story.At("2026-10-08 09:01"), "d1", class_, OtherDepartment: true));
            }

            var moment = Story.At(due) + TimeSpan.FromSeconds(seconds);
            if (done)
            {
                story.Then(new CaseEvent(stop, moment, "x1"));
            }

            var clock = story.History.Judge(moment, Context.Unknown).Clocks.Single(c => c.Id == id && c.Clause == clause);
            clock.DueAt.ShouldBe(Story.At(due));
            clock.State.ShouldBe(expected, $"{clause} {seconds} s, done: {done}");
        }
    }

    private static IEnumerable<(int Seconds, bool Done, ClockState Expected)> Around() =>
        [
            (-1, true, ClockState.Met),
            (0, true, ClockState.Met),
            (1, true, ClockState.Breached),
            (-1, false, ClockState.Running),
            (0, false, ClockState.Running),
            (1, false, ClockState.Breached),
        ];

    [Theory]
    [InlineData("2026-02-12 10:00", "2026-02-25 18:00")] // 13th, make-up Saturday 14th, holidays to the 23rd, 24th, 25th: the third is the 24th
    public void Working_days_follow_the_published_calendar(string opened, string notBefore)
    {
        var story = Story.Property(opened).Then(new CaseClassified(Story.At(opened), "d1", CaseClass.Important, OtherDepartment: false));
        var due = story.Clock("resolve", opened).DueAt;
        due.ShouldBe(Story.At("2026-02-24 18:00"));
        due.ShouldBeLessThan(Story.At(notBefore));
    }

    [Fact]
    public void A_limit_into_a_provisional_year_says_so_and_a_year_without_calendar_is_refused()
    {
        var late = Story
            .Property("2026-12-30 10:00")
            .Then(new CaseClassified(Story.At("2026-12-30 10:05"), "d1", CaseClass.Important, OtherDepartment: false));
        late.Clock("resolve", "2026-12-30 11:00").Provisional.ShouldBeTrue();

        var never = Story.Property("2028-03-01 10:00").History;
        never
            .Add(new CaseClassified(Story.At("2028-03-01 11:00"), "d1", CaseClass.Major, OtherDepartment: false))!
            .Sentence.En.ShouldContain("2028");
        never.Add(new CaseClassified(Story.At("2028-03-01 11:00"), "d1", CaseClass.Minor, OtherDepartment: false)).ShouldBeNull();
    }

    [Fact]
    public void Another_class_cancels_the_former_clock_or_leaves_its_breach_and_keeps_the_start()
    {
        var story = Story.Property().Then(new CaseClassified(Story.At("2026-10-08 10:00"), "d1", CaseClass.Minor, OtherDepartment: false));
        story.Then(new CaseClassified(Story.At("2026-10-09 09:00:01"), "d1", CaseClass.Major, OtherDepartment: false));
        var clocks = story.Judge("2026-10-09 10:00").Clocks.Where(clock => clock.Id == "resolve").ToList();
        clocks.Select(clock => (clock.Clause, clock.State)).ShouldBe([("PM-41", ClockState.Breached), ("PM-43", ClockState.Running)]);
        clocks.ShouldAllBe(clock => clock.StartedAt == Story.At("2026-10-08 09:00"));
    }

    [Fact]
    public void An_owner_who_is_not_content_reopens_the_handling_from_its_old_start()
    {
        var story = Story
            .Property()
            .Then(new CaseClassified(Story.At("2026-10-08 09:30"), "d1", CaseClass.Minor, OtherDepartment: false))
            .Then(EventType.CaseResolved, "2026-10-08 12:00");
        story.Clock("resolve", "2026-10-08 13:00").State.ShouldBe(ClockState.Met);
        story.Then(new CallbackMade(Story.At("2026-10-08 14:00"), "d1", CallbackPurpose.Closure, Reached: true, Content: false));
        story.Clock("resolve", "2026-10-08 15:00").State.ShouldBe(ClockState.Running);
        story.Judge("2026-10-08 15:00").Stage.ShouldBe(CaseStage.Open);
    }

    [Fact]
    public void A_promise_may_be_postponed_once()
    {
        var story = Story.Property().Then(new PromiseMade(Story.At("2026-10-08 10:00"), "d1", Story.At("2026-10-09 10:00")));
        story
            .History.Add(new PromiseMade(Story.At("2026-10-08 11:00"), "d1", Story.At("2026-10-10 10:00")))!
            .Code.ShouldBe("promise.running");
        story.Then(new PromisePostponed(Story.At("2026-10-09 09:00"), "d1", Story.At("2026-10-11 10:00")));
        story
            .History.Add(new PromisePostponed(Story.At("2026-10-10 09:00"), "d1", Story.At("2026-10-12 10:00")))!
            .Code.ShouldBe("promise.postponed");
        story.Clock("promise", "2026-10-10 10:00").DueAt.ShouldBe(Story.At("2026-10-11 10:00"));
    }

    [Theory]
    [InlineData(CaseClass.Minor, "2026-10-08 09:15:00", true)]
    [InlineData(CaseClass.Minor, "2026-10-08 09:15:01", false)]
    [InlineData(CaseClass.Important, "2026-10-08 09:15:00", false)]
    [InlineData(CaseClass.Invalid, "2026-10-08 12:00:00", true)]
    public void Only_minor_cases_solved_at_once_and_invalid_ones_close_without_a_callback(CaseClass type, string resolved, bool closes)
    {
        var story = Story
            .Property()
            .Then(new CaseClassified(Story.At("2026-10-08 09:05"), "d1", type, OtherDepartment: false))
            .Then(EventType.CaseResolved, resolved);
        var refusal = story.History.Add(new CaseClosed(Story.At("2026-10-08 13:00"), "d1"));
        refusal?.Code.ShouldBe("close.callback");
        (refusal is null).ShouldBe(closes);
    }

    [Theory]
    [InlineData("d1", true, null)]
    [InlineData(null, true, "close.namedCallback")]
    [InlineData("d1", false, "close.signature")]
    public void A_major_case_closes_only_signed_and_after_a_named_callback(string? caller, bool signed, string? expected)
    {
        var story = Story
            .Property()
            .Then(new CaseClassified(Story.At("2026-10-08 09:05"), "d1", CaseClass.Major, OtherDepartment: false))
            .Then(EventType.CaseResolved, "2026-10-09 12:00")
            .Then(new CallbackMade(Story.At("2026-10-09 13:00"), caller, CallbackPurpose.Closure, Reached: true, Content: true));
        story.History.Add(new CaseClosed(Story.At("2026-10-09 14:00"), "d1", Signed: signed))?.Code.ShouldBe(expected);
        (story.History.State.Stage == CaseStage.Closed).ShouldBe(expected is null);
    }

    [Fact]
    public void What_is_impossible_for_now_stays_open_until_it_is_classified_anew()
    {
        var story = Story
            .Property()
            .Then(new CaseClassified(Story.At("2026-10-08 09:05"), "d1", CaseClass.Impossible, OtherDepartment: false))
            .Then(EventType.CaseResolved, "2026-10-08 10:00")
            .Then(new CallbackMade(Story.At("2026-10-08 11:00"), "d1", CallbackPurpose.Closure, Reached: true, Content: true));
        var closing = new CaseClosed(Story.At("2026-10-08 12:00"), "d1", Signed: true);
        story.History.Add(closing)!.Code.ShouldBe("close.impossible");
        story.Then(new CaseClassified(Story.At("2026-10-08 12:00"), "d1", CaseClass.Important, OtherDepartment: false));
        story.History.Add(closing).ShouldBeNull();
    }

    [Fact]
    public void Nothing_happens_after_closing()
    {
        var story = Story
            .Property()
            .Then(new CaseClassified(Story.At("2026-10-08 09:05"), "d1", CaseClass.Invalid, OtherDepartment: false))
            .Then(new CaseClosed(Story.At("2026-10-08 10:00"), "d1"));
        foreach (var type in new[] { EventType.CaseAnswered, EventType.CaseResolved, EventType.ArrivalMade, EventType.CaseForwarded })
        {
            story.History.Add(new CaseEvent(type, Story.At("2026-10-08 11:00"), "d1"))!.Code.ShouldBe("case.ended");
        }
    }
}
