using System.Globalization;

namespace Shouwen.Rules.Contract;

/// <summary>
/// A moment to the whole second, as every clause counts it. Fractions are cut off before anything is judged, so that
/// "exactly on time" has one meaning. Written in Asia/Shanghai, which has kept +08:00 without interruption since 1991.
/// </summary>
public readonly record struct Instant(long Seconds) : IComparable<Instant>
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const long SecondsPerDay = 86_400;

    /// <summary>1970-01-01 as a day number.</summary>
    private const int EpochDay = 719_162;

    /// <summary>The first and the last instant an event may carry.</summary>
    public static readonly Instant Earliest = At(new DateOnly(2000, 1, 1), TimeOnly.MinValue);
    public static readonly Instant Latest = At(new DateOnly(2099, 12, 31), new TimeOnly(23, 59, 59));

    public long Micros => Seconds * 1_000_000;

    public DateOnly Date => DateOnly.FromDayNumber(EpochDay + (int)Math.Floor((double)LocalSeconds / SecondsPerDay));

    public TimeOnly TimeOfDay => new(((LocalSeconds % SecondsPerDay) + SecondsPerDay) % SecondsPerDay * TimeSpan.TicksPerSecond);

    public Month Month => new(Date.Year, Date.Month);

    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(Seconds).ToOffset(Offset);

    public static Instant From(DateTimeOffset time) => new(time.ToUnixTimeSeconds());

    public static Instant FromMicros(long micros) => new((long)Math.Floor(micros / 1_000_000d));

    public static Instant At(DateOnly date, TimeOnly time) =>
        new(((date.DayNumber - EpochDay) * SecondsPerDay) + (time.Ticks / TimeSpan.TicksPerSecond) - (long)Offset.TotalSeconds);

    /// <summary>The first moment at or after this one that shows the given time of day.</summary>
    public Instant NextAt(TimeOnly time)
    {
        var today = At(Date, time);
        return today >= this ? today : At(Date.AddDays(1), time);
    }

    public static Instant Min(Instant a, Instant b) => a <= b ? a : b;

    public static Instant Max(Instant a, Instant b) => a >= b ? a : b;

    public int CompareTo(Instant other) => Seconds.CompareTo(other.Seconds);

    public static bool operator <(Instant a, Instant b) => a.Seconds < b.Seconds;

    public static bool operator >(Instant a, Instant b) => a.Seconds > b.Seconds;

    public static bool operator <=(Instant a, Instant b) => a.Seconds <= b.Seconds;

    public static bool operator >=(Instant a, Instant b) => a.Seconds >= b.Seconds;

    public static Instant operator +(Instant a, TimeSpan b) => new(a.Seconds + (b.Ticks / TimeSpan.TicksPerSecond));

    public static Instant operator -(Instant a, TimeSpan b) => new(a.Seconds - (b.Ticks / TimeSpan.TicksPerSecond));

    public static TimeSpan operator -(Instant a, Instant b) => TimeSpan.FromSeconds(a.Seconds - b.Seconds);

    /// <summary>The length of the text that <see cref="Format"/> writes.</summary>
    public const int TextLength = 25;

    public override string ToString() =>
        string.Create(
            TextLength,
            this,
            static (chars, instant) =>
            {
                Span<byte> bytes = stackalloc byte[TextLength];
                instant.Format(bytes);
                for (var i = 0; i < bytes.Length; i++)
                {
                    chars[i] = (char)bytes[i];
                }
            }
        );

    /// <summary>Writes "2026-10-08T09:00:00+08:00" as UTF-8.</summary>
    public void Format(Span<byte> utf8)
    {
        var date = Date;
        var second = (int)(((LocalSeconds % SecondsPerDay) + SecondsPerDay) % SecondsPerDay);
        "0000-00-00T00:00:00+08:00"u8.CopyTo(utf8);
        Digits(utf8[..4], date.Year);
        Digits(utf8[5..7], date.Month);
        Digits(utf8[8..10], date.Day);
        Digits(utf8[11..13], second / 3600);
        Digits(utf8[14..16], second / 60 % 60);
        Digits(utf8[17..19], second % 60);
    }

    public static bool TryParse(string text, out Instant instant) => TryParse(System.Text.Encoding.UTF8.GetBytes(text), out instant);

    public static Instant Parse(string text) =>
        TryParse(text, out var instant)
            ? instant
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"not a time: {text}"));

    /// <summary>
    /// Reads YYYY-MM-DDTHH:MM[:SS[.fraction]] with an offset (Z or ±HH:MM); the fraction is cut off. A time without an
    /// offset is refused: it would mean two different moments to two readers.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Instant instant)
    {
        instant = default;
        if (utf8.Length < 17 || utf8[4] != '-' || utf8[7] != '-' || utf8[10] is not ((byte)'T' or (byte)'t') || utf8[13] != ':')
        {
            return false;
        }

        if (
            !Two(utf8, 0, out var century)
            || !Two(utf8, 2, out var year)
            || !Two(utf8, 5, out var month)
            || !Two(utf8, 8, out var day)
            || !Two(utf8, 11, out var hour)
            || !Two(utf8, 14, out var minute)
            || (year += century * 100) < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
        )
        {
            return false;
        }

        var rest = utf8[16..];
        var second = 0;
        if (rest[0] == ':')
        {
            if (rest.Length < 4 || !Two(rest, 1, out second) || second > 59)
            {
                return false;
            }

            rest = rest[3..];
            if (rest[0] == '.')
            {
                var fraction = 1;
                while (fraction < rest.Length && rest[fraction] is >= (byte)'0' and <= (byte)'9')
                {
                    fraction++;
                }

                if (fraction == 1)
                {
                    return false;
                }

                rest = rest[fraction..];
            }
        }

        if (!TryOffset(rest, out var offsetSeconds))
        {
            return false;
        }

        var days = new DateOnly(year, month, day).DayNumber - EpochDay;
        instant = new Instant((days * SecondsPerDay) + (hour * 3600) + (minute * 60) + second - offsetSeconds);
        return true;
    }

    private long LocalSeconds => Seconds + (8 * 3600);

    private static bool TryOffset(ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            return text.Length == 1;
        }

        if (
            text.Length != 6
            || text[0] is not ((byte)'+' or (byte)'-')
            || text[3] != ':'
            || !Two(text, 1, out var hours)
            || !Two(text, 4, out var minutes)
            || hours > 23
            || minutes > 59
        )
        {
            return false;
        }

        seconds = ((hours * 3600) + (minutes * 60)) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <summary>A number of two digits.</summary>
    private static bool Two(ReadOnlySpan<byte> text, int at, out int value)
    {
        var tens = text[at] - '0';
        var ones = text[at + 1] - '0';
        value = (tens * 10) + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9;
    }

    private static void Digits(Span<byte> target, int value)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
