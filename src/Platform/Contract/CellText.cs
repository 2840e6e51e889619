using System.Buffers;

namespace Shouwen.Platform.Contract;

/// <summary>What cleaning a cell met.</summary>
[Flags]
public enum CellDirt : byte
{
    None = 0,

    /// <summary>The literal text "_x000D_", which a workbook writes for a carriage return: it became a line break.</summary>
    EscapedLineBreak = 1,

    /// <summary>U+FFFD: a character was lost before the file reached us. Kept.</summary>
    ReplacementCharacter = 2,

    /// <summary>Zero-width or private-use characters, which nobody sees or which only one font shows. Kept.</summary>
    InvisibleCharacter = 4,
}

/// <summary>The one way a cell becomes text (spec api.md, import).</summary>
public static class CellText
{
    private const string EscapedReturn = "_x000D_";

    private static readonly SearchValues<char> Spaces = SearchValues.Create("\u00A0\u2007\u202F\u3000");

    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        "\u00A0\u2007\u202F\u3000_\uFFFD\u200B\u200C\u200D\u2060\uFEFF"
            + new string([.. Enumerable.Range(0xE000, 0x1900).Select(c => (char)c)])
    );

    /// <summary>
    /// Trims; makes a space of every no-break or full-width space and a line break of every "_x000D_". Spaces inside stay,
    /// also double ones. A cell with nothing but blanks is null.
    /// </summary>
    public static string? Clean(string raw, ref CellDirt dirt)
    {
        if (!raw.AsSpan().ContainsAny(Unusual))
        {
            return Trimmed(raw);
        }

        var text = raw;
        if (text.Contains(EscapedReturn, StringComparison.Ordinal))
        {
            dirt |= CellDirt.EscapedLineBreak;
            text = text.Replace(EscapedReturn, "\n", StringComparison.Ordinal);
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            dirt |= CellDirt.ReplacementCharacter;
        }

        if (text.AsSpan().ContainsAny('\u200B', '\u200C', '\u200D') || text.AsSpan().ContainsAny('\u2060', '\uFEFF') || HasPrivateUse(text))
        {
            dirt |= CellDirt.InvisibleCharacter;
        }

        if (text.AsSpan().ContainsAny(Spaces))
        {
            text = string.Create(text.Length, text, static (target, source) => source.AsSpan().ReplaceAny(target, Spaces, ' '));
        }

        return Trimmed(text);
    }

    private static string? Trimmed(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    private static bool HasPrivateUse(string text) => text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF');
}
