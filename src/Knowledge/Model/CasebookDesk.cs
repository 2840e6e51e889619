using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>The changes of the casebook, each inside a request of the caller's own.</summary>
internal static class CasebookDesk
{
    public const string Of = "SELECT id FROM casebook_entry WHERE case_number = @number";

    public static Refusal? Add(WriteSession session, CasebookEntry entry, CasebookRules rules)
    {
        if (session.Number(Of, entry.CaseNumber) is not null)
        {
            return Refusals.InCasebook;
        }

        session.Db.Add(entry);
        session.Db.SaveChanges();
        Index(session, entry, rules);
        return null;
    }

    public static bool Change(WriteSession session, long id, CasebookRules rules, Action<CasebookEntry> change)
    {
        if (session.Db.Set<CasebookEntry>().AsTracking().FirstOrDefault(entry => entry.Id == id) is not { } entry)
        {
            return false;
        }

        change(entry);
        session.Db.SaveChanges();
        Index(session, entry, rules);
        return true;
    }

    /// <summary>Trade and part are found by their names in both languages.</summary>
    private static void Index(WriteSession session, CasebookEntry entry, CasebookRules rules)
    {
        var names = new[] { rules.Trades.GetValueOrDefault(entry.Trade), rules.Parts.GetValueOrDefault(entry.Part) };
        KnowledgeIndex.Casebook.Put(
            session,
            entry.Id,
            KnowledgeIndex.Words(entry, [.. names.OfType<Words>().SelectMany(name => new[] { name.Zh, name.En })])
        );
    }
}
