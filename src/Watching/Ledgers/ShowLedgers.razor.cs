using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>All ledgers somebody writes, reads or has to answer, with what is late in each.</summary>
public sealed partial class ShowLedgers
{
    public const string Page = "/ledgers";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Line> Ledgers)
    {
        /// <param name="Code">In the address.</param>
        /// <param name="Clause">What demands it.</param>
        /// <param name="Name">What people call it.</param>
        /// <param name="About">What is written down.</param>
        /// <param name="Open">Entries somebody still has to do something about.</param>
        /// <param name="Overdue">Those past their day.</param>
        /// <param name="Owed">How many places owe an entry for this period; null when none does.</param>
        /// <param name="MayWrite">Whether the reader may add one.</param>
        public sealed record Line(string Code, string Clause, Words Name, Words About, int Open, int Overdue, Words? Owed, bool MayWrite);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get([AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        var lines = new List<View.Line>();
        foreach (var ledger in desk.Book.Ledgers.Values)
        {
            var rows = desk.Db.EntriesFor(desk.Me, ledger, desk.Tree);
            if (ledger.Sees(desk.Me) || await rows.AnyAsync(cancellation))
            {
                lines.Add(await LineOf(ledger, rows, desk, cancellation));
            }
        }

        return Answer.Page<ShowLedgers>(new View(lines));
    }

    private static async Task<View.Line> LineOf(Ledger ledger, IQueryable<EntryRow> rows, LedgerDesk desk, CancellationToken cancellation)
    {
        var open = ledger.HasEnd ? await rows.Open().CountAsync(cancellation) : 0;
        var overdue = ledger.HasEnd ? await rows.Overdue(desk.Db, desk.Reader.Now).CountAsync(cancellation) : 0;
        var owed = ledger.Every is null ? 0 : (await Owing.Places(ledger, desk, cancellation)).Count;
        return new View.Line(
            ledger.Code,
            ledger.Clause,
            ledger.Name,
            ledger.About,
            open,
            overdue,
            owed == 0 ? null : LedgerTexts.OwedCount(ledger.Every!.Value, owed),
            ledger.MayWrite(desk.Me)
        );
    }
}
