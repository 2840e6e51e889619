using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Procedures;

/// <summary>What may happen when, under the group's after-sales measures (EG-14 … EG-34).</summary>
internal static class GroupProcedure
{
    private static readonly Facts OfTheCycle = Facts.OrderSubmitted | Facts.VisitMade | Facts.VisitPrevented | Facts.ClosureCallback;

    public static Refusal? Decide(CaseState state, CaseEvent happened) =>
        happened.Type switch
        {
            EventType.CaseOpened => ((CaseOpened)happened).ContactEndedAt > happened.At ? Refusals.ContactEndsAfterOpening : null,
            EventType.CaseResolvedOnSpot => state.Stage == CaseStage.Open && !state.Has(Facts.OrderSubmitted)
                ? null
                : Refusals.NotBeforeSubmission,
            EventType.CaseNatured => state.Ended ? Refusals.CaseEnded : null,
            EventType.OrderSubmitted => Needs(state.Stage == CaseStage.Open, Refusals.NotOpen),
            EventType.OrderApproved => Needs(state.Stage == CaseStage.Submitted, Refusals.NotSubmitted),
            EventType.OrderRejected => Needs(state.Stage is CaseStage.Submitted or CaseStage.Approved, Refusals.NotSubmittedOrApproved),
            EventType.OrderIssued => Needs(state.Stage == CaseStage.Approved, Refusals.NotApproved),
            EventType.VisitMade or EventType.VisitPrevented or EventType.ProgressRecorded => Needs(state.IsIssued, Refusals.NotIssued),
            EventType.PlanRecorded => NeedsIssue(state) ?? Needs(state.Has(Facts.VisitMade), Refusals.NoVisit),
            EventType.RefusalRecorded => NeedsIssue(state) ?? Needs(state.Has(Facts.VisitPrevented), Refusals.NoPreventedVisit),
            EventType.CallbackMade => NeedsIssue(state) ?? Callback(state, (CallbackMade)happened),
            EventType.ClosureApplied => NeedsIssue(state) ?? Needs(state.Stage == CaseStage.Issued, Refusals.ApplicationPending),
            EventType.ClosureAccepted => Needs(state.Stage == CaseStage.Applied, Refusals.NotApplied)
                ?? Needs(state.Has(Facts.ClosureCallback), Refusals.NoClosureCallback),
            EventType.ClosureReviewed => Needs(state.Stage == CaseStage.Accepted, Refusals.NotAccepted),
            EventType.ClosureApproved => Needs(state.Stage == CaseStage.Reviewed, Refusals.NotReviewed),
            EventType.ClosureRejected => Needs(state.ApplicationPending, Refusals.NoApplication),
            EventType.CaseReopened => Needs(state.Ended, Refusals.NotEnded),
            EventType.ClaimRaised => Needs(state.Has(Facts.EverIssued), Refusals.NeverIssued)
                ?? Needs(state.Claim == ClaimStage.None, Refusals.ClaimRunning),
            EventType.ClaimReported => Needs(state.Claim == ClaimStage.Raised, Refusals.ClaimOutOfOrder),
            EventType.ClaimDecided => Needs(state.Claim == ClaimStage.Reported, Refusals.ClaimOutOfOrder),
            EventType.ClaimFiled => Needs(state.Claim == ClaimStage.Decided, Refusals.ClaimOutOfOrder),
            EventType.MeetingEnded => Needs(state.Has(Facts.Extraordinary), Refusals.Ordinary),
            EventType.MinutesFiled => Needs(state.Has(Facts.MeetingEnded), Refusals.NoMeeting),
            _ => Refusals.UnknownEvent,
        };

    public static CaseState Evolve(CaseState state, CaseEvent happened) =>
        happened.Type switch
        {
            EventType.CaseOpened => state with { Stage = CaseStage.Open, Cycle = 1, OpenedAt = happened.At },
            EventType.CaseResolvedOnSpot => state with { Stage = CaseStage.Resolved },
            EventType.CaseNatured => ((CaseNatured)happened).Nature == CaseNature.Ordinary
                ? state.Without(Facts.Extraordinary)
                : state.With(Facts.Extraordinary),
            EventType.OrderSubmitted => state.With(Facts.OrderSubmitted) with { Stage = CaseStage.Submitted },
            EventType.OrderApproved => state with { Stage = CaseStage.Approved },
            EventType.OrderRejected => state with { Stage = CaseStage.Open },
            EventType.OrderIssued => state.With(Facts.EverIssued) with { Stage = CaseStage.Issued },
            EventType.VisitMade => state.With(Facts.VisitMade),
            EventType.VisitPrevented => state.With(Facts.VisitPrevented),
            EventType.CallbackMade => ((CallbackMade)happened).Purpose == CallbackPurpose.Closure
                ? state.With(Facts.ClosureCallback)
                : state,
            EventType.ClosureApplied => state.Without(Facts.ClosureCallback) with { Stage = CaseStage.Applied },
            EventType.ClosureAccepted => state with { Stage = CaseStage.Accepted },
            EventType.ClosureReviewed => state with { Stage = CaseStage.Reviewed },
            EventType.ClosureApproved => state with { Stage = CaseStage.Closed },
            EventType.ClosureRejected => state with { Stage = CaseStage.Issued },
            EventType.CaseReopened => state.Without(OfTheCycle) with { Stage = CaseStage.Open, Cycle = state.Cycle + 1 },
            EventType.ClaimRaised => state with { Claim = ClaimStage.Raised },
            EventType.ClaimReported => state with { Claim = ClaimStage.Reported },
            EventType.ClaimDecided => state with { Claim = ClaimStage.Decided },
            EventType.ClaimFiled => state with { Claim = ClaimStage.None },
            EventType.MeetingEnded => state.With(Facts.MeetingEnded),
            _ => state,
        };

    private static Refusal? Callback(CaseState state, CallbackMade callback) =>
        callback.Purpose == CallbackPurpose.Closure ? Needs(state.ApplicationPending, Refusals.NoApplication) : null;

    private static Refusal? NeedsIssue(CaseState state) => Needs(state.IsIssued, Refusals.NotIssued);

    private static Refusal? Needs(bool given, Refusal otherwise) => given ? null : otherwise;
}
