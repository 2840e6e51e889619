using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What happens to an entry after it was written: answered, returned, closed, actions agreed and done, words erased.</summary>
internal static class ChangeEntry
{
    private const string Erased = "ledger.erased";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ledgers/{ledger}/{entry:long}/answer", Answered).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/ledgers/{ledger}/{entry:long}/return", Returned).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/ledgers/{ledger}/{entry:long}/closure", Closed).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/ledgers/{ledger}/{entry:long}/actions", Agreed).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/ledgers/{ledger}/{entry:long}/actions/{action:int}", Done).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/ledgers/{ledger}/{entry:long}/erasure", Erase).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    private static Task<IResult> Answered(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) => Step(ledger, entry, LedgerEntry.Answered, EntrySteps.MayAnswer, request, desk, cancellation);

    private static Task<IResult> Returned(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) => Step(ledger, entry, LedgerEntry.Returned, EntrySteps.MayReturn, request, desk, cancellation);

    private static Task<IResult> Closed(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) => Step(ledger, entry, LedgerEntry.Closed, EntrySteps.MayClose, request, desk, cancellation);

    /// <summary>A step that is taken with a few words.</summary>
    private static async Task<IResult> Step(
        string ledger,
        long id,
        string type,
        Func<LedgerEntry, LedgerDesk, Refusal?> may,
        HttpRequest request,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(ledger, id, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var fields = new EventFields().WithPersonal(LedgerEntry.TextName, input.Words(LedgerEntry.TextName));
        return await Keep(
            opened,
            new EntryChange(type, fields, desk.Me.StaffId, input.Version),
            entry => may(entry, desk),
            input,
            desk,
            cancellation
        );
    }

    private static async Task<IResult> Agreed(
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

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var item = input.OptionalLine(LedgerEntry.ItemName);
        if (item.Length == 0)
        {
            input.Blame(LedgerEntry.ItemName, LedgerTexts.Missing);
        }

        var responsible = input.Text(LedgerEntry.ResponsibleName);
        if (!(await EntryForm.Staff(opened.Entry.Place, desk, cancellation)).Any(option => option.Value == responsible))
        {
            input.Blame(LedgerEntry.ResponsibleName, LedgerTexts.NoChoice);
        }

        var day = input.Day(LedgerEntry.DueName);
        var fields = new EventFields()
            .With(LedgerEntry.ItemName, item)
            .With(LedgerEntry.ResponsibleName, responsible)
            .With(LedgerEntry.DueName, day == default ? null : LedgerEntry.EndOf(day).ToString());
        var change = new EntryChange(LedgerEntry.ActionAgreed, fields, desk.Me.StaffId, input.Version);
        return await Keep(opened, change, each => EntrySteps.MayAgree(each, desk), input, desk, cancellation);
    }

    private static async Task<IResult> Done(
        string ledger,
        long entry,
        int action,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(ledger, entry, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var fields = new EventFields().With(LedgerEntry.ActionName, action.ToString(CultureInfo.InvariantCulture));
        var change = new EntryChange(LedgerEntry.ActionDone, fields, desk.Me.StaffId, input.Version);
        return await Keep(opened, change, each => EntrySteps.MayReport(each, action, desk), input, desk, cancellation);
    }

    private static async Task<IResult> Erase(
        string ledger,
        long entry,
        [AsParameters] LedgerDesk desk,
        AccessLog looks,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(ledger, entry, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        await looks.Note(desk.Me, Erased, PageOf(opened.Entry), cancellation);
        await desk.Log.Erase(opened.Entry.Key, desk.Reader.Now, cancellation);
        return Answer.SeeOther(PageOf(opened.Entry));
    }

    /// <summary>Writes the change, or shows the entry again with what is wrong and what was typed.</summary>
    public static async Task<IResult> Keep(
        OpenedEntry opened,
        EntryChange change,
        Func<LedgerEntry, Refusal?> may,
        LedgerInput input,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var entry = opened.Entry;
        var refusal = may(entry);
        if (refusal is null && input.Sound)
        {
            var holders = await desk.HoldersAt(entry.Place, cancellation);
            refusal = await desk.Log.Change(entry.Ledger.Code, entry.Key.CaseId, change, may, holders, desk.Reader.Now, cancellation);
            if (refusal is null)
            {
                return Answer.SeeOther(PageOf(entry));
            }
        }

        var view = await ShowEntry.ViewOf(
            await desk.Open(entry.Ledger.Code, entry.Key.CaseId, cancellation) ?? opened,
            input,
            desk,
            cancellation
        );
        return Answer.Page<ShowEntry>(view with { Problem = refusal?.Sentence }, StatusOf(refusal));
    }

    public static int StatusOf(Refusal? refusal) =>
        refusal?.Code switch
        {
            "role.forbidden" => StatusCodes.Status403Forbidden,
            null => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };

    public static string PageOf(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"/ledgers/{entry.Ledger.Code}/{entry.Key.CaseId}");
}
