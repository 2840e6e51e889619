using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>The claims of a case: what was reported, who approved, and the step that is the reader's now.</summary>
public sealed partial class ShowClaim
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/claim", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/claim/{step}", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(
        Reading.CaseHead.View Head,
        int Version,
        string Clause,
        IReadOnlyList<View.OneClaim> Claims,
        IReadOnlyList<View.Step> Steps
    )
    {
        public bool Done { get; init; }
        public Words? Problem { get; init; }

        public sealed record OneClaim(int Ordinal, Words Progress, IReadOnlyList<ShowCase.View.Fact> Facts, IReadOnlyList<Level> Levels);

        public sealed record Level(Words Role, string Person, Words Result, Words? Note);

        /// <param name="Name">Its part of the address.</param>
        /// <param name="Title">What it is called.</param>
        /// <param name="Action">What doing it is called.</param>
        /// <param name="Fields">What it asks for.</param>
        public sealed record Step(string Name, Words Title, Words Action, EventForm.View Fields)
        {
            public Words? Hint { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    public static string Address(string number) => $"/cases/{Uri.EscapeDataString(number)}/claim";

    private static async Task<IResult> Get(string number, string? done, [AsParameters] ClaimDesk desk, CancellationToken cancellation) =>
        await desk.Open(number, cancellation) is { } sheet
            ? Answer.Page<ShowClaim>(await desk.Page(sheet, null, cancellation) with { Done = done is not null })
            : Results.NotFound();

    private static async Task<IResult> Post(
        string number,
        string step,
        HttpContext http,
        [AsParameters] ClaimDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(number, cancellation) is not { } sheet || ClaimSteps.Find(step) is not { } kind)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var input = kind.Record is { } record
            ? RecordInput.Read(form, ClaimSteps.Shown(sheet.Version.Records[record]), ClaimDesk.Prefix)
            : null;
        foreach (var wrong in desk.Faults(sheet, kind, input))
        {
            input!.Blame(wrong);
        }

        if (input is { Sound: false })
        {
            var again = await desk.Page(sheet, (kind, input), cancellation);
            return Answer.Page<ShowClaim>(again, StatusCodes.Status422UnprocessableEntity);
        }

        int? seen = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null;
        var answer = await desk.Take(sheet, kind, input, seen, cancellation);
        if (answer.Done)
        {
            return Answer.SeeOther($"{Address(number)}?done=1");
        }

        var problem = answer.Refusal?.Sentence ?? answer.RecordFaults.Select(fault => fault.Wrong.Sentence).FirstOrDefault();
        var status =
            answer.Refusal is null ? StatusCodes.Status422UnprocessableEntity
            : Refusals.Forbids(answer.Refusal) ? StatusCodes.Status403Forbidden
            : StatusCodes.Status409Conflict;
        var page = await desk.Page(sheet, input is null ? null : (kind, input), cancellation);
        return Answer.Page<ShowClaim>(page with { Problem = problem }, status);
    }
}
