using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Replaying;

/// <summary>
/// Appends JSON as UTF-8. A replay of a large stream writes gigabytes of the same few shapes, so the fixed parts are
/// copied whole and times, the bulk of the rest, are written digit by digit; names of people and cases are escaped.
/// </summary>
internal sealed class JsonText(Stream output)
{
    private const int FlushAt = 1 << 16;
    private const int SecondsPerDay = 86_400;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-_/()|%#@*=!?~"
    );

    private readonly byte[] date = new byte[10];
    private byte[] buffer = new byte[2 * FlushAt];
    private int length;
    private long day = long.MinValue;

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        length += utf8.Length;
    }

    /// <summary>A quoted text.</summary>
    public void Text(string text)
    {
        Raw("\""u8);
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Raw(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        }
        else
        {
            length += Encoding.ASCII.GetBytes(text, Room(text.Length));
        }

        Raw("\""u8);
    }

    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        length += written;
    }

    /// <summary>1400.00 is written 1400: the scale of a decimal is no information.</summary>
    public void Number(decimal number)
    {
        Utf8Formatter.TryFormat(number / 1.0000000000000000000000000000m, Room(40), out var written);
        length += written;
    }

    /// <summary>A quoted instant. Neighbouring times mostly share their day, so its text is kept.</summary>
    public void Time(Instant instant)
    {
        var local = instant.Seconds + (long)Instant.Offset.TotalSeconds;
        var today = Math.DivRem(local, SecondsPerDay, out var second);
        if (second < 0)
        {
            (today, second) = (today - 1, second + SecondsPerDay);
        }

        if (today != day)
        {
            Span<byte> whole = stackalloc byte[Instant.TextLength];
            instant.Format(whole);
            whole[..10].CopyTo(date);
            day = today;
        }

        var target = Room(27);
        "\"0000-00-00T00:00:00+08:00\""u8.CopyTo(target);
        date.CopyTo(target[1..]);
        Two(target[12..], (int)second / 3600);
        Two(target[15..], (int)second / 60 % 60);
        Two(target[18..], (int)second % 60);
        length += 27;
    }

    public void FlushIfFull()
    {
        if (length > FlushAt)
        {
            Flush();
        }
    }

    public void Flush()
    {
        output.Write(buffer, 0, length);
        length = 0;
        output.Flush();
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - length < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }

        return buffer.AsSpan(length);
    }

    private static void Two(Span<byte> target, int value)
    {
        target[0] = (byte)('0' + (value / 10));
        target[1] = (byte)('0' + (value % 10));
    }
}
