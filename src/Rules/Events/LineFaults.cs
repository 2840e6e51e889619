using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Events;

/// <summary>What can be wrong with the keys of a line, in the sentence its sender reads.</summary>
internal static class LineFaults
{
    public static Malformed Unknown(string key) => new(Short(key), new Words($"不认识的键 {Short(key)}", $"unknown key {Short(key)}"));

    public static Malformed Repeated(string key) => new(Short(key), new Words($"重复的键 {Short(key)}", $"repeated key {Short(key)}"));

    public static Malformed Missing(string key) => new(key, new Words($"缺少 {key}", $"{key} is missing"));

    public static Malformed NotJson(JsonException problem)
    {
        var at = (problem.BytePositionInLine ?? 0) + 1;
        return new Malformed("", new Words($"不是有效的 JSON（第 {at} 字节）", $"malformed JSON at byte {at}"));
    }

    /// <summary>Foreign text in a message stays short and on one line.</summary>
    public static string Short(string text)
    {
        var shown = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
