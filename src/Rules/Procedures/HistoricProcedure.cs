using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Procedures;

/// <summary>Cases that ended before the system knew them: opened and closed, nothing between.</summary>
internal static class HistoricProcedure
{
    public static Refusal? Decide(CaseState state) => state.Stage == CaseStage.Closed ? Refusals.CaseEnded : null;

    public static CaseState Evolve(CaseState state, CaseEvent happened) =>
        happened is CaseOpened
            ? state with
            {
                Stage = CaseStage.Open,
                Cycle = 1,
                OpenedAt = happened.At,
            }
            : state with
            {
                Stage = CaseStage.Closed,
            };
}
