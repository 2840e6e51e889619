using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>Imported cases: one clock from opening to closing, and none where the closing has no usable time.</summary>
internal sealed class HistoricJudge(Past past)
{
    public Judgement Judge()
    {
        var draft = new Draft(past.Until);
        if (past.Count == 0)
        {
            return draft.Finish(past.State, CaseNature.Ordinary);
        }

        var version = past.Book.At(past[0].At);
        draft.Pin(1, version);
        var closing = past.Count > 1 ? (CaseClosed)past[1] : null;
        if (closing is null or { TimeUsable: true })
        {
            var rule = version.Historic!.Resolve;
            var evidence = new Evidence(0, closing is null ? -1 : 1);
            draft.Add(rule, 1, past[0].At, past[0].At + rule.Limit, closing?.At, evidence);
        }

        return draft.Finish(past.State, CaseNature.Ordinary);
    }
}
