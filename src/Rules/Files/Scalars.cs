using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>How the single values of our files are written. Nothing is guessed: another spelling is another value.</summary>
internal static class Scalars
{
    /// <summary>A whole number and its unit: s, m, h or d.</summary>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !TryNumber(text[..^1], out var count))
        {
            return false;
        }

        long? seconds = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            _ => null,
        };
        if (seconds is not { } unit)
        {
            return false;
        }

        // A number of days may exceed what a TimeSpan holds; the longest one is refused as too long all the same.
        duration = Math.Abs(count * unit) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(count * unit) : TimeSpan.MaxValue;
        return true;
    }

    public static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public static bool TryMoney(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
        && decimal.Round(amount, 2) == amount;

    public static bool TryBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    public static bool TryTimeOfDay(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static bool TryWindow(string text, out TimeWindow window)
    {
        window = default;
        var parts = text.Split('-');
        if (parts.Length != 2 || !TryTimeOfDay(parts[0].Trim(), out var from) || !TryTimeOfDay(parts[1].Trim(), out var to) || from >= to)
        {
            return false;
        }

        window = new TimeWindow(from, to);
        return true;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>One date, or the first and the last of several: 2026-02-15..2026-02-23. A range spans a year at most.</summary>
    public static bool TryDates(string text, out IReadOnlyList<DateOnly> dates)
    {
        dates = [];
        var parts = text.Split("..");
        if (
            parts.Length > 2
            || !TryDate(parts[0].Trim(), out var first)
            || !TryDate(parts[^1].Trim(), out var last)
            || last < first
            || last.DayNumber - first.DayNumber > 366
        )
        {
            return false;
        }

        dates = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        return true;
    }

    /// <summary>2026-10-08 09:05 in China's time, with seconds where they matter.</summary>
    public static bool TryLocalTime(string text, out Instant instant)
    {
        string[] forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        var readable = DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        instant = readable ? Instant.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)) : default;
        return readable;
    }

    /// <summary>The word for an enum's member in our files: departmentHead for DepartmentHead.</summary>
    public static string Code<T>(T member)
        where T : struct, Enum
    {
        var name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
