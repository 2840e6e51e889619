using Shouwen.Platform.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>The entries behind a page of rows, folded from the log from one picture of the database.</summary>
internal static class EntryLines
{
    public static List<Line> Read(LedgerDesk desk, Ledger ledger, IEnumerable<EntryRow> rows)
    {
        using var session = desk.Database.Read();
        return
        [
            .. rows.Select(row => LineOf(desk, session, new CaseKey(row.Month, row.EntryId)))
                .OfType<Line>()
                .Where(line => line.Entry.Ledger == ledger),
        ];
    }

    public static Line? LineOf(LedgerDesk desk, Session session, CaseKey key)
    {
        if (desk.Log.Read(session, key) is not { } entry)
        {
            return null;
        }

        var text = EventLog.Texts(session, key).FirstOrDefault(each => each.Seq == entry.FieldsOf)?.Text;
        return new Line(entry, text is null ? [] : TextSeal.Open(text));
    }

    /// <param name="Entry">As it stands.</param>
    /// <param name="Words">Its personal words by the name of the event's field; empty once erased.</param>
    internal sealed record Line(LedgerEntry Entry, Dictionary<string, string> Words)
    {
        public string? Word(string field) => Words.GetValueOrDefault(LedgerEntry.FieldPrefix + field);
    }
}
