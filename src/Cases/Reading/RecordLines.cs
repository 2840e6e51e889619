using System.Globalization;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>
/// What a record says: facts on one line, words on their own, a checklist as its sum with every item that failed. The words
/// are those of the book as it stood when it was recorded.
/// </summary>
internal sealed class RecordLines(RuleBook book, CaseRecord record, StaffNames names, Instant now)
{
    private readonly RecordRule? rule = book.At(record.At).Records.GetValueOrDefault(record.Name);

    public Words Title => rule?.Title ?? new Words(record.Name, record.Name);

    /// <summary>Everybody a record names.</summary>
    public static IEnumerable<string> Mentioned(RuleBook book, CaseRecord record) =>
        (book.At(record.At).Records.GetValueOrDefault(record.Name)?.Fields ?? [])
            .Where(field => field.Kind == RecordFieldKind.Staff)
            .Select(field => record.Text(field.Name))
            .Append(record.By)
            .OfType<string>();

    public IEnumerable<Words> All()
    {
        var facts = Filled(field => field.Kind is not (RecordFieldKind.Text or RecordFieldKind.Check)).Select(Fact).ToList();
        if (facts.Count > 0)
        {
            yield return Joined(facts, "，", ", ");
        }

        foreach (var line in Checklist())
        {
            yield return line;
        }

        foreach (var field in Filled(field => field.Kind == RecordFieldKind.Text))
        {
            var text = record.Text(field.Name)!;
            yield return new Words($"{field.Label.Zh}：{text}", $"{field.Label.En}: {text}");
        }

        if (record.Erased)
        {
            yield return CaseTexts.Erased;
        }
    }

    private IEnumerable<Words> Checklist()
    {
        var items = Filled(field => field.Kind == RecordFieldKind.Check)
            .ToLookup(field => record.Text(field.Name)!, StringComparer.Ordinal);
        if (items.Count == 0)
        {
            yield break;
        }

        yield return CaseTexts.Checked(
            items[RecordField.Yes].Count(),
            items[RecordField.No].Count(),
            items[RecordField.NotApplicable].Count()
        );
        if (items[RecordField.No].Any())
        {
            yield return CaseTexts.Failed(Joined(items[RecordField.No].Select(field => field.Label), "、", ", "));
        }
    }

    private IEnumerable<RecordField> Filled(Func<RecordField, bool> which) =>
        (rule?.Fields ?? [])
            .Where(which)
            .Where(field => record.Field(field.Name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null));

    private Words Fact(RecordField field)
    {
        var value = Value(field, record.Field(field.Name));
        return new Words($"{field.Label.Zh} {value.Zh}", $"{field.Label.En} {value.En}");
    }

    private Words Value(RecordField field, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => CaseTexts.Yes,
            JsonValueKind.False => CaseTexts.No,
            JsonValueKind.Number when field.Kind == RecordFieldKind.Amount => Same(Phrases.Money(value.GetDecimal())),
            JsonValueKind.Number => Same(value.GetDecimal().ToString("0.##", CultureInfo.InvariantCulture)),
            _ when field.Kind == RecordFieldKind.Time => Phrases.Moment(Instant.Parse(value.GetString()!), now),
            _ when field.Kind == RecordFieldKind.Staff => Same(names.Of(value.GetString()!)),
            _ => field.Choices.GetValueOrDefault(value.GetString()!) ?? Same(value.GetString()!),
        };

    private static Words Joined(IEnumerable<Words> parts, string zh, string en)
    {
        var all = parts.ToList();
        return new Words(string.Join(zh, all.Select(part => part.Zh)), string.Join(en, all.Select(part => part.En)));
    }

    private static Words Same(string text) => new(text, text);
}
