using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>The two steps nobody can take back: they ask first, and say what stands in the way.</summary>
internal static class Closures
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var place = routes.MapGroup("/organisation/{place}").RequireAuthorization(Permissions.Administrator);
        place.MapGet("/closure", AskPlace);
        place.MapPost("/closure", ClosePlace).AsksForForm();
        place.MapGet("/centre/closure", AskCentre);
        place.MapPost("/centre/closure", CloseCentre).AsksForForm();
    }

    private static async Task<IResult> AskPlace(string place, Db db, CancellationToken cancellation) =>
        await Find(db, place, cancellation) is { } found ? Answer.Page<FormSheet>(PlaceSheet(found, null)) : Results.NotFound();

    private static async Task<IResult> AskCentre(string place, Db db, CancellationToken cancellation) =>
        await Find(db, place, cancellation) is { } found ? Answer.Page<FormSheet>(CentreSheet(found, null)) : Results.NotFound();

    private static async Task<IResult> ClosePlace(string place, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (await Find(desk.Db, place, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var refusal = await desk.Database.Writer.Write(session => desk.Places.Close(session, place, desk.Reader.Now), cancellation);
        await desk.Note("place.closed", place, refusal, cancellation);
        return refusal is null ? Back(place, "Closed") : Again(PlaceSheet(found, refusal.Sentence));
    }

    private static async Task<IResult> CloseCentre(
        string place,
        [AsParameters] Desk desk,
        RuleLibrary rules,
        CancellationToken cancellation
    )
    {
        var now = desk.Reader.Now;
        if (await Find(desk.Db, place, cancellation) is not { } found || rules.CentreTermsAt(now) is not { } terms)
        {
            return Results.NotFound();
        }

        var refusal = await desk.Database.Writer.Write(session => desk.Places.CloseCentre(session, place, terms, now), cancellation);
        await desk.Note("centre.closed", place, refusal, cancellation);
        return refusal is null ? Back(place, "CentreClosed") : Again(CentreSheet(found, refusal.Sentence));
    }

    private static IResult Back(string place, string done) => Answer.SeeOther($"/organisation/{Uri.EscapeDataString(place)}?done={done}");

    private static RazorComponentResult<FormSheet> Again(FormSheet.View view) =>
        Answer.Page<FormSheet>(view, StatusCodes.Status409Conflict);

    private static Task<Place?> Find(Db db, string place, CancellationToken cancellation) =>
        db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == place, cancellation);

    private static FormSheet.View PlaceSheet(Place place, Words? problem) =>
        Sheet(place, "closure", PlaceTexts.CloseOf(place.Name), PlaceTexts.CloseLead, PlaceTexts.CloseNow, problem);

    private static FormSheet.View CentreSheet(Place place, Words? problem) =>
        Sheet(
            place,
            "centre/closure",
            PlaceTexts.CloseCentreOf(place.Name),
            PlaceTexts.CloseCentreLead,
            PlaceTexts.CloseCentreNow,
            problem
        );

    private static FormSheet.View Sheet(Place place, string what, Words title, Words lead, Words button, Words? problem)
    {
        var here = $"/organisation/{Uri.EscapeDataString(place.Id)}";
        var back = Posts.PostTexts.BackToPlace(place.Name);
        return new FormSheet.View(title, here, back, new FormFields.View($"{here}/{what}", button, []) { Cancel = here })
        {
            Lead = lead,
            Problem = problem,
        };
    }

    internal sealed record Desk(Db Db, Database Database, Model.Places Places, Reader Reader, AccessLog Log)
    {
        public Task Note(string action, string place, Refusal? refusal, CancellationToken cancellation) =>
            refusal is null ? Log.Note(Reader.Me!, action, place, cancellation) : Task.CompletedTask;
    }
}
