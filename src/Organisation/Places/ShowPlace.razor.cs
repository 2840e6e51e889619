using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>For administrators: a place, who holds its posts and held them, and its service centre.</summary>
public sealed partial class ShowPlace
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var place = routes.MapGroup("/organisation/{place}").RequireAuthorization(Permissions.Administrator);
        place.MapGet("", Get);
        place.MapPost("/name", Rename).AsksForForm();
        place.MapPost("/centre", KeepCentre).AsksForForm();
        place.MapPost("/centre/book", ChooseBook).AsksForForm();
    }

    public sealed record View(string Id, string Name, Words Kind, bool Closed, FormFields.View Naming)
    {
        public IReadOnlyList<Seat> Now { get; init; } = [];
        public IReadOnlyList<Seat> Others { get; init; } = [];
        public Centre? ServiceCentre { get; init; }
        public bool MayClose { get; init; }
        public bool MayHaveChildren { get; init; }
        public Words? Done { get; init; }
        public Words? Problem { get; init; }

        /// <summary>A post and one of its holders.</summary>
        public sealed record Seat(long Id, Words Post, Words? Department, string StaffId, string Name, Words Span, string? StandIn);

        public sealed record Centre(
            Words Lead,
            Words? State,
            bool Asks,
            Words? Closes,
            Words OpenCases,
            FormFields.View? Dates,
            bool MayClose
        )
        {
            /// <summary>Which rule book its property desk works by; null before there are dates.</summary>
            public FormFields.View? Book { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string place, string? done, [AsParameters] Desk desk, CancellationToken cancellation) =>
        await desk.View(place, FormInput.None, cancellation) is { } view
            ? Answer.Page<ShowPlace>(view with { Done = PlaceTexts.Done(done) })
            : Results.NotFound();

    private static async Task<IResult> Rename(string place, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var name = input.Name("name");
        return await desk.Do(place, input, "Renamed", session => desk.Places.Rename(session, place, name), cancellation);
    }

    private static async Task<IResult> KeepCentre(string place, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var opens = input.Date("opens", required: true);
        var handover = input.Date("handover", required: false);
        return await desk.Do(
            place,
            input,
            "Dates",
            session => Organisation.Model.Places.KeepCentre(session, place, opens!.Value, handover),
            cancellation
        );
    }

    private static async Task<IResult> ChooseBook(string place, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var book = input.Text("book");
        if (book.Length > 0 && desk.Rules.OfDesks().All(each => each.Name != book))
        {
            input.Blame("book", PlaceTexts.NoSuchBook);
        }

        return await desk.Do(
            place,
            input,
            "Book",
            session => Organisation.Model.Places.ChooseBook(session, place, book.Length > 0 ? book : null),
            cancellation
        );
    }

    internal sealed record Desk(
        Db Db,
        Database Database,
        Organisation.Model.Places Places,
        OrganisationTree Tree,
        RuleLibrary Rules,
        OpenCasesOf OpenCases,
        Reader Reader
    )
    {
        public async Task<IResult> Do(
            string place,
            FormInput input,
            string done,
            Func<WriteSession, Refusal?> change,
            CancellationToken cancellation
        )
        {
            if (!await Db.Set<Place>().AnyAsync(each => each.Id == place, cancellation))
            {
                return Results.NotFound();
            }

            var refusal = input.Sound ? await Database.Writer.Write(change, cancellation) : null;
            if (!input.Sound || refusal is not null)
            {
                var view = await View(place, input, cancellation);
                return Answer.Page<ShowPlace>(view! with { Problem = refusal?.Sentence }, StatusCodes.Status422UnprocessableEntity);
            }

            Tree.Forget();
            return Answer.SeeOther($"/organisation/{Uri.EscapeDataString(place)}?done={done}");
        }

        public async Task<View?> View(string id, FormInput input, CancellationToken cancellation)
        {
            if (await Db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } place)
            {
                return null;
            }

            var assignments = At(id);
            var people = assignments.All.SelectMany(each =>
                assignments.StandInsOf(each).Select(standIn => standIn.StaffId).Append(each.StaffId)
            );
            var names = await StaffNames.Load(Db, people, cancellation);
            var seats = assignments
                .All.OrderByDescending(each => each.Post)
                .ThenBy(each => each.Department, StringComparer.Ordinal)
                .ToList();
            return new View(id, place.Name, PlaceTexts.KindName(place.Kind), place.ClosedAt is not null, Naming(place, input))
            {
                Now = [.. seats.Where(each => each.HoldsAt(Reader.Now)).Select(each => Seat(each, assignments, names))],
                Others =
                [
                    .. seats
                        .Where(each => !each.HoldsAt(Reader.Now))
                        .OrderByDescending(each => each.From)
                        .Select(each => Seat(each, assignments, names)),
                ],
                ServiceCentre = place.Kind == PlaceKind.Project ? await Centre(place, input, cancellation) : null,
                MayClose = place.ClosedAt is null && id != Place.Group,
                MayHaveChildren = place.ClosedAt is null && place.Kind != PlaceKind.Project,
            };
        }

        private Assignments At(string place)
        {
            using var session = Database.Read();
            return Assignments.At(session, [place]);
        }

        private View.Seat Seat(Assignment assignment, Assignments assignments, StaffNames names)
        {
            var acting = assignments.ActingFor(assignment, Reader.Now);
            return new View.Seat(
                assignment.Id,
                PostTexts.Name(assignment.Post),
                assignment.Department.Length > 0 ? Rules.DepartmentAt(assignment.Department, Reader.Now) : null,
                assignment.StaffId,
                names.Of(assignment.StaffId),
                PostTexts.Span(assignment),
                acting.InPlaceOf is null ? null : names.Of(acting.StaffId)
            );
        }

        private static FormFields.View Naming(Place place, FormInput input) =>
            new(
                $"/organisation/{Uri.EscapeDataString(place.Id)}/name",
                PlaceTexts.Rename,
                [
                    new("name", PlaceTexts.Name)
                    {
                        Value = input.Shown("name", place.Name),
                        Required = true,
                        Problem = input.Problem("name"),
                    },
                ]
            );

        private async Task<View.Centre?> Centre(Place place, FormInput input, CancellationToken cancellation)
        {
            if (Rules.CentreTermsAt(Reader.Now) is not { } terms)
            {
                return null;
            }

            var centre = await Db.Set<ServiceCentre>().AsNoTracking().FirstOrDefaultAsync(each => each.Place == place.Id, cancellation);
            var state = centre?.StateAt(Reader.Now, terms);
            using var session = Database.Read();
            return new View.Centre(
                PlaceTexts.CentreLead(terms.MonthsAfterHandover, (int)terms.WarnBefore.TotalDays),
                state is { } known ? PlaceTexts.State(known) : null,
                state is CentreState.ClosingSoon or CentreState.Overdue,
                state is not CentreState.Closed && centre?.ClosesAt(terms) is { } closes ? PlaceTexts.ClosesAt(PostTexts.Day(closes))
                    : centre?.ClosedAt is { } closed ? PlaceTexts.ClosedOn(PostTexts.Day(closed))
                    : null,
                PlaceTexts.OpenCases(OpenCases(session, place.Id, ofCentreOnly: true)),
                state is CentreState.Closed || place.ClosedAt is not null ? null : Dates(place, centre, input),
                state is CentreState.Overdue or CentreState.ClosingSoon
            )
            {
                Book = centre is null ? null : Book(centre, terms, input),
            };
        }

        private FormFields.View Book(ServiceCentre centre, CentreTerms terms, FormInput input) =>
            new(
                $"/organisation/{Uri.EscapeDataString(centre.Place)}/centre/book",
                PlaceTexts.SaveBook,
                [
                    new("book", PlaceTexts.DeskBook)
                    {
                        Value = input.Shown("book", centre.DeskBook ?? ""),
                        Hint = PlaceTexts.DeskBookHint,
                        Options =
                        [
                            new("", PlaceTexts.AsForAll(Rules.TitleOf(terms.Thereafter))),
                            .. Rules.OfDesks().Select(book => new FormFields.View.Option(book.Name, book.Title)),
                        ],
                        Problem = input.Problem("book"),
                    },
                ]
            );

        private static FormFields.View Dates(Place place, ServiceCentre? centre, FormInput input) =>
            new(
                $"/organisation/{Uri.EscapeDataString(place.Id)}/centre",
                PlaceTexts.SaveDates,
                [
                    new("opens", PlaceTexts.OpensAt)
                    {
                        Type = "date",
                        Value = input.Shown("opens", centre is null ? null : FormInput.ForDate(centre.OpensAt)),
                        Required = true,
                        Problem = input.Problem("opens"),
                    },
                    new("handover", PlaceTexts.LastHandoverAt)
                    {
                        Type = "date",
                        Value = input.Shown("handover", centre?.LastHandoverAt is { } at ? FormInput.ForDate(at) : null),
                        Problem = input.Problem("handover"),
                    },
                ]
            );
    }
}
