using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
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
    private const int DateLength = 10;
    private const int KeptDays = 512;
    private const int KeptTexts = 1024;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-_/()|%#@*=!?~"
    );

    /// <summary>Dates by day number: a day, the one before and the months around them come back all the time.</summary>
    private readonly byte[] dates = new byte[KeptDays * DateLength];
    private readonly long[] days = new long[KeptDays];
    private readonly string?[] texts = new string?[KeptTexts];
    private readonly byte[][] quoted = new byte[KeptTexts][];
    private byte[] buffer = new byte[2 * FlushAt];
    private int length;

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        length += utf8.Length;
    }

    /// <summary>
    /// A quoted text that comes back all the time: a code, a clause, a person. Found again by being the same object, it
    /// is neither looked through nor encoded twice.
    /// </summary>
    public void KnownText(string text)
    {
        var slot = RuntimeHelpers.GetHashCode(text) & (KeptTexts - 1);
        if (ReferenceEquals(texts[slot], text))
        {
            Raw(quoted[slot]);
            return;
        }

        var from = length;
        Text(text);
        (texts[slot], quoted[slot]) = (text, buffer[from..length]);
    }

    /// <summary>A quoted text.</summary>
    public void Text(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Raw("\""u8);
            Raw(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            Raw("\""u8);
            return;
        }

        var room = Room(text.Length + 2);
        room[0] = (byte)'"';
        Encoding.ASCII.GetBytes(text, room[1..]);
        room[text.Length + 1] = (byte)'"';
        length += text.Length + 2;
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

    /// <summary>A quoted month.</summary>
    public void Month(Month month)
    {
        var target = Room(9);
        "\"0000-00\""u8.CopyTo(target);
        Two(target[1..], month.Year / 100);
        Two(target[3..], month.Year % 100);
        Two(target[6..], month.Number);
        length += 9;
    }

    /// <summary>A quoted instant.</summary>
    public void Time(Instant instant)
    {
        var local = instant.Seconds + (long)Instant.Offset.TotalSeconds;
        var today = Math.DivRem(local, SecondsPerDay, out var second);
        if (second < 0)
        {
            (today, second) = (today - 1, second + SecondsPerDay);
        }

        var kept = (int)(today & (KeptDays - 1));
        var date = dates.AsSpan(kept * DateLength, DateLength);
        if (days[kept] != today || date[0] == 0)
        {
            Span<byte> whole = stackalloc byte[Instant.TextLength];
            instant.Format(whole);
            whole[..DateLength].CopyTo(date);
            days[kept] = today;
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
