using System.Buffers.Text;
using System.Text;
using Shouwen.Platform.Files;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>A signature drawn on the screen, as the form carries it: a data URL of a PNG, and nothing else.</summary>
public static class DrawnSignature
{
    /// <summary>A signature of many strokes on a large screen has some 60 KB.</summary>
    public const int Longest = 700_000;

    private const string Prefix = "data:image/png;base64,";

    private static readonly Refusal Unreadable = new(
        "signature.unreadable",
        new Words("签字图像无法读取，请清除后重新签字", "the signature cannot be read: please clear it and sign again")
    );

    private static readonly Refusal Blank = new(
        "signature.blank",
        new Words("签字区域是空白的，请签字", "the field is blank: please sign")
    );

    /// <summary>The PNG as it is kept, or why it is not taken.</summary>
    public static SentFile? Read(string dataUrl, out Refusal? refusal)
    {
        refusal = Unreadable;
        if (!MayBeOne(dataUrl) || Bytes(dataUrl) is not { } bytes || SentFile.Read(bytes, out _) is not { Type: "image/png" } picture)
        {
            return null;
        }

        var ink = PngInk.IsThere(picture.Bytes.Span);
        refusal = ink switch
        {
            null => Unreadable,
            false => Blank,
            true => null,
        };
        return refusal is null ? picture : null;
    }

    /// <summary>Whether the form may be given back what it sent: only what looks like our own drawing.</summary>
    public static bool MayBeOne(string dataUrl) =>
        dataUrl.Length is > 0 and <= Longest
        && dataUrl.StartsWith(Prefix, StringComparison.Ordinal)
        && Base64.IsValid(dataUrl.AsSpan(Prefix.Length));

    private static byte[]? Bytes(string dataUrl)
    {
        var text = Encoding.ASCII.GetBytes(dataUrl, Prefix.Length, dataUrl.Length - Prefix.Length);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done ? bytes[..written] : null;
    }
}
