using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;
using Agenda = Shouwen.Watching.Urging.Agenda;

namespace Shouwen.Watching.Ledgers;

/// <summary>A new entry: first the place, where there is more than one, then what happened there.</summary>
public sealed partial class WriteEntry
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledgers/{ledger}/new", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/ledgers/{ledger}", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Title">What the page is for.</param>
    /// <param name="Name">The ledger.</param>
    /// <param name="About">What is written down.</param>
    /// <param name="Back">Where it was opened.</param>
    /// <param name="Action">Where the form goes.</param>
    public sealed record View(Words Title, Words Name, Words About, string Back, string Action)
    {
        public Words? Problem { get; init; }

        /// <summary>The places to choose from, until one is chosen.</summary>
        public FieldInputs.View? Places { get; init; }
        public FieldInputs.View? Form { get; init; }
        public string? Place { get; init; }
        public string? PlaceName { get; init; }
        public string? OtherPlace { get; init; }
        public int Version { get; init; }

        /// <summary>The cases as they stand now: what a meeting is prepared with.</summary>
        public AgendaTable.View? Agenda { get; init; }
        public Words Button { get; init; } = LedgerTexts.Write;
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string ledger, string? place, [AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        if (desk.Find(ledger) is not { } kind || !kind.Sees(desk.Me))
        {
            return Results.NotFound();
        }

        if (!kind.MayWrite(desk.Me))
        {
            return Forbidden(kind, desk);
        }

        var places = await desk.PlacesFor(kind, cancellation);
        var chosen = places.Count == 1 ? places[0] : places.Find(each => each.Id == place);
        return chosen is null
            ? Answer.Page<WriteEntry>(Choose(kind, places))
            : await Page(kind, chosen, places.Count > 1, LedgerInput.None, desk, StatusCodes.Status200OK, cancellation);
    }

    private static async Task<IResult> Post(
        string ledger,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (desk.Find(ledger) is not { } kind || !kind.Sees(desk.Me))
        {
            return Results.NotFound();
        }

        if (!kind.MayWrite(desk.Me))
        {
            return Forbidden(kind, desk);
        }

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var places = await desk.PlacesFor(kind, cancellation);
        if (places.Find(each => each.Id == input.Text(LedgerEntry.PlaceName)) is not { } place)
        {
            return Results.NotFound();
        }

        var form = await EntryForm.At(place.Id, kind, desk, cancellation);
        if (form.Read(input, desk.Reader.Now, desk.Reader.Now) is not { } fields)
        {
            return await Page(kind, place, places.Count > 1, input, desk, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var id = await desk.Log.Write(
            fields
                .With(LedgerEntry.LedgerName, kind.Code)
                .With(LedgerEntry.PlaceName, place.Id)
                .With(LedgerEntry.AgendaName, kind.Agenda is { } period ? Agenda.Freeze(period, desk) : null),
            desk.Me.StaffId,
            desk.HoldersAt(place.Id),
            desk.Reader.Now,
            cancellation
        );
        return Answer.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/ledgers/{kind.Code}/{id}"));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<WriteEntry> Forbidden(Ledger kind, LedgerDesk desk) =>
        Answer.Page<WriteEntry>(
            ViewOf(kind) with
            {
                Problem = Refusals.NotYours(desk.Roles(kind.WriteRoles), kind.Clause).Sentence,
                Places = new FieldInputs.View([]),
            },
            StatusCodes.Status403Forbidden
        );

    private static View Choose(Ledger kind, List<Place> places) =>
        ViewOf(kind) with
        {
            Action = $"/ledgers/{kind.Code}/new",
            Problem = places.Count == 0 ? LedgerTexts.NoPlace : null,
            Places = new FieldInputs.View([
                new FieldInputs.View.Field(LedgerEntry.PlaceName, FieldInputs.View.Shape.Select, LedgerTexts.Place)
                {
                    Required = true,
                    Options = [.. places.Select(each => new FieldInputs.View.Option(each.Id, FieldWords.Same(each.Name)))],
                },
            ]),
        };

    private static async Task<IResult> Page(
        Ledger kind,
        Place place,
        bool others,
        LedgerInput input,
        LedgerDesk desk,
        int status,
        CancellationToken cancellation
    )
    {
        var form = await EntryForm.At(place.Id, kind, desk, cancellation);
        var today = LedgerEntry.TextOf(desk.Reader.Now.Date);
        return Answer.Page<WriteEntry>(
            ViewOf(kind) with
            {
                Form = form.Show(input, field => field == LedgerEntry.DayName ? today : null),
                Place = place.Id,
                PlaceName = place.Name,
                Agenda = kind.Agenda is { } period ? Agenda.View(Agenda.Freeze(period, desk), desk) : null,
                OtherPlace = others ? $"/ledgers/{kind.Code}/new" : null,
            },
            status
        );
    }

    private static View ViewOf(Ledger kind) =>
        new(LedgerTexts.NewIn(kind.Name), kind.Name, kind.About, $"/ledgers/{kind.Code}", $"/ledgers/{kind.Code}");
}
