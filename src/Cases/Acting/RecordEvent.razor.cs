using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Inbox;
using Shouwen.Cases.Model;
using Shouwen.Cases.Rating;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>
/// Records one event of a case: every event of its rule book has this one form. What the book asks for beside it (a checklist,
/// the photos, the plan after the visit) stands in the same form and is written with it or not at all.
/// </summary>
public sealed partial class RecordEvent
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/events/{type}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/events/{type}", Post).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();
    }

    private const string FromInbox = "inbox";

    /// <param name="Form">What is to be filled in.</param>
    public sealed record View(RecordEventForm.View Form)
    {
        /// <summary>What the decision is about, for who comes from a list and has not opened the case.</summary>
        public ShowCase.View? Case { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string number,
        string type,
        string? back,
        [AsParameters] EventDesk desk,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(number, type, cancellation) is not { } sheet)
        {
            return Results.NotFound();
        }

        var closed = sheet.Forbidden ?? sheet.Impossible;
        var form = await desk.Form(sheet, [.. sheet.Steps.Select(StepInput.Empty)], closed?.Sentence, cancellation) with
        {
            Closed = closed is not null,
            FromInbox = back == FromInbox,
        };
        form = closed is null ? form : form with { Parts = [] };
        return reader.WantsFragment
            ? Answer.Page<RecordEventForm>(form)
            : Answer.Page<RecordEvent>(new View(form) { Case = sheet.Opened.Page(reader.Me!) }, StatusOf(closed));
    }

    private static async Task<IResult> Post(
        string number,
        string type,
        HttpContext http,
        [AsParameters] EventDesk desk,
        CancellationToken cancellation
    )
    {
        if (await desk.Open(number, type, cancellation) is not { } sheet)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var fromInbox = form["back"] == FromInbox;
        var inputs = await desk.Read(sheet, form, cancellation);
        if (!inputs.All(input => input.Sound))
        {
            return await Again(null, StatusCodes.Status422UnprocessableEntity);
        }

        int? seen = int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;
        var answer = await desk.Record(sheet, [.. inputs.Where(input => input.IsWanted)], seen, cancellation);
        if (answer.Done && desk.IsToBeRated(sheet, inputs[0]))
        {
            return Answer.SeeOther(RateDesk.PathOf(number));
        }

        if (answer.Done)
        {
            return Answer.SeeOther($"{(fromInbox ? ShowInbox.Page : $"/cases/{Uri.EscapeDataString(number)}")}?recorded={type}");
        }

        if (answer.Malformed is { } malformed)
        {
            inputs[0].Fields.Blame(malformed.Field, malformed.Sentence);
        }

        var problem =
            answer.Refusal?.Sentence
            ?? answer.Malformed?.Sentence
            ?? answer.RecordFaults.Select(fault => fault.Wrong.Sentence).FirstOrDefault();
        sheet = answer.Refusal is null ? sheet : await desk.Open(number, type, cancellation) ?? sheet;
        return await Again(problem, StatusOf(answer.Refusal, StatusCodes.Status422UnprocessableEntity));

        async Task<IResult> Again(Words? problem, int status)
        {
            var view = await desk.Form(sheet, inputs, problem, cancellation) with
            {
                FromInbox = fromInbox,
                Closed = (sheet.Forbidden ?? sheet.Impossible) is not null,
            };
            return Answer.Page<RecordEvent>(new View(view) { Case = sheet.Opened.Page(desk.Reader.Me!) }, status);
        }
    }

    private static int StatusOf(Refusal? refusal, int otherwise = StatusCodes.Status200OK) =>
        refusal switch
        {
            null => otherwise,
            _ when Refusals.Forbids(refusal) => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };
}
