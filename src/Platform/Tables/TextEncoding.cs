using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Tables;

/// <summary>
/// Tells UTF-8 from GB18030 by reading the whole file strictly before a row of it is used, so that an error in the middle
/// is found while nothing has been stored.
/// </summary>
internal static class TextEncoding
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>So many characters read as UTF-8 before the first wrong byte are no accident: the file is damaged UTF-8.</summary>
    private const int Convincing = 20;

    public static readonly Encoding Gb18030 = StrictGb18030();

    public static Encoding Detect(string name, Func<Stream> open)
    {
        var utf8 = CheckUtf8(name, open);
        if (utf8.Wrong is not { } wrongUtf8)
        {
            return Utf8;
        }

        var where = Place(open, wrongUtf8);
        if (utf8.Marked || utf8.Characters >= Convincing)
        {
            throw new UnreadableFileException(new Words($"{name}：{where.Zh}不是 UTF-8", $"{name}: not UTF-8 at {where.En}"));
        }

        if (CheckGb18030(open) is not { } wrongGb)
        {
            return Gb18030;
        }

        var whereGb = Place(open, wrongGb);
        throw new UnreadableFileException(
            new Words(
                $"{name}：既不是 UTF-8（{where.Zh}），也不是 GB18030（{whereGb.Zh}）",
                $"{name}: neither UTF-8 ({where.En}) nor GB18030 ({whereGb.En})"
            )
        );
    }

    private static (long? Wrong, bool Marked, long Characters) CheckUtf8(string name, Func<Stream> open)
    {
        using var stream = open();
        var bytes = new byte[1 << 16];
        var chars = new char[1 << 16];
        var kept = 0;
        var position = 0L;
        var characters = 0L;
        var marked = false;
        while (true)
        {
            var read = stream.Read(bytes, kept, bytes.Length - kept);
            var available = bytes.AsSpan(0, kept + read);
            if (position == 0)
            {
                marked = available.StartsWith(Encoding.UTF8.Preamble);
            }

            if (available.Contains((byte)0))
            {
                throw new UnreadableFileException(new Words($"{name}：不是文本，含有零字节", $"{name}: not text, it contains NUL bytes"));
            }

            var status = System.Text.Unicode.Utf8.ToUtf16(
                available,
                chars,
                out var used,
                out var written,
                replaceInvalidSequences: false,
                isFinalBlock: read == 0
            );
            characters += written - CountAscii(chars.AsSpan(0, written));
            position += used;
            if (status == OperationStatus.InvalidData || (status == OperationStatus.NeedMoreData && read == 0))
            {
                return (position, marked, characters);
            }

            if (read == 0)
            {
                return (null, marked, characters);
            }

            available[used..].CopyTo(bytes);
            kept = available.Length - used;
        }
    }

    private static int CountAscii(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAnyInRange('\0', '\u007F') is var at and >= 0)
        {
            var run = text[at..].IndexOfAnyExceptInRange('\0', '\u007F');
            var length = run < 0 ? text.Length - at : run;
            count += length;
            text = text[(at + length)..];
        }

        return count;
    }

    /// <summary>The offset of the first byte that no GB18030 sequence explains.</summary>
    private static long? CheckGb18030(Func<Stream> open)
    {
        using var stream = new BufferedStream(open(), 1 << 16);
        for (var position = 0L; ; )
        {
            var lead = stream.ReadByte();
            if (lead < 0)
            {
                return null;
            }

            if (lead < 0x80)
            {
                position++;
                continue;
            }

            var second = stream.ReadByte();
            if (lead is 0x80 or 0xFF || second is < 0x30 or 0x7F or 0xFF or (> 0x39 and < 0x40))
            {
                return position;
            }

            if (second >= 0x40)
            {
                position += 2;
                continue;
            }

            var (third, fourth) = (stream.ReadByte(), stream.ReadByte());
            if (third is < 0x81 or 0xFF || fourth is < 0x30 or > 0x39 || !IsAssigned(lead, second, third, fourth))
            {
                return position;
            }

            position += 4;
        }
    }

    /// <summary>Four bytes count the basic plane from 81308130 to 8431A439 and the other planes from 90308130 to E3329A35.</summary>
    private static bool IsAssigned(int lead, int second, int third, int fourth)
    {
        var linear = (((((lead - 0x81) * 10) + second - 0x30) * 126 + third - 0x81) * 10) + fourth - 0x30;
        return linear is <= 39_419 or (>= 189_000 and <= 1_237_575);
    }

    private static Encoding StrictGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static Words Place(Func<Stream> open, long offset)
    {
        using var stream = new BufferedStream(open(), 1 << 16);
        var line = 1;
        var last = 0;
        for (var i = 0L; i < offset; i++)
        {
            var value = stream.ReadByte();
            line += value == '\n' && last != '\r' ? 1 : 0;
            line += value == '\r' ? 1 : 0;
            last = value;
        }

        return new Words($"第 {line} 行，第 {offset + 1} 字节", $"line {line}, byte {offset + 1}");
    }
}
