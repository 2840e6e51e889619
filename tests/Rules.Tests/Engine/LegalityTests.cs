using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>Every event in every state: what replay.md allows is accepted, everything else is refused and changes nothing.</summary>
public sealed class LegalityTests
{
    private static readonly EventType[] InEveryState = [EventType.CaseNatured];

    private static readonly EventType[] WhileIssued =
    [
        EventType.VisitMade,
        EventType.VisitPrevented,
        EventType.ProgressRecorded,
        EventType.ClaimRaised,
        EventType.CaseNatured,
    ];

    private static readonly Dictionary<string, EventType[]> Allowed = new(StringComparer.Ordinal)
    {
        ["nothing"] = [EventType.CaseOpened],
        ["open"] = [.. InEveryState, EventType.CaseResolvedOnSpot, EventType.OrderSubmitted],
        ["submitted"] = [.. InEveryState, EventType.OrderApproved, EventType.OrderRejected],
        ["rejected"] = [.. InEveryState, EventType.OrderSubmitted],
        ["approved"] = [.. InEveryState, EventType.OrderRejected, EventType.OrderIssued],
        ["issued"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureApplied],
        ["visited"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureApplied, EventType.PlanRecorded],
        ["prevented"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureApplied, EventType.RefusalRecorded],
        ["applied"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureRejected],
        ["called back"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureRejected, EventType.ClosureAccepted],
        ["accepted"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureRejected, EventType.ClosureReviewed],
        ["reviewed"] = [.. WhileIssued, EventType.CallbackMade, EventType.ClosureRejected, EventType.ClosureApproved],
        ["closed"] = [EventType.CaseReopened, EventType.ClaimRaised],
        ["on the spot"] = [EventType.CaseReopened],
        ["reopened"] = [.. InEveryState, EventType.CaseResolvedOnSpot, EventType.OrderSubmitted, EventType.ClaimRaised],
        ["natured"] = [.. InEveryState, EventType.CaseResolvedOnSpot, EventType.OrderSubmitted, EventType.MeetingEnded],
        ["met"] = [.. InEveryState, EventType.CaseResolvedOnSpot, EventType.OrderSubmitted, EventType.MeetingEnded, EventType.MinutesFiled],
        ["claimed"] =
        [
            EventType.VisitMade,
            EventType.VisitPrevented,
            EventType.ProgressRecorded,
            EventType.CaseNatured,
            EventType.CallbackMade,
            EventType.ClosureApplied,
            EventType.ClaimReported,
        ],
    };

    public static TheoryData<string> States() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void Under_the_group_measures_only_the_allowed_events_are_accepted(string state)
    {
        foreach (var shape in EventVocabulary.Of(Procedure.Group).Shapes)
        {
            var history = In(state);
            var before = (history.State, history.Events.Count);
            var refusal = history.Add(Sample(shape.Type, "2026-10-20 12:00"));

            if (Allowed[state].Contains(shape.Type))
            {
                refusal.ShouldBeNull($"{shape.Type} when {state}");
                continue;
            }

            refusal.ShouldNotBeNull($"{shape.Type} when {state}");
            refusal.Sentence.Zh.ShouldNotBeNullOrWhiteSpace();
            (history.State, history.Events.Count).ShouldBe(before, "a refused event leaves no trace");
        }
    }

    [Fact]
    public void A_closure_callback_needs_a_pending_application_and_an_earlier_one_does_not_count()
    {
        var callback = new CallbackMade(Story.At("2026-10-20 12:00"), "s1", CallbackPurpose.Closure, Reached: true);
        In("issued").Add(callback)!.Code.ShouldBe("closure.none");

        var history = In("called back");
        history.Add(Sample(EventType.ClosureRejected, "2026-10-20 12:00")).ShouldBeNull();
        history.Add(Sample(EventType.ClosureApplied, "2026-10-20 13:00")).ShouldBeNull();
        history.Add(Sample(EventType.ClosureAccepted, "2026-10-20 14:00"))!.Code.ShouldBe("closure.noCallback");
    }

