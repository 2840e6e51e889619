using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>Exactly what the list shows at the same address, whole, with every field. Who took what is kept.</summary>
internal static class ExportLedger
{
    private const string Exported = "ledger.exported";
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ledgers/{ledger}/export.xlsx", Send).RequireAuthorization(Permissions.Desk);

    private static async Task Send(string ledger, HttpContext http, [AsParameters] LedgerDesk desk, AccessLog looks)
    {
        var cancellation = http.RequestAborted;
        var filter = EntryFilter.Read(http.Request.Query) with { Before = null };
        if (desk.Find(ledger) is not { } kind || !kind.Sees(desk.Me))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await looks.Note(desk.Me, Exported, filter.At(http.Request.Path), cancellation);
        var title = desk.Reader.Say(kind.Name);
        using var table = new XlsxWriter(http.Response.Body, title);
        Download.Begin(http.Response, table, desk.Reader, kind.Name, $"{desk.Reader.Now.Date:yyyy-MM-dd}.xlsx");
        await Write(table, filter, kind, desk, cancellation);
        await table.Finish(cancellation);
    }

    private static async Task Write(XlsxWriter table, EntryFilter filter, Ledger kind, LedgerDesk desk, CancellationToken cancellation)
    {
        var reader = desk.Reader;
        await table.Head(
            [
                reader.Say(LedgerTexts.Number),
                reader.Say(LedgerTexts.Day),
                reader.Say(LedgerTexts.Place),
                .. kind.Fields.Select(field => reader.Say(field.Name)),
                reader.Say(LedgerTexts.WrittenBy),
                reader.Say(LedgerTexts.Due),
                reader.Say(LedgerTexts.State),
            ],
            cancellation
        );
        var rows = await filter.Of(desk, kind).Take(MostRows).ToListAsync(cancellation);
        using var session = desk.Database.Read();
        foreach (var some in rows.Chunk(500))
        {
            var lines = some.Select(row => EntryLines.LineOf(desk, session, new CaseKey(row.Month, row.EntryId)))
                .OfType<EntryLines.Line>()
                .ToList();
            var people = lines.SelectMany(line => FieldWords.PeopleIn(kind, line.Entry.Fields).Append(line.Entry.By));
            var words = await FieldWords.Load(desk, people, cancellation);
            foreach (var line in lines)
            {
                await table.Row(Cells(line, kind, words, reader), cancellation);
            }
        }
    }

    private static IReadOnlyList<Cell> Cells(EntryLines.Line line, Ledger kind, FieldWords words, Reader reader) =>
        [
            Cell.Of((decimal)line.Entry.Key.CaseId),
            Cell.Of(LedgerEntry.TextOf(line.Entry.Day)),
            Cell.Of(words.Place(line.Entry.Place)),
            .. kind.Fields.Select(field => Cell.Of(reader.Say(words.Of(field, line.Entry.Fields, line.Word)))),
            Cell.Of(words.Person(line.Entry.By)),
            Cell.Of(line.Entry.DueAt),
            Cell.Of(reader.Say(LedgerTexts.StateOf(line.Entry, reader.Now))),
        ];
}
