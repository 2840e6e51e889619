using System.Buffers;
using System.Buffers.Binary;

namespace Shouwen.Platform.Files;

/// <summary>Copies a WebP chunk by chunk: picture, transparency, animation and colour profile stay; Exif, XMP and unknown chunks do not.</summary>
internal static class WebP
{
    private const int Header = 12;
    private const int ChunkHeader = 8;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static readonly string[] Drawing = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static byte[]? Clean(ReadOnlySpan<byte> webp)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]);
        if (size < 4 || size > webp.Length - ChunkHeader)
        {
            return null;
        }

        var kept = new ArrayBufferWriter<byte>(webp.Length);
        kept.Write(webp[..Header]);
        var rest = webp[Header..(ChunkHeader + (int)size)];
        var pictures = 0;
        byte[]? orientation = null;
        while (rest.Length >= ChunkHeader)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - ChunkHeader)
            {
                return null;
            }

            var padded = Math.Min(rest.Length, ChunkHeader + (int)length + (int)(length & 1));
            var type = System.Text.Encoding.Latin1.GetString(rest[..4]);
            orientation ??= type == "EXIF" ? Exif.OnlyOrientation(Tiff(rest.Slice(ChunkHeader, (int)length))) : null;
            if (Drawing.Contains(type, StringComparer.Ordinal))
            {
                kept.Write(rest[..padded]);
                pictures += type is "VP8 " or "VP8L" or "ANMF" ? 1 : 0;
            }

            rest = rest[padded..];
        }

        return pictures == 0 ? null : Finished(kept, orientation);
    }

    /// <summary>Some writers put the JPEG's mark before the block.</summary>
    private static ReadOnlySpan<byte> Tiff(ReadOnlySpan<byte> exif) => exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    private static byte[] Finished(ArrayBufferWriter<byte> kept, byte[]? orientation)
    {
        var extended = kept.WrittenSpan[Header..].StartsWith("VP8X"u8);
        var turned = extended && orientation is not null;
        if (turned)
        {
            kept.Write("EXIF"u8);
            kept.Write<byte>([(byte)orientation!.Length, 0, 0, 0]);
            kept.Write(orientation);
        }

        var file = kept.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - ChunkHeader);
        if (extended)
        {
            file[Header + ChunkHeader] &= unchecked((byte)~(HasExif | HasXmp));
            file[Header + ChunkHeader] |= turned ? HasExif : (byte)0;
        }

        return file;
    }
}
