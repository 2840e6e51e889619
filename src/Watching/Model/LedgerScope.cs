using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Watching.Model;

/// <summary>
/// The one place that decides which entries and decisions a person may open, list and count: what lies at or under a place
/// where the person holds a post, for the roles of the ledger; and what names the person.
/// </summary>
internal static class LedgerScope
{
    /// <summary>The places at or under those where somebody holds a post; null for the whole group.</summary>
    public static IReadOnlyList<string>? PlacesOf(this OrganisationTree tree, Me me) =>
        me.Projects is null ? null : [.. me.Places.SelectMany(tree.DownFrom).Distinct(StringComparer.Ordinal)];

    public static bool Sees(this Ledger ledger, Me me) => ledger.MaySee(me) || me.Is(Administrators.Role);

    public static IQueryable<EntryRow> EntriesFor(this Db db, Me me, Ledger ledger, OrganisationTree tree)
    {
        var rows = db.Set<EntryRow>().AsNoTracking().Where(row => row.Ledger == ledger.Code);
        if (!ledger.Sees(me))
        {
            return rows.Where(row =>
                row.Responsible == me.StaffId
                || db.Set<ActionRow>().Any(action => action.EntryId == row.EntryId && action.Responsible == me.StaffId)
            );
        }

        return tree.PlacesOf(me) is not { } places
            ? rows
            : rows.Where(row =>
                places.Contains(row.Place)
                || row.Responsible == me.StaffId
                || db.Set<ActionRow>().Any(action => action.EntryId == row.EntryId && action.Responsible == me.StaffId)
            );
    }

    public static IQueryable<DecisionRow> DecisionsFor(this Db db, Me me, IEnumerable<DecisionKind> kinds, OrganisationTree tree)
    {
        var seen = kinds.Where(kind => kind.MaySee(me) || me.Is(Administrators.Role)).Select(kind => kind.Code).ToList();
        var places = tree.PlacesOf(me);
        return db.Set<DecisionRow>()
            .AsNoTracking()
            .Where(row => row.State != DecisionState.Withdrawn)
            .Where(row => row.Subject == me.StaffId || (seen.Contains(row.Decision) && (places == null || places.Contains(row.Place))));
    }
}
