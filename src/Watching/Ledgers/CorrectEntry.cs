using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What was written wrong is written again; what stood there before stays in the history.</summary>
internal static class CorrectEntry
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledgers/{ledger}/{entry:long}/correction", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/ledgers/{ledger}/{entry:long}/correction", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    private static async Task<IResult> Get(string ledger, long entry, [AsParameters] LedgerDesk desk, CancellationToken cancellation) =>
        await desk.Open(ledger, entry, cancellation) is { } opened
            ? await Page(opened, LedgerInput.None, EntrySteps.MayCorrect(opened.Entry, desk), desk, cancellation)
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

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var form = await EntryForm.At(opened.Entry.Place, opened.Entry.Ledger, desk, cancellation);
        var fields = form.Read(input, desk.Reader.Now, opened.Entry.WrittenAt);
        var refusal = EntrySteps.MayCorrect(opened.Entry, desk);
        if (refusal is null && fields is not null)
        {
            refusal = await desk.Log.Change(
                ledger,
                entry,
                new EntryChange(LedgerEntry.Corrected, fields, desk.Me.StaffId, input.Version),
                each => EntrySteps.MayCorrect(each, desk),
                desk.HoldersAt(opened.Entry.Place),
                desk.Reader.Now,
                cancellation
            );
            if (refusal is null)
            {
                return Answer.SeeOther(PageOf(opened));
            }
        }

        return await Page(opened, input, refusal, desk, cancellation, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(
        OpenedEntry opened,
        LedgerInput input,
        Refusal? refusal,
        LedgerDesk desk,
        CancellationToken cancellation,
        int status = StatusCodes.Status200OK
    )
    {
        var entry = opened.Entry;
        var form = await EntryForm.At(entry.Place, entry.Ledger, desk, cancellation);
        var names = await desk.PlaceNames(cancellation);
        var view = new WriteEntry.View(
            LedgerTexts.CorrectIn(entry.Ledger.Name),
            entry.Ledger.Name,
            LedgerTexts.CorrectHint,
            PageOf(opened),
            PageOf(opened) + "/correction"
        )
        {
            Problem = refusal?.Sentence,
            Form = refusal?.Code == "role.forbidden" ? null : form.Show(input, field => Preset(opened, field)),
            Place = entry.Place,
            PlaceName = names.GetValueOrDefault(entry.Place, entry.Place),
            Version = entry.Version,
            Button = LedgerTexts.Correct,
        };
        return Answer.Page<WriteEntry>(view, refusal is null ? status : ChangeEntry.StatusOf(refusal));
    }

    private static string? Preset(OpenedEntry opened, string field)
    {
        var entry = opened.Entry;
        if (field == LedgerEntry.DayName)
        {
            return LedgerEntry.TextOf(entry.Day);
        }

        var kind = entry.Ledger.Fields.First(each => each.Code == field).Kind;
        return kind switch
        {
            LedgerFieldKind.PersonalText => opened.Words(entry.FieldsOf, LedgerEntry.FieldPrefix + field),
            LedgerFieldKind.Time => entry.Fields.GetValueOrDefault(field)?[..16],
            _ => entry.Fields.GetValueOrDefault(field),
        };
    }

    private static string PageOf(OpenedEntry opened) =>
        string.Create(CultureInfo.InvariantCulture, $"/ledgers/{opened.Entry.Ledger.Code}/{opened.Entry.Key.CaseId}");
}
