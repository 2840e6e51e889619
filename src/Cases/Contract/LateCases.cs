using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Another case of the same customer and category.</summary>
/// <param name="Number">The case.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record Sibling(string Number, Instant OpenedAt);

/// <summary>
/// Cases under supervision orders that were ever late with their handling, for a module that follows the log: what has grown since it
/// looked last, and which of the late ones that may concern.
/// </summary>
public static class LateCases
{
    private const string Number = "SELECT number FROM cases WHERE case_id = @case_id";

    private const string Late =
        " AND c.procedure = 'group' AND c.merged_into IS NULL AND EXISTS (SELECT 1 FROM case_clock r WHERE r.case_id = c.case_id"
        + " AND r.clock = 'resolve' AND r.due_at < @now AND (r.stopped_at IS NULL OR r.stopped_at > r.due_at))";

    private const string ConcernedBy =
        "SELECT c.number FROM cases c WHERE c.case_id = @case_id"
        + Late
        + " UNION SELECT c.number FROM cases k JOIN cases c ON c.customer_id = k.customer_id AND c.category = k.category"
        + " WHERE k.case_id = @case_id AND k.customer_id IS NOT NULL"
        + Late;

    private const string OfOneCustomer =
        "SELECT o.number, o.opened_at FROM cases c JOIN cases o ON o.customer_id = c.customer_id AND o.category = c.category"
        + " WHERE c.number = @number AND c.customer_id IS NOT NULL AND o.case_id <> c.case_id AND o.merged_into IS NULL"
        + " ORDER BY o.opened_at, o.case_id";

    /// <summary>What has grown since a place in the log, each once, and the place that was read up to.</summary>
    public static (long Position, IReadOnlyList<CaseKey> Grown) After(Session session, long position, int most)
    {
        var heads = SearchSql.HeadsAfter(session, position, most);
        return (heads.Count == 0 ? position : heads[^1].Position, [.. heads.Select(head => head.Key).Distinct()]);
    }

    /// <summary>The number of a case; null for what lies in the log and is none.</summary>
    public static string? NumberOf(Session session, CaseKey key)
    {
        ArgumentNullException.ThrowIfNull(session);
        var found = session.Query(Number, row => row.Text(0), key.CaseId);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The late cases that a change of this one may concern: itself, and those of the same customer and category.</summary>
    public static IReadOnlyList<string> Concerned(Session session, CaseKey key, Instant now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Query(ConcernedBy, row => row.Text(0), key.CaseId, now.Micros);
    }

    /// <summary>In the order of opening.</summary>
    public static IReadOnlyList<Sibling> SiblingsOf(Session session, string number)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Query(OfOneCustomer, row => new Sibling(row.Text(0), Instant.FromMicros(row.Long(1))), number);
    }
}
