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
    ) => new Step(ledger, entry, request, desk, cancellation).Take(LedgerEntry.Answered, EntrySteps.MayAnswer, Said);

    private static Task<IResult> Returned(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) => new Step(ledger, entry, request, desk, cancellation).Take(LedgerEntry.Returned, EntrySteps.MayReturn, Said);

    private static Task<IResult> Closed(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) => new Step(ledger, entry, request, desk, cancellation).Take(LedgerEntry.Closed, EntrySteps.MayClose, Said);

    private static Task<IResult> Agreed(
        string ledger,
        long entry,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) =>
        new Step(ledger, entry, request, desk, cancellation).Take(
            LedgerEntry.ActionAgreed,
            EntrySteps.MayAgree,
            (opened, input) => Action(opened, input, desk, cancellation)
        );

    private static Task<IResult> Done(
        string ledger,
        long entry,
        int action,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    ) =>
        new Step(ledger, entry, request, desk, cancellation).Take(
            LedgerEntry.ActionDone,
            (each, _) => EntrySteps.MayReport(each, action, desk),
            (_, _) => Task.FromResult(new EventFields().With(LedgerEntry.ActionName, action.ToString(CultureInfo.InvariantCulture)))
        );

    /// <summary>A step that is taken with a few words.</summary>
    private static Task<EventFields> Said(LedgerEntry entry, LedgerInput input) =>
        Task.FromResult(new EventFields().WithPersonal(LedgerEntry.TextName, input.Words(LedgerEntry.TextName)));

    private static async Task<EventFields> Action(LedgerEntry entry, LedgerInput input, LedgerDesk desk, CancellationToken cancellation)
    {
        var item = input.OptionalLine(LedgerEntry.ItemName);
        if (item.Length == 0)
        {
            input.Blame(LedgerEntry.ItemName, LedgerTexts.Missing);
        }

        var responsible = input.Text(LedgerEntry.ResponsibleName);
        if (!(await EntryForm.Staff(entry.Place, desk, cancellation)).Any(option => option.Value == responsible))
        {
            input.Blame(LedgerEntry.ResponsibleName, LedgerTexts.NoChoice);
        }

        var day = input.Day(LedgerEntry.DueName);
        return new EventFields()
            .With(LedgerEntry.ItemName, item)
            .With(LedgerEntry.ResponsibleName, responsible)
            .With(LedgerEntry.DueName, day == default ? null : LedgerEntry.EndOf(day).ToString());
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
            var holders = desk.HoldersAt(entry.Place);
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

    /// <summary>How every step is taken: the entry in scope, what was typed, the change.</summary>
    private sealed record Step(string Ledger, long Id, HttpRequest Request, LedgerDesk Desk, CancellationToken Cancellation)
    {
        public async Task<IResult> Take(
            string type,
            Func<LedgerEntry, LedgerDesk, Refusal?> may,
            Func<LedgerEntry, LedgerInput, Task<EventFields>> read
        )
        {
            if (await Desk.Open(Ledger, Id, Cancellation) is not { } opened)
            {
                return Results.NotFound();
            }

            var input = new LedgerInput(await Request.ReadFormAsync(Cancellation));
            var change = new EntryChange(type, await read(opened.Entry, input), Desk.Me.StaffId, input.Version);
            return await Keep(opened, change, entry => may(entry, Desk), input, Desk, Cancellation);
        }
    }
}
