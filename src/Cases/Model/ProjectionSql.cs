using Shouwen.Cases.Contract;
using Shouwen.Cases.Live;
using Shouwen.Cases.Rankings;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>All SQL over the projections. A projection is replaced by difference: what stays equal is not written again.</summary>
internal static class ProjectionSql
{
    public static readonly RowSql Cases = new("cases", 1, CaseRow.Columns);
    public static readonly RowSql Clocks = new("case_clock", 2, ClockRow.Columns);
    public static readonly RowSql Penalties = new("case_penalty", 2, PenaltyRow.Columns);

    public static readonly RowSql Indicators = new("case_indicator", 2, IndicatorRow.Columns);

    private const string AnyCase = "SELECT 1 FROM cases LIMIT 1";

    private const string FindBySource = "SELECT number, version, state FROM cases WHERE source = @source AND reference = @reference";

    private const string LastNumber = "SELECT last FROM case_number WHERE project = @project AND year = @year";

    private const string FirstNumber = "INSERT INTO case_number (project, year, last) VALUES (@project, @year, @last)";

    private const string NextNumber = "UPDATE case_number SET last = @last WHERE project = @project AND year = @year";

    private const string Tip = "SELECT position FROM log_tip WHERE id = 1";

    private const string Changed =
        "SELECT h.position, c.number, c.project FROM log_head h JOIN cases c ON c.case_id = h.case_id"
        + " WHERE h.position > @from AND h.position <= @tip ORDER BY h.position";

    private const string DueForSweep =
        "SELECT case_id, month, rules, changes_at, number FROM cases WHERE changes_at <= @as_of AND (changes_at > @after OR (changes_at = @after_again AND case_id > @after_case))"
        + " ORDER BY changes_at, case_id LIMIT @most";

    /// <summary>
    /// Before an archive comes into a database that has no case yet. Where there are cases, somebody reads them, and making
    /// the indexes again would cost the more the more there are.
    /// </summary>
    public static bool PostponeIndexes(WriteSession session)
    {
        if (Any(session))
        {
            return false;
        }

        session.PostponeIndexes("cases", "case_penalty");
        return true;
    }

    public static bool Any(Session session) => session.Number(AnyCase) is not null;

    /// <summary>
    /// The case a number leads to, the number of a merged one to the case it was merged into; null also when its project is out
    /// of scope: the policy of CaseScope, for one case.
    /// </summary>
    public static StoredCase? Find(Session session, string number, Scope scope) =>
        RelatedCase.Behind(session, number, scope) is { } found ? new StoredCase(found.Key, found.Rules, found.Number) : null;

    /// <summary>The case that has the number itself, merged or not.</summary>
    public static StoredCase? FindItself(Session session, string number, Scope scope) =>
        RelatedCase.Itself(session, number, scope) is { } found ? new StoredCase(found.Key, found.Rules, found.Number) : null;

    /// <summary>The case an imported row has become, if it has.</summary>
    public static CaseAnswer? Find(Session session, string source, string reference)
    {
        var found = session.Query(FindBySource, Already, source, reference);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Cases whose projection is out of date, oldest first, after the one given.</summary>
    public static List<(StoredCase Case, long ChangesAt)> OutOfDate(Session session, long asOf, long after, long afterCase, int most) =>
        session.Query(
            DueForSweep,
            row => (new StoredCase(new CaseKey(row.Int(1), row.Long(0)), row.Text(2), row.Text(4)), row.Long(3)),
            asOf,
            after,
            after,
            afterCase,
            most
        );

    public static long LogTip(Session session) => session.Number(Tip) ?? 0;

    public static List<CaseChange> ChangedBetween(Session session, long from, long tip) =>
        session.Query(Changed, row => new CaseChange(row.Long(0), row.Text(1), row.TextOrNull(2)), from, tip);

    public static long LastNumberOf(Session session, string project, int year) => session.Number(LastNumber, project, year) ?? 0;

    public static void KeepNumber(WriteSession session, string project, int year, long last)
    {
        if (session.Run(NextNumber, last, project, year) == 0)
        {
            session.Run(FirstNumber, project, year, last);
        }
    }

    public static void Insert(WriteSession session, Projection projection)
    {
        var row = projection.Case.Values();
        session.Run(Cases.Insert, row);
        var clocks = new object?[projection.Clocks.Count][];
        for (var i = 0; i < clocks.Length; i++)
        {
            clocks[i] = projection.Clocks[i].Values();
            session.Run(Clocks.Insert, clocks[i]);
        }

        CaseCounts.Of(session).Enter(row, clocks);

        foreach (var penalty in projection.Penalties)
        {
            session.Run(Penalties.Insert, penalty.Values());
        }

        foreach (var indicator in projection.Indicators)
        {
            session.Run(Indicators.Insert, indicator.Values());
        }
    }

    /// <summary>Returns how many rows had to be written.</summary>
    public static int Replace(WriteSession session, Projection projection)
    {
        var caseId = projection.Case.CaseId;
        var row = projection.Case.Values();
        List<object?[]> clocks = [.. projection.Clocks.Select(clock => clock.Values())];
        var counts = CaseCounts.Of(session);
        var written =
            Cases.Replace(session, caseId, [row], out var oldRows)
            + Clocks.Replace(session, caseId, clocks, out var oldClocks)
            + Penalties.Replace(session, caseId, [.. projection.Penalties.Select(penalty => penalty.Values())], out _)
            + Indicators.Replace(session, caseId, [.. projection.Indicators.Select(indicator => indicator.Values())], out _);
        foreach (var old in oldRows)
        {
            counts.Leave(old, oldClocks);
        }

        counts.Enter(row, clocks);
        return written;
    }

    private static CaseAnswer Already(Row row) =>
        new()
        {
            Number = row.Text(0),
            Version = row.Int(1),
            State = EnumCode.Parse<CaseStage>(row.Text(2)),
            AlreadyThere = true,
        };
}

internal readonly record struct StoredCase(CaseKey Key, string Rules, string Number);
