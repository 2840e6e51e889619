using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

/// <summary>A proposal by hand, where the measures leave the judgement to a person: EG-33(4), SN-64.</summary>
public sealed partial class ProposeDecision
{
    private const string KindName = "kind";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions/new", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/decisions", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Form">What is asked.</param>
    /// <param name="Asks">Only what it is about and where: the next page asks the rest.</param>
    public sealed record View(FieldInputs.View Form, bool Asks)
    {
        public string? Kind { get; init; }
        public string? Place { get; init; }
        public Words? Lead { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? kind, string? place, [AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        if (!Kinds(desk).Any())
        {
            return Results.NotFound();
        }

        var places = await Places(desk, cancellation);
        return Kinds(desk).FirstOrDefault(each => each.Code == kind) is { } chosen && places.Find(each => each.Id == place) is { } there
            ? await Page(chosen, there, LedgerInput.None, desk, StatusCodes.Status200OK, cancellation)
            : Answer.Page<ProposeDecision>(new View(Choices(desk, places), Asks: true));
    }

    private static async Task<IResult> Post(HttpRequest request, [AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var places = await Places(desk, cancellation);
        if (
            Kinds(desk).FirstOrDefault(each => each.Code == input.Text(KindName)) is not { } kind
            || places.Find(each => each.Id == input.Text(DecisionItem.PlaceName)) is not { } place
        )
        {
            return Results.NotFound();
        }

        var fields = await Read(kind, place, input, desk, cancellation);
        if (!input.Sound)
        {
            return await Page(kind, place, input, desk, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var holders = desk.HoldersAt(place.Id);
        var id = await desk.Database.Writer.Write(
            session =>
            {
                var log = EventLog.Begin(session);
                var made = desk.Log.Propose(session, log, fields, holders, desk.Reader.Now, desk.Me.StaffId);
                log.Finish();
                return made;
            },
            cancellation
        );
        return Answer.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/decisions/{id}"));
    }

    private static async Task<EventFields> Read(
        DecisionKind kind,
        Place place,
        LedgerInput input,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var subject = input.Text(DecisionItem.SubjectName);
        if (!(await EntryForm.People(kind.People, place.Id, desk, cancellation)).Any(option => option.Value == subject))
        {
            input.Blame(DecisionItem.SubjectName, LedgerTexts.NoChoice);
        }

        var number = input.Text(DecisionItem.CaseName);
        if (number.Length > 0 && !IsCase(number, desk))
        {
            input.Blame(DecisionItem.CaseName, LedgerTexts.NoCase);
        }

        return new EventFields()
            .With(DecisionItem.DecisionName, kind.Code)
            .With(DecisionItem.SubjectName, subject)
            .With(DecisionItem.PlaceName, place.Id)
            .With(DecisionItem.OccurrenceName, $"hand:{Guid.NewGuid():N}")
            .With(DecisionItem.CaseName, number)
            .WithPersonal(DecisionItem.ReasonName, input.Words(DecisionItem.ReasonName));
    }

    private static bool IsCase(string number, LedgerDesk desk)
    {
        using var session = desk.Database.Read();
        return Cases.Contract.CaseNumber.IsInScope(session, number, desk.Me.Scope);
    }

    private static async Task<IResult> Page(
        DecisionKind kind,
        Place place,
        LedgerInput input,
        LedgerDesk desk,
        int status,
        CancellationToken cancellation
    )
    {
        var people = await EntryForm.People(kind.People, place.Id, desk, cancellation);
        var form = new FieldInputs.View([
            new FieldInputs.View.Field(DecisionItem.SubjectName, FieldInputs.View.Shape.Select, DecisionTexts.Subject)
            {
                Required = true,
                Options = people,
                Value = input.Shown(DecisionItem.SubjectName, null),
                Problem = input.Problem(DecisionItem.SubjectName),
            },
            new FieldInputs.View.Field(DecisionItem.CaseName, FieldInputs.View.Shape.Line, LedgerTexts.Case)
            {
                Hint = LedgerTexts.CaseHint,
                Value = input.Shown(DecisionItem.CaseName, null),
                Problem = input.Problem(DecisionItem.CaseName),
            },
            new FieldInputs.View.Field(DecisionItem.ReasonName, FieldInputs.View.Shape.Words, DecisionTexts.Reason)
            {
                Required = true,
                Value = input.Shown(DecisionItem.ReasonName, null),
                Problem = input.Problem(DecisionItem.ReasonName),
            },
        ]);
        return Answer.Page<ProposeDecision>(
            new View(form, Asks: false)
            {
                Kind = kind.Code,
                Place = place.Id,
                Lead = DecisionTexts.Lead(kind.Name, kind.Clause, place.Name),
            },
            status
        );
    }

    private static FieldInputs.View Choices(LedgerDesk desk, List<Place> places) =>
        new([
            new FieldInputs.View.Field(KindName, FieldInputs.View.Shape.Radios, DecisionTexts.Kind)
            {
                Required = true,
                Options = [.. Kinds(desk).Select(each => new FieldInputs.View.Option(each.Code, each.Name))],
            },
            new FieldInputs.View.Field(DecisionItem.PlaceName, FieldInputs.View.Shape.Select, LedgerTexts.Place)
            {
                Required = true,
                Options = [.. places.Select(each => new FieldInputs.View.Option(each.Id, FieldWords.Same(each.Name)))],
            },
        ]);

    private static IEnumerable<DecisionKind> Kinds(LedgerDesk desk) => desk.Book.Decisions.Values.Where(kind => kind.MayPropose(desk.Me));

    private static Task<List<Place>> Places(LedgerDesk desk, CancellationToken cancellation)
    {
        var places = desk.Tree.PlacesOf(desk.Me);
        return desk
            .Db.Set<Place>()
            .AsNoTracking()
            .Where(place => place.ClosedAt == null && (places == null || places.Contains(place.Id)))
            .OrderBy(place => place.Name)
            .ToListAsync(cancellation);
    }
}
