using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>What a project's service centre did in a month with the cases under the group's measures.</summary>
/// <param name="Registered">Cases registered in the month; a merged one counts with the case it was merged into.</param>
/// <param name="OnTheSpot">Of those, solved on the spot and not taken up again since.</param>
/// <param name="Due">Cycles whose handling limit fell into the month.</param>
/// <param name="Completed">Of those, finished by the end of the month, in time or late.</param>
public sealed record CentreResult(int Registered, int OnTheSpot, int Due, int Completed)
{
    private static readonly CentreResult Nothing = new(0, 0, 0, 0);

    private const string RegisteredIn =
        "SELECT project, count(*), sum(state = 'resolved') FROM ("
        + "SELECT project, state FROM cases WHERE opened_at >= @from AND opened_at < @until AND closed_at IS NULL"
        + " AND procedure = 'group' AND project IS NOT NULL"
        + " UNION ALL SELECT project, state FROM cases WHERE opened_at >= @begins AND opened_at < @ends AND closed_at IS NOT NULL"
        + " AND procedure = 'group' AND project IS NOT NULL AND merged_into IS NULL) GROUP BY project";

    private const string DueIn =
        "SELECT i.project, count(*), sum(i.value = 1 OR coalesce(k.stopped_at < @ends, 0)) FROM case_indicator i"
        + " JOIN cases c ON c.case_id = i.case_id LEFT JOIN case_clock k ON k.case_id = i.case_id AND k.ordinal = i.ordinal / 2"
        + " WHERE i.month = @month AND i.indicator = 'onTime' AND c.procedure = 'group' GROUP BY i.project";

    /// <summary>By project; one without a case is not there.</summary>
    public static IReadOnlyDictionary<string, CentreResult> Of(Session session, Month month)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (begins, ends) = (month.Begins().Micros, month.After().Begins().Micros);
        var found = new Dictionary<string, CentreResult>(StringComparer.Ordinal);
        foreach (var (project, all, some) in session.Query(RegisteredIn, Read, begins, ends, begins, ends))
        {
            found[project] = Nothing with { Registered = all, OnTheSpot = some };
        }

        foreach (var (project, all, some) in session.Query(DueIn, Read, ends, month.Index))
        {
            found[project] = found.GetValueOrDefault(project, Nothing) with { Due = all, Completed = some };
        }

        return found;
    }

    private static (string Project, int All, int Some) Read(Row row) => (row.Text(0), row.Int(1), row.Int(2));
}
