using System.Buffers.Binary;
using System.IO.Compression;

namespace Shouwen.Platform.Files;

/// <summary>
/// Whether anything is drawn on a PNG as a canvas writes it: an empty sheet is no signature. Reads row by row and stops at the
/// first ink, so that a small file that claims to be a huge picture costs nothing.
/// </summary>
internal static class PngInk
{
    private const int LongestSide = 4096;

    /// <summary>Fewer dark points are a slip of the finger.</summary>
    private const int Enough = 20;
    private const int Dark = 128;

    /// <summary>Null when it cannot be read as such a picture.</summary>
    public static bool? IsThere(ReadOnlySpan<byte> png)
    {
        if (Header.Of(png) is not { } header)
        {
            return null;
        }

        try
        {
            using var data = new MemoryStream(Pixels(png));
            using var rows = new ZLibStream(data, CompressionMode.Decompress);
            return IsThere(rows, header);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static bool? IsThere(Stream rows, Header header)
    {
        var (above, row) = (new byte[header.RowLength], new byte[header.RowLength]);
        var ink = 0;
        for (var y = 0; y < header.Height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            if (filter is < 0 or > 4)
            {
                return null;
            }

            Unfilter(filter, row, above, header.Channels);
            for (var x = 0; x < row.Length && ink < Enough; x += header.Channels)
            {
                ink += IsInk(row.AsSpan(x, header.Channels)) ? 1 : 0;
            }

            (above, row) = (row, above);
        }

        return ink >= Enough;
    }

    private static bool IsInk(ReadOnlySpan<byte> pixel) =>
        pixel.Length switch
        {
            1 => pixel[0] < Dark,
            2 => pixel[0] < Dark && pixel[1] >= Dark,
            3 => pixel[0] < Dark && pixel[1] < Dark,
            _ => pixel[0] < Dark && pixel[1] < Dark && pixel[3] >= Dark,
        };

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < step ? 0 : row[i - step];
            int up = above[i];
            int corner = i < step ? 0 : above[i - step];
            row[i] += (byte)(
                filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                }
            );
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }

    /// <summary>The compressed rows; the chunks' lengths were checked when the file was cleaned.</summary>
    private static byte[] Pixels(ReadOnlySpan<byte> png)
    {
        using var all = new MemoryStream();
        var rest = png[Png.Signature.Length..];
        while (rest.Length >= 12)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (rest[4..8].SequenceEqual("IDAT"u8))
            {
                all.Write(rest.Slice(8, length));
            }

            rest = rest[(12 + length)..];
        }

        return all.ToArray();
    }

    /// <summary>Eight bits a channel, not interlaced: what every canvas writes.</summary>
    private sealed record Header(int Width, int Height, int Channels)
    {
        public int RowLength => Width * Channels;

        public static Header? Of(ReadOnlySpan<byte> png)
        {
            var head = png[(Png.Signature.Length + 8)..];
            if (head.Length < 13)
            {
                return null;
            }

            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
            var channels = head[9] switch
            {
                0 => 1,
                4 => 2,
                2 => 3,
                6 => 4,
                _ => 0,
            };
            var readable =
                head[8] == 8 && head[12] == 0 && channels > 0 && width is > 0 and <= LongestSide && height is > 0 and <= LongestSide;
            return readable ? new Header((int)width, (int)height, channels) : null;
        }
    }
}
