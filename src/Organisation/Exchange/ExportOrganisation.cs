using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Places;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Exchange;

/// <summary>The whole organisation as one workbook, in the form that the import reads.</summary>
internal static class ExportOrganisation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/organisation/export", Send).RequireAuthorization(Permissions.Administrator);

    private static async Task Send(HttpContext http, Db db, Reader reader, AccessLog log, CancellationToken cancellation)
    {
        await log.Note(reader.Me!, "organisation.exported", "", cancellation);
        using var table = new XlsxWriter(http.Response.Body, reader.Say(ExchangeTexts.Sheet(SheetKind.Places)));
        Download.Begin(http.Response, table, reader, ExchangeTexts.FileName, $"{FormInput.ForDate(reader.Now)}.xlsx");
        await table.Head(Head(SheetKind.Places), cancellation);
        await WritePlaces(table, db, reader, cancellation);
        await table.Next(reader.Say(ExchangeTexts.Sheet(SheetKind.Staff)), Head(SheetKind.Staff), cancellation);
        foreach (var staff in await db.Set<Staff>().AsNoTracking().OrderBy(each => each.Id).ToListAsync(cancellation))
        {
            await table.Row([Cell.Of(staff.Id), Cell.Of(staff.Name), Cell.Of(staff.Post), Cell.Of(staff.Phone)], cancellation);
        }

        await table.Next(reader.Say(ExchangeTexts.Sheet(SheetKind.Assignments)), Head(SheetKind.Assignments), cancellation);
        foreach (var each in await db.Set<Assignment>().AsNoTracking().OrderBy(each => each.Id).ToListAsync(cancellation))
        {
            await table.Row(Cells(each, reader), cancellation);
        }

        await table.Finish(cancellation);

        IReadOnlyList<string> Head(SheetKind kind) =>
            [.. OrganisationFile.ColumnsOf(kind).Select(column => reader.Say(ExchangeTexts.Column(column)))];
    }

    private static async Task WritePlaces(XlsxWriter table, Db db, Reader reader, CancellationToken cancellation)
    {
        var places = await db.Set<Place>().AsNoTracking().OrderBy(place => place.Id).ToListAsync(cancellation);
        var centres = await db.Set<ServiceCentre>()
            .AsNoTracking()
            .ToDictionaryAsync(centre => centre.Place, StringComparer.Ordinal, cancellation);
        foreach (var (place, _) in ShowOrganisation.InOrder(places))
        {
            var centre = centres.GetValueOrDefault(place.Id);
            await table.Row(
                [
                    Cell.Of(place.Id),
                    Cell.Of(place.Name),
                    Cell.Of(reader.Say(PlaceTexts.KindName(place.Kind))),
                    Cell.Of(place.ParentId),
                    Cell.Of(centre?.OpensAt),
                    Cell.Of(centre?.LastHandoverAt),
                ],
                cancellation
            );
        }
    }

    /// <summary>The beginning of records is written as an empty cell, as it is read.</summary>
    private static Cell[] Cells(Assignment assignment, Reader reader) =>
        [
            Cell.Of(assignment.StaffId),
            Cell.Of(reader.Say(PostTexts.Name(assignment.Post))),
            Cell.Of(assignment.Place),
            Cell.Of(assignment.Department),
            Cell.Of(assignment.From == Instant.Earliest ? (Instant?)null : assignment.From),
            Cell.Of(assignment.Until),
        ];
}
