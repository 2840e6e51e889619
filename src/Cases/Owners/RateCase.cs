using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Rating;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>EG-29: the owner says how it was handled, once in each cycle.</summary>
internal static class RateCase
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/owner/cases/{number}/rating", Post).RequireAuthorization(Permissions.OwnerOfCase).AsksForForm();

    private static async Task<IResult> Post(string number, HttpContext http, [AsParameters] OwnDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(number, cancellation) is not { } file)
        {
            return Results.NotFound();
        }

        if (!desk.Rights(file).MayRate)
        {
            // Sent twice, or the case has moved on: the page says what is true now.
            return Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}");
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var (score, remark) = (Faces.Read(form), form.Text("remark"));
        if (score is null || OwnInput.IsTooLong(remark))
        {
            return Answer.Page<OwnCase>(await Again(), StatusCodes.Status422UnprocessableEntity);
        }

        var record = NewRecord.Of(
            OwnRights.RatedRecord,
            desk.Now(file),
            null,
            JsonSerializer.Serialize(new { score, remark }, JsonSerializerOptions.Web)
        );
        await desk.Database.Writer.Write(
            session => desk.Rights(file, session).MayRate ? desk.Log.Record(session, number, record) : null,
            cancellation
        );
        return Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}?done=rated");

        async Task<OwnCase.View> Again() =>
            desk.Page(file) with
            {
                Rate = new OwnCase.View.Rated(new Faces.View(OwnTexts.Handling, score))
                {
                    Remark = remark,
                    Problem = score is null ? RatingTexts.Choose : OwnTexts.TooLong(OwnInput.LongestText),
                },
            };
    }
}
