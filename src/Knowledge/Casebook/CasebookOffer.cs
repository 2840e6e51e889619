using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>What the page of an ended case offers: its entry, or, to those who keep the casebook, to make one.</summary>
internal sealed class CasebookOffer(Database database, RuleLibrary rules)
{
    public CaseOffer? For(Me me, CaseFile file, Instant now)
    {
        if (!file.History.State.Ended)
        {
            return null;
        }

        using var session = database.Read();
        return session.Number(CasebookDesk.Of, file.Number) is { } entry ? new CaseOffer(CasebookTexts.InCasebook, ShowEntry.Address(entry))
            : me.MayKeep(rules.CasebookAt(now)) ? new CaseOffer(CasebookTexts.Keep, KeepCase.Address(file.Number))
            : null;
    }
}
