using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>The form that opens a case under one of the rule books whose opening the reader may record.</summary>
public sealed partial class RegisterCase
{
    private const string ProjectField = "project";
    private const string NameField = "customerName";
    private const string PhoneField = "customerPhone";
    private const int MostProjects = 500;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/new", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/new", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Rules">The rule book chosen.</param>
    /// <param name="Books">All that can be chosen.</param>
    /// <param name="Who">Project and customer.</param>
    /// <param name="What">The fields of the opening event.</param>
    public sealed record View(string Rules, IReadOnlyList<View.Book> Books, EventForm.View Who, EventForm.View What)
    {
        public Words? Problem { get; init; }

        public sealed record Book(string Name, Words Title);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? rules, [AsParameters] Desk desk, CancellationToken cancellation) =>
        desk.BookFor(rules) is { } book
            ? Answer.Page<RegisterCase>(await desk.Form(book, EventInput.None, new Person(null, null, null), cancellation))
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Post(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (desk.BookFor(form["rules"]) is not { } book)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var input = EventInput.Read(form, Desk.Shape(book));
        var person = new Person(Text(form, ProjectField), Text(form, NameField), Text(form, PhoneField));
        await desk.Check(person, input, cancellation);
        if (!input.Sound)
        {
            return Again(await desk.Form(book, input, person, cancellation));
        }

        var answer = await desk.Open(book, person, input.Data, cancellation);
        return answer.Done
            ? Answer.SeeOther($"/cases/{Uri.EscapeDataString(answer.Number)}?recorded={EventType.CaseOpened.Name()}")
            : Again(
                await desk.Form(book, input, person, cancellation) with
                {
                    Problem = answer.Refusal?.Sentence ?? answer.Malformed?.Sentence,
                }
            );
    }

    private static RazorComponentResult<RegisterCase> Again(View view) =>
        Answer.Page<RegisterCase>(view, StatusCodes.Status422UnprocessableEntity);

    private static string? Text(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Who reports, and from which project.</summary>
    internal sealed record Person(string? Project, string? Name, string? Phone);

    internal sealed record Desk(CaseLog Log, Db Db, RuleLibrary Rules, Reader Reader)
    {
        private Me Me => Reader.Me!;

        /// <summary>The book asked for, else the first whose opening this person may record.</summary>
        public RuleBook? BookFor(string? name) => Books().FirstOrDefault(book => string.IsNullOrEmpty(name) || book.Name == name);

        public static EventShape Shape(RuleBook book) => EventVocabulary.Of(book.Procedure).Find(EventType.CaseOpened)!;

        public async Task Check(Person person, EventInput input, CancellationToken cancellation)
        {
            if (
                person.Project is null
                || !Me.Scope.Covers(person.Project)
                || !(await Projects(cancellation)).Exists(project => project.Code == person.Project)
            )
            {
                input.Blame(ProjectField, ActingTexts.ProjectWrong);
            }

            if (person.Name is { Length: > EventInput.LongestName })
            {
                input.Blame(NameField, ActingTexts.TooLong(ActingTexts.CustomerName, EventInput.LongestName));
            }

            if (person.Phone is { } phone && !phone.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '-' or '(' or ')'))
            {
                input.Blame(PhoneField, ActingTexts.PhoneWrong);
            }
        }

        public async Task<CaseAnswer> Open(RuleBook book, Person person, ReadOnlyMemory<byte> data, CancellationToken cancellation) =>
            await Log.Open(
                new NewCase(book.Name, [new NewEvent(EventType.CaseOpened, Reader.Now, Me.StaffId, data)])
                {
                    Project = person.Project,
                    Customer = person is { Name: null, Phone: null } ? null : new Customer(person.Name, person.Phone),
                    CustomerId = await Db.CustomersFor(Me).Caller(person.Name, person.Phone, cancellation),
                },
                cancellation
            );

        public async Task<View> Form(RuleBook book, EventInput input, Person person, CancellationToken cancellation)
        {
            var projects = await Projects(cancellation);
            var version = book.At(Reader.Now);
            return new View(
                book.Name,
                [.. Books().Select(each => new View.Book(each.Name, each.Title))],
                new EventForm.View([
                    new(ProjectField, FieldKind.Choice, ActingTexts.Project)
                    {
                        Required = true,
                        Value = person.Project ?? (projects is [var only] ? only.Code : null),
                        Options =
                        [
                            .. projects.Select(project => new EventForm.View.Option(project.Code, new Words(project.Name, project.Name))),
                        ],
                        Problem = input.Problem(ProjectField),
                    },
                    new(NameField, FieldKind.Name, ActingTexts.CustomerName) { Value = person.Name, Problem = input.Problem(NameField) },
                    new(PhoneField, FieldKind.Name, ActingTexts.CustomerPhone)
                    {
                        Value = person.Phone,
                        Problem = input.Problem(PhoneField),
                    },
                ]),
                new FormFields(version, Shape(book)).View(input, Preset)
            )
            {
                Problem = projects.Count == 0 ? ActingTexts.NoProjects : null,
            };
        }

        private string? Preset(string field) => field == "contactEndedAt" ? EventInput.ForField(Reader.Now) : null;

        private IEnumerable<RuleBook> Books() => Rules.MayOpen(Me, Reader.Now);

        private Task<List<Project>> Projects(CancellationToken cancellation)
        {
            var projects = Db.Set<Project>().AsNoTracking();
            if (Me.Projects is { } mine)
            {
                projects = projects.Where(project => mine.Contains(project.Code));
            }

            return projects.OrderBy(project => project.Code).Take(MostProjects).ToListAsync(cancellation);
        }
    }
}
