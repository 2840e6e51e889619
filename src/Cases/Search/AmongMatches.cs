using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;

namespace Shouwen.Cases.Search;

internal static class AmongMatches
{
    /// <summary>Only the cases found by text, looked up by id; every other condition and order may follow.</summary>
    public static IQueryable<CaseRow> Among(this IQueryable<CaseRow> cases, CaseMatches matches)
    {
        var ids = matches.Ids;
        return cases.Where(row => ids.Contains(row.CaseId));
    }
}
