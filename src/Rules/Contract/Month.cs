using System.Globalization;

namespace Shouwen.Rules.Contract;

/// <summary>A calendar month in Asia/Shanghai: the period of a statement.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary>Months counted from year 0: the partition key of the log.</summary>
    public int Index => (Year * 12) + Number - 1;

    public Instant Begins() => Instant.At(new DateOnly(Year, Number, 1), TimeOnly.MinValue);

    public Month Before() => FromIndex(Index - 1);

    public Month After() => FromIndex(Index + 1);

    public static Month FromIndex(int index) => new(index / 12, (index % 12) + 1);

    public static bool TryParse(string text, out Month month)
    {
        month = default;
        if (
            text.Length != 7
            || !DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        )
        {
            return false;
        }

        month = new Month(first.Year, first.Month);
        return true;
    }
}
