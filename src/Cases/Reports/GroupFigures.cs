using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reports;

/// <summary>The figures of one group, from the exact durations of its cases.</summary>
internal sealed class GroupFigures
{
    private const double SecondsPerHour = 3600;

    private readonly List<long> durations = [];
    private long cases;
    private long closed;

    public void Add(Instant openedAt, Instant? closedAt, bool usable)
    {
        cases++;
        if (closedAt is not { } end)
        {
            return;
        }

        closed++;
        if (usable)
        {
            durations.Add(end.Seconds - openedAt.Seconds);
        }
    }

    public void Write(Utf8JsonWriter json, TimeSpan? limit)
    {
        json.WriteNumber("cases", cases);
        json.WriteNumber("open", cases - closed);
        json.WriteNumber("closed", closed);
        json.WriteNumber("durations", durations.Count);
        if (limit is { } longest)
        {
            json.WriteNumber("onTime", durations.Count(seconds => seconds <= longest.TotalSeconds));
        }

        if (durations.Count > 0)
        {
            durations.Sort();
            json.WriteNumber("medianHours", Median());
            json.WriteNumber("p90Hours", NearestRank90() / SecondsPerHour);
        }
    }

    private double Median()
    {
        var middle = durations.Count / 2;
        return durations.Count % 2 == 1
            ? durations[middle] / SecondsPerHour
            : (durations[middle - 1] + durations[middle]) / (2 * SecondsPerHour);
    }

    /// <summary>The value at ceil(0.9 n), counted from one; in whole numbers, because 0.9 is none in binary.</summary>
    private long NearestRank90() => durations[((9 * durations.Count) + 9) / 10 - 1];
}
