using System.Globalization;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>The values of an entry as people read them.</summary>
internal sealed class FieldWords(LedgerDesk desk, StaffNames names, Dictionary<string, string> places)
{
    /// <param name="desk">Who reads.</param>
    /// <param name="people">Whose names are wanted.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public static async Task<FieldWords> Load(LedgerDesk desk, IEnumerable<string?> people, CancellationToken cancellation) =>
        new(desk, await StaffNames.Load(desk.Db, people.OfType<string>(), cancellation), await desk.PlaceNames(cancellation));

    /// <summary>Whose ids stand in some fields.</summary>
    public static IEnumerable<string?> PeopleIn(Ledger ledger, IReadOnlyDictionary<string, string> fields) =>
        ledger.Fields.Where(field => field.Kind == LedgerFieldKind.Staff).Select(field => fields.GetValueOrDefault(field.Code));

    public string Person(string id) => names.Of(id);

    public string Place(string id) => places.GetValueOrDefault(id, id);

    /// <param name="field">Which.</param>
    /// <param name="fields">The values as the log has them.</param>
    /// <param name="words">The clear text of a personal field; null when it was erased.</param>
    public Words Of(LedgerField field, IReadOnlyDictionary<string, string> fields, Func<string, string?> words)
    {
        if (!fields.TryGetValue(field.Code, out var value))
        {
            return Same("—");
        }

        return field.Kind switch
        {
            LedgerFieldKind.Text or LedgerFieldKind.Number or LedgerFieldKind.Score or LedgerFieldKind.Case or LedgerFieldKind.Date => Same(
                value
            ),
            LedgerFieldKind.PersonalText => words(field.Code) is { } text ? Same(text) : LedgerTexts.Erased,
            LedgerFieldKind.Time => Instant.TryParse(value, out var at) ? Same(Phrases.Exact(at)[..16]) : Same(value),
            LedgerFieldKind.Choice => field.Choices.GetValueOrDefault(value) ?? Same(value),
            LedgerFieldKind.Checklist => Joined(value.Split(',').Select(code => field.Choices.GetValueOrDefault(code) ?? Same(code))),
            LedgerFieldKind.Amount => Same(Phrases.Money(decimal.Parse(value, CultureInfo.InvariantCulture))),
            LedgerFieldKind.Staff => Same(names.Of(value)),
            LedgerFieldKind.Department => desk.Term("departments", value),
            LedgerFieldKind.Project => Same(Place(value)),
            LedgerFieldKind.Flag => value == "true" ? LedgerTexts.Yes : LedgerTexts.No,
        };
    }

    public static Words Same(string text) => new(text, text);

    private static Words Joined(IEnumerable<Words> words)
    {
        var all = words.ToList();
        return new Words(string.Join('、', all.Select(each => each.Zh)), string.Join(", ", all.Select(each => each.En)));
    }
}
