using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>Questions about entries that several pages ask.</summary>
internal static class EntryQueries
{
    public static IQueryable<EntryRow> Open(this IQueryable<EntryRow> rows) =>
        rows.Where(row => row.State == EntryState.Open || row.State == EntryState.Answered);

    /// <summary>The answer is late, or an agreed action is.</summary>
    public static IQueryable<EntryRow> Overdue(this IQueryable<EntryRow> rows, Db db, Instant now) =>
        rows.Open()
            .Where(row =>
                (row.State == EntryState.Open && row.DueAt < now)
                || db.Set<ActionRow>().Any(action => action.EntryId == row.EntryId && action.DoneAt == null && action.DueAt < now)
            );
}
