using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

/// <summary>EG-7: a service centre whose time is over hands its open cases to another place, and closes.</summary>
public sealed partial class HandOverCentre
{
    private const int MostShown = 100;
    private const int LongestReason = 1000;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var centre = routes.MapGroup("/organisation/{place}/centre/transfer").RequireAuthorization(Permissions.Administrator);
        centre.MapGet("", Get);
        centre.MapPost("", Post).AsksForForm();
    }

    /// <param name="Place">The project.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Lead">What will happen.</param>
    /// <param name="Form">To whom, and why.</param>
    public sealed record View(string Place, string Name, Words Lead, EventForm.View Form)
    {
        public required long Count { get; init; }

        /// <summary>The open cases, or the first of them.</summary>
        public required IReadOnlyList<CaseLines.View> Cases { get; init; }
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string place, [AsParameters] Desk desk, CancellationToken cancellation) =>
        await desk.View(place, Typed.Nothing, cancellation) is { } view ? Answer.Page<HandOverCentre>(view) : Results.NotFound();

    private static async Task<IResult> Post(string place, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var typed = new Typed(form["to"].ToString(), form["reason"].ToString().Trim());
        if (await desk.View(place, typed, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        if (view.Form.Fields.Any(field => field.Problem is not null))
        {
            return Answer.Page<HandOverCentre>(view, StatusCodes.Status422UnprocessableEntity);
        }

        if (await desk.HandOver(place, typed, cancellation) is { } refusal)
        {
            return Answer.Page<HandOverCentre>(view with { Problem = refusal.Sentence }, StatusCodes.Status409Conflict);
        }

        desk.Tree.Forget();
        return Answer.SeeOther($"/organisation/{Uri.EscapeDataString(place)}?done=HandedOver");
    }

    /// <param name="To">The place that takes over.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Typed(string? To, string? Reason)
    {
        public static readonly Typed Nothing = new(null, null);
    }

    internal sealed record Desk(
        CaseLog Log,
        Db Db,
        Database Database,
        RuleLibrary Rules,
        OrganisationTree Tree,
        HandCentreOver HandCentreOver,
        AccessLog Access,
        Reader Reader
    )
    {
        public async Task<Refusal?> HandOver(string place, Typed typed, CancellationToken cancellation)
        {
            var (me, now) = (Reader.Me!, Reader.Now);
            var centre = new CentreCases(Log, Rules);
            var refusal = await Database.Writer.Write(
                session =>
                    HandCentreOver(
                        session,
                        place,
                        typed.To!,
                        now,
                        () => centre.HandOver(session, me, now, place, typed.To!, typed.Reason!)
                    ),
                cancellation
            );
            if (refusal is null)
            {
                await Access.Note(me, "centre.transferred", place, cancellation);
            }

            return refusal;
        }

        public async Task<View?> View(string id, Typed typed, CancellationToken cancellation)
        {
            var places = await Db.Set<Place>()
                .AsNoTracking()
                .Where(each => each.ClosedAt == null)
                .OrderBy(each => each.Id)
                .ToListAsync(cancellation);
            var centre = await Db.Set<ServiceCentre>().AsNoTracking().FirstOrDefaultAsync(each => each.Place == id, cancellation);
            if (places.Find(each => each.Id == id && each.Kind == PlaceKind.Project) is not { } place || centre is not { ClosedAt: null })
            {
                return null;
            }

            var centres = await Db.Set<ServiceCentre>()
                .AsNoTracking()
                .Where(each => each.ClosedAt == null)
                .Select(each => each.Place)
                .ToListAsync(cancellation);
            var takers = places
                .Where(each => each.Id != id && (each.Kind != PlaceKind.Project || centres.Contains(each.Id, StringComparer.Ordinal)))
                .ToList();
            using var session = Database.Read();
            var numbers = CentreCases.OpenOf(session, Rules, id);
            var shown = numbers.Take(MostShown).ToList();
            return new View(id, place.Name, TransferTexts.Lead, Form(typed, takers))
            {
                Count = numbers.Count,
                Cases = await new CaseLineQuery(Db, Rules, Reader.Now).Load(
                    Db.Set<CaseRow>().AsNoTracking().Where(row => shown.Contains(row.Number)).OrderBy(row => row.DueAt),
                    cancellation
                ),
            };
        }

        private static EventForm.View Form(Typed typed, List<Place> takers) =>
            new([
                new("to", FieldKind.Choice, TransferTexts.To)
                {
                    Required = true,
                    Value = typed.To,
                    Options = [.. takers.Select(each => new EventForm.View.Option(each.Id, new Words(each.Name, each.Name)))],
                    Problem = typed.To is null || takers.Exists(each => each.Id == typed.To) ? null : TransferTexts.ChooseTo,
                },
                new("reason", FieldKind.Text, TransferTexts.Reason)
                {
                    Required = true,
                    Personal = true,
                    Value = typed.Reason,
                    Problem =
                        typed.Reason is null ? null
                        : typed.Reason.Length == 0 ? TransferTexts.SayReason
                        : typed.Reason.Length > LongestReason ? TransferTexts.ReasonLong(LongestReason)
                        : null,
                },
            ]);
    }
}
