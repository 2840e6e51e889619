using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A case that has not ended, as those see it who follow up many.</summary>
public sealed record UnfinishedCase
{
    public required long CaseId { get; init; }
    public required int Month { get; init; }
    public required string Number { get; init; }
    public required string Rules { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public string? Department { get; init; }
    public string? Accountable { get; init; }
    public required CaseNature Nature { get; init; }
    public required CaseStage State { get; init; }
    public required Instant OpenedAt { get; init; }

    /// <summary>The sort key: when its first clock ends.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>When it is to be resolved; null before the order and while an application is pending.</summary>
    public Instant? ResolveDueAt { get; init; }

    /// <summary>The progress entry of the last required time of day is missing (EG-26).</summary>
    public required bool ProgressIsMissing { get; init; }

    /// <summary>The visit of EG-22 is late.</summary>
    public required bool VisitIsLate { get; init; }

    /// <summary>The plan of EG-22 is late.</summary>
    public required bool PlanIsLate { get; init; }
}

/// <summary>Which unfinished cases are wanted.</summary>
public sealed record UnfinishedFilter
{
    /// <summary>No progress, or visit or plan late.</summary>
    public bool Slow { get; init; }

    /// <summary>To be resolved before this.</summary>
    public Instant? ResolveDueBefore { get; init; }

    /// <summary>To be resolved at this or later.</summary>
    public Instant? ResolveDueFrom { get; init; }

    /// <summary>Major, group or common.</summary>
    public bool Grave { get; init; }
    public Instant? OpenedBefore { get; init; }

    /// <summary>The responsible person.</summary>
    public string? Accountable { get; init; }
    public (Instant DueAt, long CaseId)? After { get; init; }
}

/// <summary>
/// The cases under supervision orders, which the group centre follows (EG-26, EG-30, EG-31): those of books of the group's
/// procedure. Walks what is open along the index of what is due, the clock that ended first on top. What is closed, nearly everything
/// after some years, is not in that index.
/// </summary>
public static class UnfinishedCases
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    private const string Columns =
        "SELECT c.case_id, c.number, c.rules, c.project, c.unit, c.lead_department, c.accountable, c.nature, c.state, c.opened_at, c.due_at, r.due_at,"
        + " EXISTS (SELECT 1 FROM case_clock p WHERE p.case_id = c.case_id AND p.clock = 'progress' AND p.stopped_at IS NULL"
        + " AND p.due_at > @since AND p.due_at < @now) AS progress,"
        + " EXISTS (SELECT 1 FROM case_clock v WHERE v.case_id = c.case_id AND v.clock = 'visit' AND v.cycle = c.cycle AND v.stopped_at IS NULL"
        + " AND v.ended_at IS NULL AND v.due_at < @now) AS visit,"
        + " EXISTS (SELECT 1 FROM case_clock v WHERE v.case_id = c.case_id AND v.clock = 'plan' AND v.cycle = c.cycle AND v.stopped_at IS NULL"
        + " AND v.ended_at IS NULL AND v.due_at < @now) AS plan, c.month";

    private const string From =
        " FROM cases c LEFT JOIN case_clock r ON r.case_id = c.case_id AND r.clock = 'resolve' AND r.cycle = c.cycle"
        + " AND r.stopped_at IS NULL AND r.ended_at IS NULL WHERE c.closed_at IS NULL AND c.procedure = 'group'";

    private const string LateClock = "(progress OR visit OR plan)";

    /// <param name="session">One picture.</param>
    /// <param name="scope">Whose cases.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="now">The moment.</param>
    /// <param name="most">How many at most.</param>
    public static List<UnfinishedCase> Find(Session session, Scope scope, UnfinishedFilter filter, Instant now, int most)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(filter);
        var (conditions, values) = Conditions(scope, filter);
        var sql = Columns + From + conditions + (filter.Slow ? $" AND {LateClock}" : "") + " ORDER BY c.due_at, c.case_id LIMIT @most";
        return session.Query(sql, Read, [(now - OneDay).Micros, now.Micros, .. values, (long)most]);
    }

    /// <summary>As many as there are, up to the bound.</summary>
    public static int Count(Session session, Scope scope, UnfinishedFilter filter, Instant now, int most)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(filter);
        var (conditions, values) = Conditions(scope, filter);
        if (filter.Slow)
        {
            var slow = $"SELECT count(*) FROM ({Columns}{From}{conditions} AND {LateClock} LIMIT @most)";
            return (int)(session.Number(slow, [(now - OneDay).Micros, now.Micros, .. values, (long)most]) ?? 0);
        }

        return (int)(session.Number($"SELECT count(*) FROM (SELECT 1{From}{conditions} LIMIT @most)", [.. values, (long)most]) ?? 0);
    }

    private static (string Sql, List<object?> Values) Conditions(Scope scope, UnfinishedFilter filter)
    {
        var sql = new System.Text.StringBuilder();
        var values = new List<object?>();
        void And(string condition, object? value)
        {
            sql.Append(" AND ").Append(condition);
            values.Add(value);
        }

        if (scope.Projects is { } projects)
        {
            And("c.project IN (SELECT value FROM json_each(@projects))", JsonSerializer.Serialize(projects));
        }

        if (filter.ResolveDueBefore is { } before)
        {
            // The first clock of a case ends no later than the one that resolves it: so far the index need be read.
            And("c.due_at < @due_before", before.Micros);
            And("r.due_at < @resolve_before", before.Micros);
        }

        if (filter.ResolveDueFrom is { } from)
        {
            And("r.due_at >= @resolve_from", from.Micros);
        }

        if (filter.OpenedBefore is { } opened)
        {
            And("c.opened_at < @opened_before", opened.Micros);
        }

        if (filter.Accountable is { } person)
        {
            And("c.accountable = @accountable", person);
        }

        if (filter.After is { } after)
        {
            And("(c.due_at, c.case_id) > (@after_due, @after_case)", after.DueAt.Micros);
            values.Add(after.CaseId);
        }

        if (filter.Grave)
        {
            sql.Append(" AND c.nature <> 'ordinary'");
        }

        return (sql.ToString(), values);
    }

    private static UnfinishedCase Read(Row row) =>
        new()
        {
            CaseId = row.Long(0),
            Month = row.Int(15),
            Number = row.Text(1),
            Rules = row.Text(2),
            Project = row.TextOrNull(3),
            Unit = row.TextOrNull(4),
            Department = row.TextOrNull(5),
            Accountable = row.TextOrNull(6),
            Nature = EnumCode.Parse<CaseNature>(row.Text(7)),
            State = EnumCode.Parse<CaseStage>(row.Text(8)),
            OpenedAt = Instant.FromMicros(row.Long(9)),
            DueAt = Instant.FromMicros(row.Long(10)),
            ResolveDueAt = row.IsNull(11) ? null : Instant.FromMicros(row.Long(11)),
            ProgressIsMissing = row.Int(12) == 1,
            VisitIsLate = row.Int(13) == 1,
            PlanIsLate = row.Int(14) == 1,
        };
}
