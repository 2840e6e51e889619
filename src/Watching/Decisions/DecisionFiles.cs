using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

/// <summary>
/// The documents of a decision: seen by whoever sees it, added by who decides or proposes such ones, before and after it is taken. The
/// person concerned adds none.
/// </summary>
internal static class DecisionFiles
{
    private const string Erased = "decision.erased";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/decisions/{decision:long}/files", Post).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();
        routes.MapGet("/decisions/{decision:long}/files/{file}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/decisions/{decision:long}/erasure", Erase).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public static async Task<FileShelf.View> Of(DecisionItem item, LedgerDesk desk, CancellationToken cancellation)
    {
        var words = await FieldWords.Load(desk, await desk.Db.BringersOf(item.Key, cancellation), cancellation);
        return await desk.Db.ShelfOf(desk.Store, item.Key, PageOf(item), words.Person, MayAttach(item, desk.Me), cancellation);
    }

    private static bool MayAttach(DecisionItem item, Me me) =>
        me.StaffId != item.Subject && (item.Kind.MayDecide(me) || item.Kind.MayPropose(me));

    private static async Task<IResult> Get(
        long decision,
        string file,
        HttpResponse response,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) =>
        await ShowDecision.Open(decision, desk, cancellation) is { } opened
            ? await desk.Db.Send(desk.Store, opened.Item.Key, file, response, cancellation)
            : Results.NotFound();

    private static async Task<IResult> Post(
        long decision,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await ShowDecision.Open(decision, desk, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        if (!MayAttach(opened.Item, desk.Me))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (files, problem, status) = await LogFiles.Read(await request.ReadFormAsync(cancellation), desk.Store, cancellation);
        if (files is null)
        {
            var view = await ShowDecision.ViewOf(opened, LedgerInput.None, desk, cancellation);
            return Answer.Page<ShowDecision>(view with { Files = view.Files with { Problem = problem } }, status);
        }

        await desk.Database.Writer.Write(
            session =>
            {
                LogFiles.Put(session, desk.Store, opened.Item.Key, files, desk.Me.StaffId, desk.Reader.Now);
                return 0;
            },
            cancellation
        );
        return Answer.SeeOther($"{PageOf(opened.Item)}#{FileShelf.Anchor}");
    }

    /// <summary>The reasons and the files go; what was decided stays.</summary>
    private static async Task<IResult> Erase(long decision, [AsParameters] LedgerDesk desk, AccessLog looks, CancellationToken cancellation)
    {
        if (await ShowDecision.Open(decision, desk, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        await looks.Note(desk.Me, Erased, PageOf(opened.Item), cancellation);
        await desk.Log.Erase(opened.Item.Key, desk.Reader.Now, cancellation);
        return Answer.SeeOther(PageOf(opened.Item));
    }

    private static string PageOf(DecisionItem item) => string.Create(CultureInfo.InvariantCulture, $"/decisions/{item.Key.CaseId}");
}
