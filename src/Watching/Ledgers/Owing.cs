using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>
/// The places in the reader's scope that have written nothing into a regular ledger in this day, week, month or quarter:
/// a log that is not kept shows.
/// </summary>
internal static class Owing
{
    public static async Task<List<Place>> Places(Ledger ledger, LedgerDesk desk, CancellationToken cancellation)
    {
        if (ledger.Every is not { } period || !ledger.Sees(desk.Me))
        {
            return [];
        }

        var from = EntrySql.StartOf(period.StartOf(desk.Reader.Now.Date));
        var written = await desk
            .Db.Set<EntryRow>()
            .Where(row => row.Ledger == ledger.Code && row.Day >= from)
            .Select(row => row.Place)
            .Distinct()
            .ToListAsync(cancellation);
        var places = await desk.PlacesFor(ledger, cancellation);
        return [.. places.Where(place => !written.Contains(place.Id, StringComparer.Ordinal))];
    }
}
