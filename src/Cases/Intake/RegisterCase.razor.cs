using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Cases.Owners;
using Shouwen.Cases.Rating;
using Shouwen.Cases.Relating;
using Shouwen.Cases.Transfer;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>The form that opens a case under one of the rule books whose opening the reader may record.</summary>
public sealed partial class RegisterCase
{
    internal const string Page = "/cases/new";
    private const string ProjectField = "project";
    private const string NameField = "customerName";
    private const string PhoneField = "customerPhone";
    private const string ContactField = "contactEndedAt";
    private const int MostProjects = 500;

    /// <summary>The number of the event that opens a case.</summary>
    private const int Opened = 1;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Rules">The rule book chosen.</param>
    /// <param name="Books">All that can be chosen.</param>
    /// <param name="Who">Project and customer.</param>
    /// <param name="What">The fields of the opening event.</param>
    public sealed record View(string Rules, IReadOnlyList<View.Book> Books, EventForm.View Who, EventForm.View What)
    {
        public Words? Problem { get; init; }

        /// <summary>EG-13: the customer confirms by signature; null where the book asks for none.</summary>
        public SignaturePad.View? Signature { get; init; }

        /// <summary>The book under which the case may be merged into one it repeats; null where the reader may not.</summary>
        public string? MergesUnder { get; init; }

        /// <summary>The case it repeats.</summary>
        public string? SameAs { get; init; }

        /// <summary>The property case it is opened for.</summary>
        public string? Serves { get; init; }

        /// <summary>The record of who reports, where he is known.</summary>
        public long? Customer { get; init; }

        public required FindCaller.View Caller { get; init; }

        /// <summary>The category past demands like this one had, while none is chosen.</summary>
        public SuggestCategory.View? Suggested { get; init; }

        /// <summary>Null while nobody is chosen.</summary>
        public IReadOnlyList<CaseLines.View>? CasesOfCaller { get; init; }
        public IReadOnlyList<CaseLines.View> InBuilding { get; init; } = [];

        public sealed record Book(string Name, Words Title);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string? rules,
        string? who,
        long? customer,
        string? project,
        string? unit,
        string? serves,
        [AsParameters] Desk desk,
        CancellationToken cancellation
    )
    {
        if (desk.BookFor(rules) is not { } book)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var ties = new Ties(null, await desk.Served(serves, cancellation));
        var caller = ties.Serves?.Caller ?? await desk.Callers.Open(customer, project, unit, cancellation);
        var person = new Person(ties.Serves?.Project ?? caller.Project, ties.Serves?.Customer?.Name ?? caller.Customer?.Name, null, caller);
        return Answer.Page<RegisterCase>(await desk.Form(book, EventInput.None, person, ties, Trimmed(who), cancellation));
    }

