using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>The one place that decides which cases a person may open, list, count and find.</summary>
internal static class CaseScope
{
    /// <summary>Everybody who may sign in works for the group and sees its cases; a narrower scope narrows every list at once.</summary>
    public static IQueryable<CaseRow> CasesFor(this Db db, Me me)
    {
        ArgumentNullException.ThrowIfNull(me);
        return db.Set<CaseRow>().AsNoTracking();
    }
}
