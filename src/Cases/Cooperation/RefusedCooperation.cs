using System.Globalization;
using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Cooperation;

/// <summary>
/// A refusal to cooperate (EG-4) as the list of them over all cases shows it. It is read from the log itself, where one index
/// holds the records by kind: there is no copy that could leave one out.
/// </summary>
internal sealed record RefusedCooperation(Instant At, long CaseId, int Seq, string Number)
{
    /// <summary>Its name in the rule book.</summary>
    public const string Record = "cooperation.refused";

    private const string Columns =
        "SELECT e.at, e.case_id, e.seq, c.number, c.project, p.name, c.unit, json_extract(e.data, '$.department'), t.text"
        + " FROM log_event e JOIN cases c ON c.case_id = e.case_id LEFT JOIN project p ON p.code = c.project"
        + " LEFT JOIN log_text t ON t.month = e.month AND t.case_id = e.case_id AND t.seq = e.seq"
        + " WHERE e.type = @type AND e.type >= 'record.' AND e.type < 'record/'";

    private const string Order = " ORDER BY e.at DESC, e.case_id DESC, e.seq DESC LIMIT @most";

    public string? Project { get; init; }
    public string? ProjectName { get; init; }
    public string? Unit { get; init; }
    public string? Department { get; init; }

    /// <summary>Null once erased.</summary>
    public string? Asked { get; init; }
    public string? Answer { get; init; }

    /// <summary>Where the page after this one begins.</summary>
    public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{At.Micros}.{CaseId}.{Seq}");

    /// <param name="Department">Of one department; null for all.</param>
    /// <param name="Month">Of one month; null for all.</param>
    /// <param name="After">The last one of the page before.</param>
    public sealed record Filter(string? Department, Month? Month, (long At, long CaseId, long Seq)? After)
    {
        /// <summary>What is not understood limits nothing.</summary>
        public static Filter Read(string? department, string? month, string? after) =>
            new(
                string.IsNullOrEmpty(department) ? null : department,
                Shouwen.Rules.Contract.Month.TryParse(month ?? "", out var asked) ? asked : null,
                after?.Split('.') is [var at, var id, var seq]
                && long.TryParse(at, CultureInfo.InvariantCulture, out var micros)
                && long.TryParse(id, CultureInfo.InvariantCulture, out var caseId)
                && long.TryParse(seq, CultureInfo.InvariantCulture, out var place)
                    ? (micros, caseId, place)
                    : null
            );
    }

    /// <summary>The newest first, of the projects the reader sees.</summary>
    public static IReadOnlyList<RefusedCooperation> Page(Session session, Filter filter, Scope scope, int most)
    {
        var sql = Columns;
        List<object?> values = [RecordRule.Prefix + Record];
        if (scope.Projects is { } projects)
        {
            sql += " AND c.project IN (SELECT value FROM json_each(@projects))";
            values.Add(JsonSerializer.Serialize(projects));
        }

        if (filter.Department is { } department)
        {
            sql += " AND json_extract(e.data, '$.department') = @department";
            values.Add(department);
        }

        if (filter.Month is { } month)
        {
            sql += " AND e.at >= @from AND e.at < @until";
            values.AddRange([Beginning(month), Beginning(month.After())]);
        }

        if (filter.After is var (at, caseId, seq))
        {
            sql += " AND (e.at, e.case_id, e.seq) < (@after_at, @after_case, @after_seq)";
            values.AddRange([at, caseId, seq]);
        }

        return session.Query(sql + Order, Read, [.. values, (long)most]);
    }

    private static long Beginning(Month month) => Instant.At(new DateOnly(month.Year, month.Number, 1), TimeOnly.MinValue).Micros;

    private static RefusedCooperation Read(Row row)
    {
        var words = row.TextOrNull(8) is { } text ? TextSeal.Open(text) : [];
        return new RefusedCooperation(Instant.FromMicros(row.Long(0)), row.Long(1), row.Int(2), row.Text(3))
        {
            Project = row.TextOrNull(4),
            ProjectName = row.TextOrNull(5),
            Unit = row.TextOrNull(6),
            Department = row.TextOrNull(7),
            Asked = words.GetValueOrDefault("asked"),
            Answer = words.GetValueOrDefault("answer"),
        };
    }
}