    private static async Task<IResult> Post(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (desk.BookFor(form["rules"]) is not { } book)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var rule = desk.Signature(book);
        var signature = rule is null
            ? null
            : await SignatureForm.Read(form, rule, desk.KeptFiles.Of(desk.Reader.Me!.StaffId), cancellation);
        var input = EventInput.Read(form, Desk.Shape(book), signature?.Signed);
        var known = long.TryParse(form["customer"], CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var caller = await desk.Callers.Open(known, Text(form, ProjectField), Text(form, "unit"), cancellation);
        var person = new Person(Text(form, ProjectField), Text(form, NameField), Text(form, PhoneField), caller);
        var ties = new Ties(Text(form, "sameAs"), await desk.Served(form["serves"], cancellation));
        await desk.Check(person, input, cancellation);
        if (ties.Serves is null)
        {
            desk.CheckCentre(book, person, input);
        }

        if (!input.Sound || signature?.Problem is not null)
        {
            return Again(await desk.Form(book, input, person, ties, null, cancellation, signature));
        }

        var answer = await desk.Open(book, person, ties, input.Data, signature, cancellation);
        return answer.Done && signature is { Signed: true } && desk.IsToBeRated(book) ? Answer.SeeOther(RateDesk.PathOf(answer.Number))
            : answer.Done
                ? Answer.SeeOther(
                    ties.SameAs is null
                        ? $"/cases/{Uri.EscapeDataString(answer.Number)}?recorded={EventType.CaseOpened.Name()}"
                        : RelatedPages.Case(answer.Number)
                )
            : Again(
                await desk.Form(book, input, person, ties, null, cancellation, signature) with
                {
                    Problem = answer.Refusal?.Sentence ?? answer.Malformed?.Sentence,
                }
            );
    }

    private static RazorComponentResult<RegisterCase> Again(View view) =>
        Answer.Page<RegisterCase>(view, StatusCodes.Status422UnprocessableEntity);

    private static string? Text(IFormCollection form, string field) => Trimmed(form[field]);

    private static string? Trimmed(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Who reports, and from which project: what was typed, and the records that were chosen.</summary>
    internal sealed record Person(string? Project, string? Name, string? Phone, Caller Caller)
    {
        /// <summary>A customer on record need not say his number again; it may even be hidden from who takes the call.</summary>
        public string? WholePhone => Phone ?? (Name == Caller.Customer?.Name ? Caller.Customer?.Phone : null);
    }

    /// <summary>What the new case has to do with others.</summary>
    internal sealed record Ties(string? SameAs, ServedCase? Serves);

    internal sealed record Desk(
        CaseLog Log,
        Database Database,
        Db Db,
        FileStore Store,
        KeptFiles KeptFiles,
        RuleLibrary Rules,
        LearntCategories Learnt,
        CaseLinks Links,
        Reader Reader
    )
    {
        public Callers Callers => new(Db, Rules, Me, Reader.Now);

        private Me Me => Reader.Me!;

        /// <summary>The book asked for, else the first whose opening this person may record.</summary>
        public RuleBook? BookFor(string? name) => Books().FirstOrDefault(book => string.IsNullOrEmpty(name) || book.Name == name);

        public static EventShape Shape(RuleBook book) => EventVocabulary.Of(book.Procedure).Find(EventType.CaseOpened)!;

        /// <summary>EG-16: who has just signed at the desk holds the terminal and rates.</summary>
        public bool IsToBeRated(RuleBook book) => Me.MayHandOverForRating(book.At(Reader.Now), []);

        public SignatureRule? Signature(RuleBook book) => book.At(Reader.Now).Signatures.GetValueOrDefault(EventType.CaseOpened);

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
            else if (person.Phone is { } given && !given.Any(char.IsAsciiDigit))
            {
                input.Blame(PhoneField, ActingTexts.PhoneNoDigits);
            }

            if (EventInput.TryTime(input.Value(ContactField) ?? "", out var ended) && Backdating.IsTooLate(ended, Reader.Now))
            {
                input.Blame(ContactField, ActingTexts.ContactTooLongAgo);
            }
        }

        /// <summary>EG-7a; a developer's case that serves a property case is the developer's still.</summary>
        public void CheckCentre(RuleBook book, Person person, EventInput input)
        {
            using var session = Database.Read();
            if (ClosedCentre.WhyNot(session, Rules, book, person.Project, Reader.Now) is { } refusal)
            {
                input.Blame(ProjectField, refusal.Sentence);
            }
        }

        public Task<ServedCase?> Served(string? number, CancellationToken cancellation) =>
            ServedCase.Open(Log, Db, Callers, Reader, number, cancellation);

        public async Task<CaseAnswer> Open(
            RuleBook book,
            Person person,
            Ties ties,
            ReadOnlyMemory<byte> data,
            SignatureForm? signature,
            CancellationToken cancellation
        )
        {
            var phone = person.WholePhone ?? (person.Name == ties.Serves?.Customer?.Name ? ties.Serves?.Customer?.Phone : null);
            var customer = await Db.CustomersFor(Me).Caller(person.Name, phone, cancellation) ?? Chosen(person);
            var opening = Log.Prepare(
                new NewCase(book.Name, [new NewEvent(EventType.CaseOpened, Reader.Now, Me.StaffId, data)])
                {
                    Project = person.Project,
                    Customer = person.Name is null && phone is null ? null : new Customer(person.Name, phone),
                    CustomerId = customer,
                }
            );
            var tied = new TiedOpening(Log, Me, Reader.Now, book, ties);
            return await Database.Writer.Write(session => tied.Open(session, opening, person.Project, Beside), cancellation);

            void Beside(WriteSession session, CaseAnswer answer) => PutBeside(session, answer, book, customer, signature);
        }

        /// <summary>What is written with the case itself: the signature or its refusal, and the owner's link.</summary>
        private void PutBeside(WriteSession session, CaseAnswer answer, RuleBook book, long? customer, SignatureForm? signature)
        {
            signature?.Put(session, Store, answer, Opened, Me.StaffId, Reader.Now);
            if (answer.Done && signature is { Refused: true })
            {
                Log.Record(
                    session,
                    answer.Number,
                    OwnRights.Refusal(EventType.CaseOpened, signature.Reason, Reader.Now, Me.StaffId) with
                    {
                        Event = Opened,
                    }
                );
            }

            if (answer.Done && book.At(Reader.Now).Owners.Link is { } term)
            {
                Links.Give(session, answer.Number, customer, term, Reader.Now);
            }
        }

        /// <summary>The customer who was chosen, unless another name was typed over his.</summary>
        private static long? Chosen(Person person) =>
            person.Caller.Customer is { } customer && person.Name == customer.Name ? customer.Id : null;

        public async Task<View> Form(
            RuleBook book,
            EventInput input,
            Person person,
            Ties ties,
            string? asked,
            CancellationToken cancellation,
            SignatureForm? signature = null
        )
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
                        Hint = person.Caller.Customer?.Phone is { } phone ? IntakeTexts.PhoneOnRecord(Phrases.MaskedPhone(phone)) : null,
                        Problem = input.Problem(PhoneField),
                    },
                ]),
                DemandLast(
                    new FormFields(version, Shape(book)).View(input, field => ties.Serves?.Preset(field) ?? Preset(field, person.Caller))
                )
            )
            {
                Customer = person.Caller.Customer?.Id,
                MergesUnder = Me.IsOneOf(version.Relations.Merge) ? book.Name : null,
                SameAs = ties.SameAs,
                Serves = ties.Serves?.Number,
                Caller = new FindCaller.View(
                    book.Name,
                    asked,
                    asked is null ? [] : await Callers.Find(asked, cancellation),
                    await Named(person.Caller, cancellation)
                )
                {
                    Done = input.Any || !input.Sound,
                },
                CasesOfCaller = person.Caller == Caller.Unknown ? null : await Callers.CasesOf(person.Caller, cancellation),
                Suggested = SuggestCategory.View.For(Learnt, version, input.Value("category"), input.Value("demand")),
                InBuilding = await Callers.OpenInBuilding(person.Caller, cancellation),
                Signature = Signature(book) is { } rule ? SignatureForm.Field(rule, Unsigned.Later, signature) : null,
                Problem = projects.Count == 0 ? ActingTexts.NoProjects : null,
            };
        }

        /// <summary>The short fields stand in pairs; what is written at length closes the form.</summary>
        private static EventForm.View DemandLast(EventForm.View form) => new([.. form.Fields.OrderBy(field => field.Name == "demand")]);

        private string? Preset(string field, Caller caller) =>
            field switch
            {
                ContactField => EventInput.ForField(Reader.Now),
                "unit" => caller.Unit,
                _ => null,
            };

        private async Task<string?> Named(Caller caller, CancellationToken cancellation)
        {
            var names = await ProjectNames.Load(Db, [caller.Project], cancellation);
            var parts = new[] { caller.Customer?.Name, caller.Unit is null ? null : names.Home(caller.Project, caller.Unit) };
            return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
        }

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
