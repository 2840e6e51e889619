using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>The one place that decides which cases a person may open, list, count and find.</summary>
internal static class CaseScope
{
    /// <summary>The cases of the projects under the person's place; what has no project belongs to the whole group.</summary>
    public static IQueryable<CaseRow> CasesFor(this Db db, Me me)
    {
        ArgumentNullException.ThrowIfNull(me);
        var cases = db.Set<CaseRow>().AsNoTracking();
        return me.Projects switch
        {
            null => cases,
            [var only] => cases.Where(row => row.Project == only),
            { } projects => cases.Where(row => projects.Contains(row.Project)),
        };
    }
}
