using Shouwen.Platform.Files;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// A file that somebody sent, known by what is in it and never by its name, and rid of what it told about the place, the
/// device and the person. The orientation of a photo stays: without it the photo lies on its side.
/// </summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">What is kept.</param>
public sealed record SentFile(string Type, ReadOnlyMemory<byte> Bytes)
{
    public const int Largest = 20 * 1024 * 1024;
    public const string Pdf = "application/pdf";

    private static readonly Refusal Empty = new("file.empty", new Words("文件是空的", "the file is empty"));

    private static readonly Refusal Unknown = new(
        "file.unsupported",
        new Words("只接受 JPEG、PNG、WebP 图片和 PDF", "only JPEG, PNG and WebP images and PDF are taken")
    );

    private static readonly Refusal Heic = new(
        "file.heic",
        new Words(
            "不接受 HEIC 照片：请在手机上改存为 JPEG 再上传；用手机浏览器上传时会自动转换",
            "HEIC photos are not taken: save the photo as JPEG first; a phone's browser converts it when it uploads"
        )
    );

    private static readonly Refusal Damaged = new("file.damaged", new Words("文件不完整或已损坏", "the file is incomplete or damaged"));

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>The file as it is kept, or why it is not taken.</summary>
    public static SentFile? Read(ReadOnlySpan<byte> bytes, out Refusal? refusal)
    {
        refusal = null;
        if (bytes.StartsWith("%PDF-"u8))
        {
            return new SentFile(Pdf, bytes.ToArray());
        }

        var (type, clean) =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ("image/jpeg", Jpeg.Clean(bytes))
            : bytes.StartsWith(Png.Signature) ? ("image/png", Png.Clean(bytes))
            : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? ("image/webp", WebP.Clean(bytes))
            : ("", null);
        if (clean is not null)
        {
            return new SentFile(type, clean);
        }

        refusal =
            type.Length > 0 ? Damaged
            : bytes.IsEmpty ? Empty
            : IsHeic(bytes) ? Heic
            : Unknown;
        return null;
    }

    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12
        && bytes[4..8].SequenceEqual("ftyp"u8)
        && HeicBrands.Contains(System.Text.Encoding.Latin1.GetString(bytes[8..12]), StringComparer.Ordinal);
}
