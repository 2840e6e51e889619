using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>What can be wrong with the outer fields of a body; the data inside is read by the rules.</summary>
internal static class JsonFaults
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    public static readonly Malformed NotUtf8 = new("", new Words("不是有效的 UTF-8", "invalid UTF-8"));

    public static readonly Malformed NoObject = new("", new Words("不是 JSON 对象", "not a JSON object"));

    public static readonly Malformed Surrogate = new("", new Words("文本里有不成对的代理字符", "a text holds an unpaired surrogate"));

    public static Malformed NotJson(JsonException problem)
    {
        var line = (problem.LineNumber ?? 0) + 1;
        var at = (problem.BytePositionInLine ?? 0) + 1;
        return new Malformed("", new Words($"不是有效的 JSON（第 {line} 行第 {at} 字节）", $"malformed JSON at line {line}, byte {at}"));
    }

    public static Malformed Unknown(string field) =>
        new(Short(field), new Words($"不认识的字段 {Short(field)}", $"unknown field {Short(field)}"));

    public static Malformed Repeated(string field) => new(field, new Words($"重复的字段 {field}", $"repeated field {field}"));

    public static Malformed Missing(string field) => new(field, new Words($"缺少 {field}", $"{field} is missing"));

    /// <summary>A text that says something; null and blanks are as absent.</summary>
    public static Malformed? ReadText(ref Utf8JsonReader json, string field, int longest, out string? text)
    {
        text = null;
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (json.TokenType != JsonTokenType.String)
        {
            return new Malformed(field, new Words($"{field} 不是文本", $"{field} is not a text"));
        }

        var given = json.GetString()!.Trim();
        if (given.Length > longest || given.Any(char.IsControl))
        {
            return new Malformed(
                field,
                new Words($"{field} 是一行不超过 {longest} 个字符的文本", $"{field} is one line of at most {longest} characters")
            );
        }

        text = given.Length == 0 ? null : given;
        return null;
    }

    /// <summary>The rules name the fields of <c>data</c>; where the data is the body itself they have no prefix, and no name for the whole.</summary>
    public static Malformed WithoutData(Malformed wrong) =>
        new(wrong.Field == "data" ? "" : Cut(wrong.Field), new Words(Cut(wrong.Sentence.Zh), Cut(wrong.Sentence.En)));

    private static string Cut(string text) => text.Replace("data.", "", StringComparison.Ordinal);

    private static string Short(string text)
    {
        var shown = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
