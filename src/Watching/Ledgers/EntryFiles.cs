using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Ledgers;

/// <summary>The files of an entry: seen by whoever sees it, added by whoever does something to it while it is not closed.</summary>
internal static class EntryFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ledgers/{ledger}/{entry:long}/files", Post).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();
        routes.MapGet("/ledgers/{ledger}/{entry:long}/files/{file}", Get).RequireAuthorization(Permissions.Desk);
    }

    public static async Task<FileShelf.View> Of(OpenedEntry opened, LedgerDesk desk, CancellationToken cancellation)
    {
        var entry = opened.Entry;
        var key = entry.Key;
        var words = await FieldWords.Load(desk, await desk.Db.BringersOf(key, cancellation), cancellation);
        var page = ChangeEntry.PageOf(entry);
        return await desk.Db.ShelfOf(desk.Store, key, page, words.Person, EntrySteps.MayAttach(entry, desk) is null, cancellation);
    }

    private static async Task<IResult> Get(
        string ledger,
        long entry,
        string file,
        HttpResponse response,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) =>
        await desk.Open(ledger, entry, cancellation) is { } opened
            ? await desk.Db.Send(desk.Store, opened.Entry.Key, file, response, cancellation)
            : Results.NotFound();

    private static async Task<IResult> Post(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(ledger, entry, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        if (EntrySteps.MayAttach(opened.Entry, desk) is { } refusal)
        {
            return await Again(opened, null, refusal.Sentence, ChangeEntry.StatusOf(refusal), desk, cancellation);
        }

        var (files, problem, status) = await LogFiles.Read(await request.ReadFormAsync(cancellation), desk.Store, cancellation);
        if (files is null)
        {
            return await Again(opened, problem, null, status, desk, cancellation);
        }

        // Asked again inside the write: meanwhile somebody may have closed it.
        var late = await desk.Database.Writer.Write(
            session =>
            {
                var key = opened.Entry.Key;
                var refused = EntrySteps.MayAttach(desk.Log.Read(session, key)!, desk);
                if (refused is null)
                {
                    LogFiles.Put(session, desk.Store, key, files, desk.Me.StaffId, desk.Reader.Now);
                }

                return refused;
            },
            cancellation
        );
        return late is null
            ? Answer.SeeOther($"{ChangeEntry.PageOf(opened.Entry)}#{FileShelf.Anchor}")
            : await Again(opened, null, late.Sentence, ChangeEntry.StatusOf(late), desk, cancellation);
    }

    private static async Task<IResult> Again(
        OpenedEntry opened,
        Words? aboutFiles,
        Words? aboutAll,
        int status,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var view = await ShowEntry.ViewOf(opened, LedgerInput.None, desk, cancellation);
        return Answer.Page<ShowEntry>(view with { Problem = aboutAll, Files = view.Files with { Problem = aboutFiles } }, status);
    }
}
