using System.Buffers;
using System.Buffers.Binary;

namespace Shouwen.Platform.Files;

/// <summary>
/// Copies a JPEG segment by segment and leaves out what is no picture: Exif, XMP, IPTC, maker notes, comments, and whatever
/// follows the end (a phone hides a second picture or a film there). Colour profiles stay.
/// </summary>
internal static class Jpeg
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    /// <summary>Null when the file breaks off or is no JPEG inside.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        var kept = new ArrayBufferWriter<byte>(jpeg.Length);
        kept.Write<byte>([0xFF, Start]);
        var position = 2;
        var scanned = false;
        while (NextMarker(jpeg, ref position) is { } marker)
        {
            if (marker == End)
            {
                kept.Write<byte>([0xFF, End]);
                return scanned ? kept.WrittenSpan.ToArray() : null;
            }

            if (position + 2 > jpeg.Length)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[position..]);
            if (length < 2 || position + length > jpeg.Length)
            {
                return null;
            }

            Copy(marker, jpeg.Slice(position, length), kept);
            position += length;
            if (marker == Scan)
            {
                scanned = true;
                CopyScan(jpeg, ref position, kept);
            }
        }

        return null;
    }

    private static void Copy(byte marker, ReadOnlySpan<byte> segment, ArrayBufferWriter<byte> kept)
    {
        if (marker == App1 && segment[2..].StartsWith(ExifMark))
        {
            if (Exif.OnlyOrientation(segment[(2 + ExifMark.Length)..]) is { } orientation)
            {
                kept.Write<byte>([0xFF, App1, 0, (byte)(2 + ExifMark.Length + orientation.Length)]);
                kept.Write(ExifMark);
                kept.Write(orientation);
            }
        }
        else if (BelongsToThePicture(marker, segment[2..]))
        {
            kept.Write<byte>([0xFF, marker]);
            kept.Write(segment);
        }
    }

    private static bool BelongsToThePicture(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            Comment => false,
            App0 => content.StartsWith("JFIF\0"u8),
            App2 => content.StartsWith("ICC_PROFILE\0"u8),
            App14 => content.StartsWith("Adobe"u8),
            >= App0 and <= App15 => false,
            _ => true,
        };

    /// <summary>The compressed picture runs until a marker that is neither a stuffed FF nor a restart.</summary>
    private static void CopyScan(ReadOnlySpan<byte> jpeg, ref int position, ArrayBufferWriter<byte> kept)
    {
        var begin = position;
        while (position + 1 < jpeg.Length)
        {
            var next = jpeg[position..^1].IndexOf((byte)0xFF);
            if (next < 0)
            {
                position = jpeg.Length;
                break;
            }

            position += next;
            if (jpeg[position + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                break;
            }

            position += 2;
        }

        kept.Write(jpeg[begin..position]);
    }

    /// <summary>The marker at this place; any number of FF may stand before it.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> jpeg, ref int position)
    {
        if (position >= jpeg.Length || jpeg[position] != 0xFF)
        {
            return null;
        }

        while (position < jpeg.Length && jpeg[position] == 0xFF)
        {
            position++;
        }

        return position < jpeg.Length ? jpeg[position++] : null;
    }
}
