using System.Buffers.Binary;

namespace Shouwen.Platform.Files;

/// <summary>The one thing of a photo's Exif that is kept: which side is up. Everything else names places, times and devices.</summary>
internal static class Exif
{
    private const int Upright = 1;
    private const int OrientationTag = 0x0112;
    private const int ShortType = 3;
    private const int EntryLength = 12;

    /// <summary>An Exif block that holds the orientation of the given one and nothing else; null when it is upright or unknown.</summary>
    public static byte[]? OnlyOrientation(ReadOnlySpan<byte> tiff) =>
        Orientation(tiff) is > Upright and <= 8 and var orientation
            ?
            [
                .. "II*\0"u8,
                8,
                0,
                0,
                0,
                1,
                0,
                OrientationTag & 0xFF,
                OrientationTag >> 8,
                ShortType,
                0,
                1,
                0,
                0,
                0,
                (byte)orientation,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
            ]
            : null;

    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        var little = tiff.StartsWith("II*\0"u8);
        if ((!little && !tiff.StartsWith("MM\0*"u8)) || tiff.Length < 8)
        {
            return Upright;
        }

        var directory = Four(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var rest = tiff[(int)directory..];
        var entries = Two(rest, little);
        rest = rest[2..];
        for (var i = 0; i < entries && rest.Length >= EntryLength; i++, rest = rest[EntryLength..])
        {
            if (Two(rest, little) == OrientationTag && Two(rest[2..], little) == ShortType)
            {
                return Two(rest[8..], little);
            }
        }

        return Upright;
    }

    private static int Two(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Four(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
