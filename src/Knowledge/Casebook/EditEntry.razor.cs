using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>Completes or mends an entry, by those who keep the casebook and may open its case.</summary>
public sealed partial class EditEntry
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/casebook/{id:long}/edit", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/casebook/{id:long}/edit", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    [Parameter, EditorRequired]
    public required EntryForm.View Model { get; set; }

    private static async Task<IResult> Get(long id, [AsParameters] Desk desk, CancellationToken cancellation) =>
        await desk.Open(id, cancellation) is not { } entry ? Results.NotFound()
        : !desk.MayKeep ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Answer.Page<EditEntry>(await desk.Form(entry, FieldFrame.Form.Nothing, cancellation));

    private static async Task<IResult> Post(long id, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (await desk.Open(id, cancellation) is not { } entry)
        {
            return Results.NotFound();
        }

        if (!desk.MayKeep)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var typed = new FieldFrame.Form(await http.Request.ReadFormAsync(cancellation));
        var form = await desk.Form(entry, typed, cancellation);
        var file = desk.Log.Load(desk.Reader.Me!, entry.CaseNumber);
        if (EntryInput.Read(typed, desk.Rules, form.Photos, file) is not { } input)
        {
            return Answer.Page<EditEntry>(form, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.Database.Writer.Write(session => CasebookDesk.Change(session, id, desk.Rules, input.Put), cancellation);
        return Answer.SeeOther($"{ShowEntry.Address(id)}?done=saved");
    }

    internal sealed record Desk(CaseLog Log, Db Db, Database Database, RuleLibrary Library, Reader Reader)
    {
        public CasebookRules Rules => Library.CasebookAt(Reader.Now);

        public bool MayKeep => Reader.Me!.MayKeep(Rules);

        /// <summary>Null where there is none, or its case is out of scope: the form shows the photos of the case.</summary>
        public async Task<CasebookEntry?> Open(long id, CancellationToken cancellation) =>
            await Db.Set<CasebookEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == id, cancellation) is { } found
            && Reader.Me!.Scope.Covers(found.Project)
                ? found
                : null;

        public async Task<EntryForm.View> Form(CasebookEntry entry, FieldFrame.Form typed, CancellationToken cancellation) =>
            new(
                ShowEntry.Address(entry.Id) + "/edit",
                ShowEntry.Address(entry.Id),
                Rules,
                typed,
                new EntryForm.View.Content(
                    entry.Title,
                    entry.Trade,
                    entry.Part,
                    entry.Cause,
                    entry.Prevention,
                    EntryInput.ForField(entry.CostFen),
                    entry.Photo
                )
            )
            {
                Photos = await Db.PhotosOf(Reader.Me!, entry.CaseNumber, cancellation),
            };
    }
}
