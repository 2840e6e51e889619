using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>The day, week, month or quarter a day lies in: what a place owes an entry for.</summary>
internal static class Periods
{
    public static DateOnly StartOf(this Period period, DateOnly day) =>
        period switch
        {
            Period.Day => day,
            Period.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            Period.Month => new DateOnly(day.Year, day.Month, 1),
            Period.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        };
}
