using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>EG-4: the owner raises the matter again, as long after its end as the rule book says.</summary>
internal static class ReopenCase
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/owner/cases/{number}/reopening", Post).RequireAuthorization(Permissions.OwnerOfCase).AsksForForm();

    private static async Task<IResult> Post(string number, HttpContext http, [AsParameters] OwnDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(number, cancellation) is not { } file)
        {
            return Results.NotFound();
        }

        var reason = (await http.Request.ReadFormAsync(cancellation)).Text("reason");
        if (desk.Rights(file).ReopenUntil is null)
        {
            var closed = desk.Page(file) with { Problem = OwnTexts.NotToReopen };
            return Answer.Page<OwnCase>(closed, StatusCodes.Status409Conflict);
        }

        var problem =
            reason is null ? OwnTexts.SayWhat
            : OwnInput.IsTooLong(reason) ? OwnTexts.TooLong(OwnInput.LongestText)
            : await Record(desk, file, reason, cancellation);
        return problem is null
            ? Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}?done=reopened")
            : Answer.Page<OwnCase>(Again(desk.Page(file), reason, problem), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A form sent twice finds the case moved on the second time: the version it was read at is asked for.</summary>
    private static async Task<Words?> Record(OwnDesk desk, CaseFile file, string reason, CancellationToken cancellation)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(new { reason }, JsonSerializerOptions.Web);
        var happened = new NewEvent(EventType.CaseReopened, desk.Now(file), null, data);
        var answer = await desk.Log.Append(new AppendRequest(file.Number, [happened], file.Version), cancellation);
        return answer.Refusal?.Sentence ?? answer.Malformed?.Sentence;
    }

    private static OwnCase.View Again(OwnCase.View page, string? reason, Words problem) =>
        page.Reopen is { } reopen
            ? page with
            {
                Reopen = reopen with { Reason = reason, Problem = problem },
            }
            : page with
            {
                Problem = problem,
            };
}