    [Fact]
    public void A_visit_of_the_cycle_before_opens_no_plan()
    {
        var history = Story
            .Issued()
            .Then(EventType.VisitMade, "2026-10-08 10:30")
            .Closed("2026-10-08 12:00")
            .Then(EventType.CaseReopened, "2026-10-09 09:00")
            .History;
        foreach (var type in new[] { EventType.OrderSubmitted, EventType.OrderApproved, EventType.OrderIssued })
        {
            history.Add(Sample(type, "2026-10-09 10:00")).ShouldBeNull();
        }

        history.Add(Sample(EventType.PlanRecorded, "2026-10-09 11:00"))!.Code.ShouldBe("visit.none");
    }

    [Fact]
    public void Time_never_runs_backwards_within_a_case()
    {
        var history = In("open");
        history.Add(Sample(EventType.OrderSubmitted, "2026-10-08 08:59:59"))!.Code.ShouldBe("event.earlier");
        history.Add(Sample(EventType.OrderSubmitted, "2026-10-08 09:00")).ShouldBeNull("the same second is fine");
    }

    private static CaseHistory In(string state)
    {
        EventType[] steps = state switch
        {
            "nothing" or "open" => [],
            "submitted" => [EventType.OrderSubmitted],
            "rejected" => [EventType.OrderSubmitted, EventType.OrderRejected],
            "approved" => [EventType.OrderSubmitted, EventType.OrderApproved],
            "on the spot" => [EventType.CaseResolvedOnSpot],
            "natured" => [EventType.CaseNatured],
            "met" => [EventType.CaseNatured, EventType.MeetingEnded],
            "reopened" => [.. ToClosed, EventType.CaseReopened],
            "issued" => [.. ToIssued],
            "visited" => [.. ToIssued, EventType.VisitMade],
            "prevented" => [.. ToIssued, EventType.VisitPrevented],
            "claimed" => [.. ToIssued, EventType.ClaimRaised],
            "applied" => [.. ToIssued, EventType.ClosureApplied],
            "called back" => [.. ToClosed[..5]],
            "accepted" => [.. ToClosed[..6]],
            "reviewed" => [.. ToClosed[..7]],
            _ => [.. ToClosed],
        };
        var history = new CaseHistory(Story.Library.Books["group"], Story.Library.Calendar);
        if (state == "nothing")
        {
            return history;
        }

        history.Add(Sample(EventType.CaseOpened, "2026-10-08 09:00")).ShouldBeNull();
        foreach (var step in steps)
        {
            var pending = history.State.ApplicationPending;
            var sample = Sample(step, "2026-10-08 10:00");
            if (sample is CallbackMade callback && pending)
            {
                sample = callback with { Purpose = CallbackPurpose.Closure };
            }

            history.Add(sample).ShouldBeNull($"{step} on the way to {state}");
        }

        return history;
    }

    private static readonly EventType[] ToIssued = [EventType.OrderSubmitted, EventType.OrderApproved, EventType.OrderIssued];

    private static readonly EventType[] ToClosed =
    [
        .. ToIssued,
        EventType.ClosureApplied,
        EventType.CallbackMade,
        EventType.ClosureAccepted,
        EventType.ClosureReviewed,
        EventType.ClosureApproved,
    ];

    private static CaseEvent Sample(EventType type, string at)
    {
        var time = Story.At(at);
        return type switch
        {
            EventType.CaseOpened => new CaseOpened(time, "s1", ContactEndedAt: time),
            EventType.CaseNatured => new CaseNatured(time, "gm", CaseNature.Major),
            EventType.OrderSubmitted => new OrderSubmitted(time, "s1", time + TimeSpan.FromDays(3)),
            EventType.OrderIssued => new OrderIssued(time, "gm", "property", "p1", "l1", "c1"),
            EventType.PlanRecorded => new PlanRecorded(time, "p1"),
            EventType.CallbackMade => new CallbackMade(time, "s1", CallbackPurpose.Refusal, Reached: true),
            _ => new CaseEvent(type, time, "x1"),
        };
    }
}
