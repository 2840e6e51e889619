using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>EG-13, EG-22, EG-28: the owner signs what staff asked for, or refuses and says why.</summary>
internal static class SignCase
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/owner/cases/{number}/signature", Post).RequireAuthorization(Permissions.OwnerOfCase).AsksForForm();

    private static async Task<IResult> Post(string number, HttpContext http, [AsParameters] OwnDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(number, cancellation) is not { } file)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var of = form["of"].ToString();
        if (desk.Rights(file).Asked.FirstOrDefault(each => each.Text("of") == of) is not { } asked)
        {
            return Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}");
        }

        var rule = OwnRights.OwnSignature(asked, file.Book.At(desk.Reader.Now));
        var signature = await SignatureForm.Read(form, rule, desk.KeptFiles.Of(desk.Owner.Sender), cancellation);
        if (signature.Problem is not null)
        {
            var page = desk.Prepare(file);
            return Answer.Page<OwnCase>(
                page.View() with
                {
                    Sign = page.Sign(asked, signature),
                    MayList = desk.Owner.Customers.Count > 0,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        await desk.Database.Writer.Write(session => Record(session, desk, file, of, signature), cancellation);
        return Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}?done={(signature.Signed ? "signed" : "refused")}");
    }

    /// <summary>Asked again inside the write: what was sent twice is signed once.</summary>
    private static CaseAnswer? Record(WriteSession session, OwnDesk desk, CaseFile file, string of, SignatureForm signature)
    {
        if (!desk.Rights(file, session).Asked.Any(each => each.Text("of") == of))
        {
            return null;
        }

        var record = signature.Signed
            ? NewRecord.Of(OwnRights.GivenRecord, desk.Now(file), null, JsonSerializer.Serialize(new { of }))
            : NewRecord.Of(OwnRights.RefusedRecord, desk.Now(file), null, JsonSerializer.Serialize(new { of, reason = signature.Reason }));
        var answer = desk.Log.Record(session, file.Number, record);
        signature.Put(session, desk.Store, answer, answer.FirstSeq, Attachment.Customer, desk.Reader.Now);
        return answer;
    }
}
