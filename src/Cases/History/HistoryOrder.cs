using Shouwen.Cases.Model;

namespace Shouwen.Cases.History;

internal static class HistoryOrder
{
    /// <summary>A home or a person seldom has more; who does is found by search.</summary>
    public const int Most = 100;

    /// <summary>What is still open first, the newest on top.</summary>
    public static IQueryable<CaseRow> OpenFirst(this IQueryable<CaseRow> cases) =>
        cases.OrderBy(row => row.ClosedAt != null).ThenByDescending(row => row.OpenedAt).ThenByDescending(row => row.CaseId).Take(Most);
}
