using System.Text.Json;
using Shouwen.Cases.Reports;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

public enum ReportKey : byte
{
    Category,
    Project,
    Channel,

    /// <summary>The month of opening.</summary>
    Month,
}

/// <summary>How long cases took, by what they have in common.</summary>
/// <param name="By">What makes a group, in the order of sorting; none: all cases are one.</param>
/// <param name="Limit">Within it a case is on time.</param>
/// <param name="From">The first day of opening.</param>
/// <param name="To">The first day of opening that does not count any more.</param>
public sealed record CaseReport(IReadOnlyList<ReportKey> By, TimeSpan? Limit = null, DateOnly? From = null, DateOnly? To = null)
{
    private const string OfPeriod =
        "SELECT category, project, channel, opened_at, closed_at, closing_time_usable FROM cases WHERE opened_at >= @from AND opened_at < @to";

    /// <summary>In two, because open and closed cases have an index over their opening each.</summary>
    private const string Cases = OfPeriod + " AND closed_at IS NULL UNION ALL " + OfPeriod + " AND closed_at IS NOT NULL";

    /// <summary>Writes a JSON array with one object for each group, sorted by the keys, null first.</summary>
    public void Write(ReadSession session, Utf8JsonWriter json)
    {
        var groups = new Dictionary<GroupKey, GroupFigures>();
        if (By.Count == 0)
        {
            groups.Add(new GroupKey([]), new GroupFigures());
        }

        foreach (var (key, opened, closed, usable) in session.Stream(Cases, Case, Start(From), Start(To ?? DateOnly.MaxValue)))
        {
            if (!groups.TryGetValue(key, out var figures))
            {
                figures = new GroupFigures();
                groups.Add(key, figures);
            }

            figures.Add(opened, closed, usable);
        }

        json.WriteStartArray();
        foreach (var (key, figures) in groups.OrderBy(group => group.Key))
        {
            json.WriteStartObject();
            for (var i = 0; i < By.Count; i++)
            {
                json.WriteString(NameOf(By[i]), key.Part(i));
            }

            figures.Write(json, Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string NameOf(ReportKey key) =>
        key switch
        {
            ReportKey.Category => "category",
            ReportKey.Project => "project",
            ReportKey.Channel => "channel",
            ReportKey.Month => "month",
        };

    private static long Start(DateOnly? day) => day is { } date ? Instant.At(date, TimeOnly.MinValue).Micros : long.MinValue;

    private (GroupKey Key, Instant Opened, Instant? Closed, bool Usable) Case(Row row)
    {
        var opened = Instant.FromMicros(row.Long(3));
        Instant? closed = row.IsNull(4) ? null : Instant.FromMicros(row.Long(4));
        return (KeyOf(row, opened), opened, closed, row.Long(5) != 0);
    }

    private GroupKey KeyOf(Row row, Instant opened)
    {
        var parts = new string?[By.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = By[i] switch
            {
                ReportKey.Category => row.TextOrNull(0),
                ReportKey.Project => row.TextOrNull(1),
                ReportKey.Channel => row.TextOrNull(2),
                ReportKey.Month => opened.Month.ToString(),
            };
        }

        return new GroupKey(parts);
    }
}
