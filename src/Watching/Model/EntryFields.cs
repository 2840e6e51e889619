using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>What the event of an entry says: its day, its deadline and its fields, the personal ones as digests.</summary>
internal static class EntryFields
{
    /// <param name="ledger">Which.</param>
    /// <param name="day">The day the entry is about.</param>
    /// <param name="values">By field, as the log keeps them.</param>
    /// <param name="written">When the entry was first written: its deadline counts from there.</param>
    public static EventFields Of(Ledger ledger, DateOnly day, IReadOnlyDictionary<string, string> values, Instant written)
    {
        var fields = new EventFields()
            .With(LedgerEntry.DayName, LedgerEntry.TextOf(day))
            .With(LedgerEntry.DueName, DueAt(ledger, values, written)?.ToString());
        foreach (var field in ledger.Fields.Where(field => values.ContainsKey(field.Code)))
        {
            var (name, value) = (LedgerEntry.FieldPrefix + field.Code, values[field.Code]);
            fields = field.Kind == LedgerFieldKind.PersonalText ? fields.WithPersonal(name, value) : fields.With(name, value);
        }

        return fields;
    }

    /// <summary>So long after it was written, or the end of the day a field names.</summary>
    private static Instant? DueAt(Ledger ledger, IReadOnlyDictionary<string, string> values, Instant written) =>
        ledger.Answer switch
        {
            { Within: { } within } => written + within,
            { DueField: { } field } => LedgerEntry.EndOf(LedgerEntry.DayOf(values[field])),
            _ => null,
        };
}
