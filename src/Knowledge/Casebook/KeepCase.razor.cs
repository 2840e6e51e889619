using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>SN-3: a closed case becomes an entry of the casebook. The form comes filled in, so that it is two clicks from the case.</summary>
public sealed partial class KeepCase
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/casebook", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/casebook", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Number, EntryForm.View Form);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    public static string Address(string number) => $"/cases/{Uri.EscapeDataString(number)}/casebook";

    private static async Task<IResult> Get(string number, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (desk.Log.Load(desk.Me, number) is not { } file)
        {
            return Results.NotFound();
        }

        if (desk.EntryOf(number) is { } entry)
        {
            return Answer.SeeOther(ShowEntry.Address(entry));
        }

        var (refusal, status) = desk.WhyNot(file);
        var view = await desk.Form(file, FieldFrame.Form.Nothing, cancellation);
        return Page(file, view with { Problem = refusal?.Sentence }, status);
    }

    private static async Task<IResult> Post(string number, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (desk.Log.Load(desk.Me, number) is not { } file)
        {
            return Results.NotFound();
        }

        var typed = new FieldFrame.Form(await http.Request.ReadFormAsync(cancellation));
        var view = await desk.Form(file, typed, cancellation);
        if (desk.WhyNot(file) is ({ } refusal, var status))
        {
            return Page(file, view with { Problem = refusal.Sentence }, status);
        }

        if (EntryInput.Read(typed, desk.Rules, view.Photos, file) is not { } input)
        {
            return Page(file, view, StatusCodes.Status422UnprocessableEntity);
        }

        var (entry, there) = await desk.Add(file, input, cancellation);
        return there is null
            ? Answer.SeeOther($"{ShowEntry.Address(entry)}?done=saved")
            : Page(file, view with { Problem = there.Sentence }, StatusCodes.Status409Conflict);
    }

    private static RazorComponentResult<KeepCase> Page(CaseFile file, EntryForm.View form, int status) =>
        Answer.Page<KeepCase>(new View(file.Number, form), status);

    internal sealed record Desk(CaseLog Log, Db Db, Database Database, RuleLibrary Library, Reader Reader)
    {
        public Me Me => Reader.Me!;

        public CasebookRules Rules => Library.CasebookAt(Reader.Now);

        public long? EntryOf(string number)
        {
            using var session = Database.Read();
            return session.Number(CasebookDesk.Of, number);
        }

        public (Refusal? Refusal, int Status) WhyNot(CaseFile file) =>
            !Me.MayKeep(Rules)
                ? (
                    Refusals.NotYours(Rules.Clause, CasebookTexts.DoingKeep, Library.RoleNames(Reader.Now, Rules.Keepers)),
                    StatusCodes.Status403Forbidden
                )
            : !file.History.State.Ended ? (Refusals.NotEnded, StatusCodes.Status409Conflict)
            : (null, StatusCodes.Status200OK);

        /// <summary>Filled in from what is known of the defect, never of the owner.</summary>
        public async Task<EntryForm.View> Form(CaseFile file, FieldFrame.Form typed, CancellationToken cancellation)
        {
            var photos = await Db.PhotosOf(Me, file.Number, cancellation);
            var category = Library.CategoriesAt(Reader.Now).FirstOrDefault(each => each.Code == file.Category).Name;
            return new EntryForm.View(
                Address(file.Number),
                $"/cases/{Uri.EscapeDataString(file.Number)}",
                Rules,
                typed,
                new EntryForm.View.Content(
                    category is null ? "" : Reader.Say(category),
                    null,
                    null,
                    "",
                    "",
                    "",
                    photos.Count == 0 ? null : photos[0].Id
                )
            )
            {
                Photos = photos,
            };
        }

        public Task<(long Id, Refusal? Refusal)> Add(CaseFile file, EntryInput input, CancellationToken cancellation) =>
            Database.Writer.Write(
                session =>
                {
                    var entry = new CasebookEntry
                    {
                        CaseNumber = file.Number,
                        Project = file.Project,
                        Title = input.Title,
                        Trade = input.Trade,
                        Part = input.Part,
                        By = Me.StaffId,
                        At = Reader.Now,
                    };
                    input.Put(entry);
                    var refusal = CasebookDesk.Add(session, entry, Rules);
                    return (entry.Id, refusal);
                },
                cancellation
            );
    }
}
