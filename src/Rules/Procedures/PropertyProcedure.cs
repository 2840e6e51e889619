using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Procedures;

/// <summary>What may happen when at the property office (PM-4, PM-5, PM-41 … PM-49).</summary>
internal static class PropertyProcedure
{
    public static Refusal? Decide(CaseState state, CaseEvent happened, PropertyTerms terms) =>
        state.Stage == CaseStage.Closed
            ? Refusals.CaseEnded
            : happened switch
            {
                ArrivalAgreed => Needs(!state.Has(Facts.Arrived), Refusals.ArrivedAlready),
                PromiseMade => Needs(!state.Has(Facts.PromiseRunning), Refusals.PromiseRunning),
                PromisePostponed => Needs(state.Has(Facts.PromiseRunning), Refusals.NoPromise)
                    ?? Needs(state.Postponements < terms.Postponements, Refusals.PostponedAlready),
                CallbackMade { Content: false } => Needs(state.Has(Facts.EverResolved), Refusals.NothingResolved),
                CaseClosed closing => Close(state, closing),
                _ => null,
            };

    public static CaseState Evolve(CaseState state, CaseEvent happened, PropertyTerms terms) =>
        happened switch
        {
            CaseOpened => state with { Stage = CaseStage.Open, Cycle = 1, OpenedAt = happened.At },
            PromiseMade => state.With(Facts.PromiseRunning) with { Postponements = 0 },
            PromisePostponed => state with { Postponements = (byte)(state.Postponements + 1) },
            CaseClassified classified => state with { Class = classified.Class },
            CallbackMade callback => Heard(state, callback),
            CaseClosed => state with { Stage = CaseStage.Closed },
            { Type: EventType.ArrivalMade } => state.With(Facts.Arrived),
            { Type: EventType.CaseResolved } => Resolved(state, happened.At, terms),
            _ => state,
        };

    /// <summary>
    /// PM-46: closed with signature or a confirmation by phone after a call-back that found the owner content. PM-41 and
    /// PM-45 let minor cases solved at once and invalid ones go without; PM-43 asks for signature and a named caller; what
    /// PM-44 lists as impossible for now stays open.
    /// </summary>
    private static Refusal? Close(CaseState state, CaseClosed closing)
    {
        if (state.Class == CaseClass.Impossible)
        {
            return Refusals.StaysOpen;
        }

        if (state.Class == CaseClass.Major)
        {
            return !closing.Signed ? Refusals.MajorNeedsSignature
                : !state.Has(Facts.ContentHeardByName) ? Refusals.MajorNeedsNamedCallback
                : null;
        }

        var withoutCallback = state.Class == CaseClass.Invalid || (state.Class == CaseClass.Minor && state.Has(Facts.ResolvedAtOnce));
        return withoutCallback || state.Has(Facts.OwnerContent) ? null : Refusals.OwnerNotHeard;
    }

    private static CaseState Resolved(CaseState state, Instant at, PropertyTerms terms)
    {
        var atOnce = at <= state.OpenedAt + terms.AtOnce ? Facts.ResolvedAtOnce : Facts.None;
        return state.Without(Facts.PromiseRunning).With(Facts.EverResolved | atOnce) with { Stage = CaseStage.Resolved };
    }

    /// <summary>"Not content" reopens the handling and takes back what an earlier call had found.</summary>
    private static CaseState Heard(CaseState state, CallbackMade callback)
    {
        if (callback.Content == false)
        {
            return state.Without(Facts.OwnerContent | Facts.ContentHeardByName | Facts.ResolvedAtOnce) with { Stage = CaseStage.Open };
        }

        if (callback is not { Reached: true, Content: true })
        {
            return state;
        }

        return state.With(callback.By is null ? Facts.OwnerContent : Facts.OwnerContent | Facts.ContentHeardByName);
    }

    private static Refusal? Needs(bool given, Refusal otherwise) => given ? null : otherwise;
}
