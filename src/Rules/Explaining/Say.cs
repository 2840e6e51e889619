using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Explaining;

/// <summary>Times, spans and money as people read them in a sentence.</summary>
internal static class Say
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static Words Time(Instant instant)
    {
        var time = instant.ToDateTimeOffset();
        var clock = time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", English);
        return new Words($"{time.Month}月{time.Day}日 {clock}", $"{time.ToString("d MMM", English)} {clock}");
    }

    public static Words TimeOfDay(TimeOnly time)
    {
        var text = time.ToString("HH:mm", English);
        return new Words(text, text);
    }

    public static Words Span(TimeSpan span)
    {
        var zh = new List<string>(4);
        var en = new List<string>(4);
        Part((int)span.TotalDays, "天", "day");
        Part(span.Hours, "小时", "hour");
        Part(span.Minutes, "分钟", "minute");
        Part(span.Seconds, "秒", "second");
        return zh.Count == 0 ? new Words("0 分钟", "0 minutes") : new Words(string.Join(' ', zh), string.Join(' ', en));

        void Part(int number, string unitZh, string unitEn)
        {
            if (number != 0)
            {
                zh.Add($"{number} {unitZh}");
                en.Add($"{number} {unitEn}{(number == 1 ? "" : "s")}");
            }
        }
    }

    /// <summary>A limit keeps the unit its clause uses: 60 minutes, not 1 hour; 72 hours, not 3 days.</summary>
    public static Words Limit(TimeSpan span)
    {
        if (span.TotalMinutes <= 90 && span.Seconds == 0)
        {
            return Count((int)span.TotalMinutes, "分钟", "minute");
        }

        return span.TotalHours <= 96 && span is { Minutes: 0, Seconds: 0 } ? Count((int)span.TotalHours, "小时", "hour") : Span(span);
    }

    public static Words Money(decimal yuan)
    {
        var text = yuan.ToString(yuan == decimal.Truncate(yuan) ? "#,0" : "#,0.00", English);
        return new Words($"{text} 元", $"¥{text}");
    }

    private static Words Count(int number, string zh, string en) => new($"{number} {zh}", $"{number} {en}{(number == 1 ? "" : "s")}");
}
