using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>Times, lengths and amounts as a person says them. The exact time stands beside each in its tooltip.</summary>
public static class Phrases
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>What is left of a limit: minutes within the hour, else the moment it ends.</summary>
    public static Words Remaining(Instant due, Instant now)
    {
        var left = due - now;
        if (left < TimeSpan.FromMinutes(1))
        {
            return new Words("还剩不到 1 分钟", "under 1 min left");
        }

        if (left < TimeSpan.FromHours(1))
        {
            return new Words($"还剩 {left.Minutes} 分钟", $"{left.Minutes} min left");
        }

        var moment = due.Date == now.Date || due.Date == now.Date.AddDays(1) ? Moment(due, now) : Date(due, now);
        return new Words($"{moment.Zh} 前", $"by {moment.En}");
    }

    /// <summary>How long a limit has been past, in the largest unit that is complete.</summary>
    public static Words Overdue(Instant due, Instant now)
    {
        if (now - due < TimeSpan.FromMinutes(1))
        {
            return new Words("已超期不到 1 分钟", "under 1 min late");
        }

        var late = Largest(now - due);
        return new Words($"已超期 {late.Zh}", $"{late.En} late");
    }

    /// <summary>"今天 12:00", "昨天 16:00", "10月8日 10:55", "2025年10月8日 10:55".</summary>
    public static Words Moment(Instant at, Instant now)
    {
        var time = Clock(at);
        return (at.Date.DayNumber - now.Date.DayNumber) switch
        {
            0 => new Words($"今天 {time}", $"today {time}"),
            -1 => new Words($"昨天 {time}", $"yesterday {time}"),
            1 => new Words($"明天 {time}", $"tomorrow {time}"),
            _ => new Words($"{Day(at, now).Zh} {time}", $"{Day(at, now).En} {time}"),
        };
    }

    /// <summary>"10月8日 周四 10:55": for limits that end on another day, where the weekday matters.</summary>
    public static Words Date(Instant at, Instant now)
    {
        var weekday = at.Date.DayOfWeek;
        return new Words(
            $"{Day(at, now).Zh} {Weekdays[(int)weekday]} {Clock(at)}",
            $"{weekday.ToString()[..3]} {Day(at, now).En} {Clock(at)}"
        );
    }

    /// <summary>"2026-10-08 10:55:00", for tooltips and print.</summary>
    public static string Exact(Instant at) => at.ToString()[..19].Replace('T', ' ');

    /// <summary>"2 天 3 小时", "1 小时 5 分钟", "13 分钟": the two largest units.</summary>
    public static Words Length(TimeSpan length)
    {
        if (length < TimeSpan.FromMinutes(1))
        {
            return new Words($"{length.Seconds} 秒", English(length.Seconds, "second"));
        }

        (int Amount, string Zh, string En)[] units =
        [
            (length.Days, "天", "day"),
            (length.Hours, "小时", "hour"),
            (length.Minutes, "分钟", "minute"),
        ];
        var first = Array.FindIndex(units, unit => unit.Amount > 0);
        var shown = units.Skip(first).Take(2).Where(unit => unit.Amount > 0).ToArray();
        return new Words(
            string.Join(' ', shown.Select(unit => $"{unit.Amount} {unit.Zh}")),
            string.Join(' ', shown.Select(unit => English(unit.Amount, unit.En)))
        );
    }

    /// <summary>A limit keeps the unit its clause uses: 60 minutes, not 1 hour; 24 hours, not 1 day.</summary>
    public static Words Limit(TimeSpan limit)
    {
        if (limit.TotalMinutes <= 90 && limit.Seconds == 0)
        {
            return new Words($"{limit.TotalMinutes:0} 分钟", English((int)limit.TotalMinutes, "minute"));
        }

        var wholeHours = limit is { Minutes: 0, Seconds: 0 } && limit.TotalDays <= 7;
        return wholeHours ? new Words($"{limit.TotalHours:0} 小时", English((int)limit.TotalHours, "hour")) : Length(limit);
    }

    public static string Money(decimal yuan) => (yuan < 0 ? "−¥" : "¥") + Math.Abs(yuan).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>"138****5678". Whoever may not see the number does not get more of it than this.</summary>
    public static string MaskedPhone(string phone)
    {
        var digits = phone.Trim();
        return digits.Length switch
        {
            >= 11 => $"{digits[..3]}****{digits[^4..]}",
            > 4 => $"****{digits[^4..]}",
            _ => "****",
        };
    }

    private static Words Largest(TimeSpan length) =>
        length < TimeSpan.FromHours(1) ? new Words($"{length.Minutes} 分钟", $"{length.Minutes} min")
        : length < TimeSpan.FromDays(1) ? new Words($"{length.Hours} 小时", English(length.Hours, "hour"))
        : new Words($"{length.Days} 天", English(length.Days, "day"));

    private static Words Day(Instant at, Instant now)
    {
        var date = at.Date;
        var zh = $"{date.Month}月{date.Day}日";
        var en = date.ToString("d MMM", CultureInfo.InvariantCulture);
        return date.Year == now.Date.Year ? new Words(zh, en) : new Words($"{date.Year}年{zh}", $"{en} {date.Year}");
    }

    private static string Clock(Instant at) => at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string English(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
