using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>How many cases somebody sees, without counting them one by one.</summary>
internal sealed class CaseFigures(Session session, IReadOnlyList<string>? projects)
{
    private const string OfProjects = " AND project IN (SELECT value FROM json_each(@projects))";
    private const string OpenSum = "SELECT sum(open) FROM case_count INDEXED BY ix_case_count_open WHERE open <> 0 AND whole = ";

    private const string ByDue = " INDEXED BY ix_cases_open_due";
    private const string ByProjectAndDue = " INDEXED BY ix_cases_project_open_due";

    private const string DueAnywhere =
        "SELECT count(*) FROM (SELECT 1 FROM cases"
        + ByDue
        + " WHERE closed_at IS NULL AND due_at >= @from AND due_at < @until LIMIT @most)";

    private const string DueInProjects =
        "SELECT count(*) FROM (SELECT 1 FROM cases"
        + ByProjectAndDue
        + " WHERE closed_at IS NULL"
        + OfProjects
        + " AND due_at >= @from AND due_at < @until LIMIT @most)";

    private readonly bool indexed = !session.IndexesArePostponed();
    private readonly string? scope = projects is null ? null : JsonSerializer.Serialize(projects);

    /// <summary>From the rollup; exact.</summary>
    public long Open() => (scope is null ? session.Number(OpenSum + "1") : session.Number(OpenSum + "0" + OfProjects, scope)) ?? 0;

    /// <summary>Open cases whose first clock ended before now.</summary>
    public BoundedCount Overdue(Instant now, int most) => Due(long.MinValue, now.Micros, most);

    /// <summary>Open cases whose first clock ends before midnight and has not ended yet.</summary>
    public BoundedCount DueToday(Instant now, int most) => Due(now.Micros, Instant.At(now.Date.AddDays(1), TimeOnly.MinValue).Micros, most);

    /// <summary>Which clock has run out changes without an event, so it is counted: along the index of what is open, and not beyond the bound.</summary>
    private BoundedCount Due(long from, long until, int most)
    {
        var counted = scope is null
            ? session.Number(Along(ByDue, DueAnywhere), from, until, most + 1)
            : session.Number(Along(ByProjectAndDue, DueInProjects), scope, from, until, most + 1);
        return new BoundedCount(Math.Min(counted ?? 0, most), counted > most);
    }

    /// <summary>The index is not there while the first import is under way.</summary>
    private string Along(string index, string sql) => indexed ? sql : sql.Replace(index, "", StringComparison.Ordinal);
}

/// <param name="Count">How many there are, or the bound.</param>
/// <param name="OrMore">There are more.</param>
internal readonly record struct BoundedCount(long Count, bool OrMore)
{
    public override string ToString() => OrMore ? $"{Count}+" : $"{Count}";
}
