using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What a list of entries is limited to, as it stands in the address; what is not understood limits nothing.</summary>
internal sealed record EntryFilter(EntryFilter.States State, string? Place, long? Before)
{
    internal enum States
    {
        All,
        Open,
        Overdue,
    }

    public static EntryFilter Read(IQueryCollection query) =>
        new(
            query["state"].ToString() switch
            {
                "open" => States.Open,
                "overdue" => States.Overdue,
                _ => States.All,
            },
            query["place"].ToString() is { Length: > 0 } place ? place : null,
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null
        );

    /// <summary>Newest first.</summary>
    public IQueryable<EntryRow> Of(LedgerDesk desk, Ledger ledger)
    {
        var rows = desk.Db.EntriesFor(desk.Me, ledger, desk.Tree);
        rows = State switch
        {
            States.All => rows,
            States.Open => rows.Open(),
            States.Overdue => rows.Overdue(desk.Db, desk.Reader.Now),
        };
        rows = Place is null ? rows : rows.Where(row => row.Place == Place);
        return (Before is null ? rows : rows.Where(row => row.EntryId < Before)).OrderByDescending(row => row.EntryId);
    }

    public string At(string path) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["state"] = State == States.All ? null : State.ToString().ToLowerInvariant(),
                ["place"] = Place,
                ["before"] = Before?.ToString(CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );
}
