using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Events;

namespace Shouwen.Rules.Contract;

/// <summary>One filled field; <paramref name="Value"/> is as it stands in JSON.</summary>
public readonly record struct RecordValue(RecordField Field, JsonElement Value);

/// <summary>What was filled in, in the order of the book: only made when every field is sound.</summary>
public sealed record RecordData(RecordRule Rule, IReadOnlyList<RecordValue> Values)
{
    private const decimal LargestAmount = 1_000_000_000_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 4 };

    /// <summary>
    /// Reads a JSON object: null is as absent, blanks are as nothing, unknown and repeated fields are refused. Everything
    /// that is wrong is told at once, field by field; an empty field name means the whole.
    /// </summary>
    public static IReadOnlyList<Malformed> Read(RecordRule rule, ReadOnlyMemory<byte> json, out RecordData? data)
    {
        data = null;
        if (!Utf8.IsValid(json.Span))
        {
            return [new Malformed("", new Words("不是有效的 UTF-8", "invalid UTF-8"))];
        }

        try
        {
            using var document = JsonDocument.Parse(json.IsEmpty ? "{}"u8.ToArray() : json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(rule, document.RootElement, out data)
                : [new Malformed("", new Words("不是 JSON 对象", "not a JSON object"))];
        }
        catch (JsonException problem)
        {
            return [LineFaults.NotJson(problem)];
        }
        catch (InvalidOperationException)
        {
            return [new Malformed("", new Words("文本里有不成对的代理字符", "a text holds an unpaired surrogate"))];
        }
    }

    private static List<Malformed> Read(RecordRule rule, JsonElement root, out RecordData? data)
    {
        var wrong = new List<Malformed>();
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (rule.Find(property.Name) is null)
            {
                wrong.Add(LineFaults.Unknown(property.Name));
            }
            else if (!given.TryAdd(property.Name, property.Value.Clone()))
            {
                wrong.Add(LineFaults.Repeated(property.Name));
            }
        }

        var values = new List<RecordValue>();
        foreach (var field in rule.Fields)
        {
            var value = given.GetValueOrDefault(field.Name);
            if (IsAbsent(value))
            {
                wrong.AddRange(field.Required ? [new Malformed(field.Name, Missing(field))] : []);
            }
            else if (WhyNot(field, value) is { } sentence)
            {
                wrong.Add(new Malformed(field.Name, sentence));
            }
            else
            {
                values.Add(new RecordValue(field, value));
            }
        }

        data = wrong.Count == 0 ? new RecordData(rule, values) : null;
        return wrong;
    }

    private static bool IsAbsent(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static Words? WhyNot(RecordField field, JsonElement value) =>
        field.Kind switch
        {
            RecordFieldKind.Text => IsText(value, RecordField.LongestText) ? null : TooLong(field, RecordField.LongestText),
            RecordFieldKind.Name or RecordFieldKind.Staff => IsLine(value) ? null : TooLong(field, RecordField.LongestName),
            RecordFieldKind.Time => IsTime(value)
                ? null
                : Say(
                    field,
                    "应是带时区的时间（例如 2026-10-08T09:00:00+08:00）",
                    "must be a time with an offset (like 2026-10-08T09:00:00+08:00)"
                ),
            RecordFieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? null
                : Say(field, "应是 true 或 false", "must be true or false"),
            RecordFieldKind.Score => IsScore(value)
                ? null
                : Say(
                    field,
                    $"应是 1 至 {RecordField.HighestScore} 的整数",
                    $"must be a whole number from 1 to {RecordField.HighestScore}"
                ),
            RecordFieldKind.Amount => IsAmount(value)
                ? null
                : Say(field, "应是不小于 0 的金额，最多两位小数", "must be an amount that is not negative, with at most two decimals"),
            RecordFieldKind.Department or RecordFieldKind.Check or RecordFieldKind.Choice => IsChoice(field, value)
                ? null
                : NoChoice(field),
        };

    private static bool IsText(JsonElement value, int longest) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.EnumerateRunes().Count() <= longest;

    private static bool IsLine(JsonElement value) => IsText(value, RecordField.LongestName) && !value.GetString()!.Any(char.IsControl);

    private static bool IsTime(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && Instant.TryParse(value.GetString()!, out var at)
        && at >= Instant.Earliest
        && at <= Instant.Latest;

    private static bool IsScore(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var score)
        && score is >= 1 and <= RecordField.HighestScore
        && decimal.IsInteger(score);

    private static bool IsAmount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var yuan)
        && yuan is >= 0 and < LargestAmount
        && decimal.Round(yuan, 2) == yuan;

    private static bool IsChoice(RecordField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && field.Choices.ContainsKey(value.GetString()!);

    private static Words Missing(RecordField field) => new($"请填写{field.Label.Zh}", $"please fill in: {field.Label.En}");

    private static Words TooLong(RecordField field, int longest) =>
        Say(
            field,
            longest == RecordField.LongestText ? $"应是最多 {longest} 个字的文字" : $"应是一行最多 {longest} 个字的文字",
            longest == RecordField.LongestText
                ? $"must be a text of at most {longest} characters"
                : $"must be one line of at most {longest} characters"
        );

    private static Words NoChoice(RecordField field)
    {
        var codes = string.Join(" | ", field.Choices.Keys);
        return Say(field, $"只能是 {codes}", $"must be one of {codes}");
    }

    private static Words Say(RecordField field, string zh, string en) => new(field.Label.Zh + zh, $"{field.Label.En} {en}");
}
