using System.Buffers;
using System.Buffers.Binary;

namespace Shouwen.Platform.Files;

/// <summary>Copies a PNG chunk by chunk: what draws the picture stays; texts, times, Exif and unknown chunks do not.</summary>
internal static class Png
{
    private const int Frame = 12;

    private static readonly string[] Drawing =
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "cHRM",
        "gAMA",
        "iCCP",
        "sBIT",
        "sRGB",
        "cICP",
        "bKGD",
        "hIST",
        "pHYs",
        "sPLT",
        "acTL",
        "fcTL",
        "fdAT",
    ];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[]? Clean(ReadOnlySpan<byte> png)
    {
        var kept = new ArrayBufferWriter<byte>(png.Length);
        kept.Write(Signature);
        var rest = png[Signature.Length..];
        var first = true;
        while (rest.Length >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
            {
                return null;
            }

            var chunk = rest[..(Frame + (int)length)];
            var type = chunk[4..8];
            if (first && !type.SequenceEqual("IHDR"u8))
            {
                return null;
            }

            first = false;
            Copy(chunk, type, kept);
            if (type.SequenceEqual("IEND"u8))
            {
                return kept.WrittenSpan.ToArray();
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static void Copy(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> type, ArrayBufferWriter<byte> kept)
    {
        if (type.SequenceEqual("eXIf"u8) && Exif.OnlyOrientation(chunk[8..^4]) is { } orientation)
        {
            Write("eXIf"u8, orientation, kept);
        }
        else if (Drawing.Contains(System.Text.Encoding.Latin1.GetString(type), StringComparer.Ordinal))
        {
            kept.Write(chunk);
        }
    }

    private static void Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content, ArrayBufferWriter<byte> kept)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        kept.Write(number);
        kept.Write(type);
        kept.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum([.. type, .. content]));
        kept.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it: a viewer drops a chunk whose checksum is wrong.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }
        }

        return ~crc;
    }
}
