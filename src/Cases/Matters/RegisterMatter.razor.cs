using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Intake;
using Shouwen.Cases.Model;
using Shouwen.Cases.Owners;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Matters;

/// <summary>
/// PM-3, SN-8: any employee registers a matter in one screen. It becomes a case at the desk of the project and waits there; the
/// employee stays its first contact (docs/adr/0023).
/// </summary>
public sealed partial class RegisterMatter
{
    public const string Page = "/matters/new";
    private const string Photo = "photo";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();
    }

    /// <param name="Once">Told with the form: what is sent twice is opened once.</param>
    /// <param name="Projects">Where something can be registered.</param>
    /// <param name="What">The fields.</param>
    public sealed record View(string Once, IReadOnlyList<EventForm.View.Option> Projects, EventForm.View What)
    {
        public Words? Problem { get; init; }
        public Words? PhotoProblem { get; init; }
        public IReadOnlyList<KeptFile> Kept { get; init; } = [];
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get([AsParameters] Desk desk, CancellationToken cancellation)
    {
        var own = desk.Me.Projects is [var only] ? only : null;
        return Answer.Page<RegisterMatter>(
            await desk.Form(MatterInput.Empty(RandomNumberGenerator.GetHexString(32, lowercase: true), own), cancellation)
        );
    }

    private static async Task<IResult> Post(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (photos, wrong) = await AttachmentForm.ReadPhotos(form, Photo, desk.Kept, cancellation);
        var input = MatterInput.Read(form) with { Photos = photos, PhotoProblem = wrong };
        var book = input.ProjectCode is { } project ? await desk.Rules.BookOfDesk(desk.Db, project, desk.Reader.Now, cancellation) : null;
        input.Judge((await desk.Projects(cancellation)).Select(each => each.Code), book?.At(desk.Reader.Now));
        if (input.Sound)
        {
            var answer = await desk.Open(book!, input, cancellation);
            if (answer.Number.Length > 0)
            {
                return Answer.SeeOther($"{ShowMatters.Page}?registered={Uri.EscapeDataString(answer.Number)}");
            }

            input.Refuse(answer.Refusal?.Sentence ?? answer.Malformed?.Sentence);
        }

        return Answer.Page<RegisterMatter>(await desk.Form(input, cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    internal sealed record Desk(
        CaseLog Log,
        Database Database,
        Db Db,
        KeptFiles KeptFiles,
        RuleLibrary Rules,
        CaseLinks Links,
        Idempotency Forms,
        Reader Reader
    )
    {
        private const int MostProjects = 500;

        public Me Me => Reader.Me!;

        public KeptFiles.FormFiles Kept => KeptFiles.Of(Me.StaffId);

        /// <summary>Every project that is open, also outside the employee's own places: a customer asks whom he meets.</summary>
        public Task<List<Project>> Projects(CancellationToken cancellation)
        {
            var closed = Db.Set<Place>()
                .Where(place => place.Kind == PlaceKind.Project && place.ClosedAt != null)
                .Select(place => place.Id);
            return Db.Set<Project>()
                .AsNoTracking()
                .Where(project => !closed.Contains(project.Code))
                .OrderBy(project => project.Code)
                .Take(MostProjects)
                .ToListAsync(cancellation);
        }

        public async Task<View> Form(MatterInput input, CancellationToken cancellation)
        {
            var projects = (await Projects(cancellation)).ConvertAll(project => new EventForm.View.Option(
                project.Code,
                new Words(project.Name, project.Name)
            ));
            return new View(input.FormKey, projects, input.Fields(projects, Categories()))
            {
                Problem = input.Problem,
                PhotoProblem = input.PhotoProblem,
                Kept = Kept.Again(input.Photos?.Files ?? []),
            };
        }

        /// <summary>In plain words: whoever meets a customer need not know the company's matrix.</summary>
        private IEnumerable<EventForm.View.Option> Categories() =>
            Rules
                .Books.Values.Select(book => book.At(Reader.Now))
                .Where(version => version.FirstContact is not null)
                .SelectMany(version => version.Categories.Values)
                .Where(category => category.Plain is not null)
                .DistinctBy(category => category.Code, StringComparer.Ordinal)
                .Select(category => new EventForm.View.Option(category.Code, category.Plain!));

        /// <summary>The case of this form, opened now or when the form came the first time.</summary>
        public async Task<CaseAnswer> Open(RuleBook book, MatterInput matter, CancellationToken cancellation)
        {
            var atDesk = Me with { Scope = new Scope([matter.ProjectCode!]) };
            var customer = await Db.CustomersFor(atDesk).Caller(matter.Customer, matter.CustomerPhone, cancellation);
            var opening = Log.Prepare(
                new NewCase(book.Name, [new NewEvent(EventType.CaseOpened, Reader.Now, null, Data(book, matter))])
                {
                    Project = matter.ProjectCode,
                    Customer = (matter.Customer ?? matter.CustomerPhone) is null
                        ? null
                        : new Customer(matter.Customer, matter.CustomerPhone),
                    CustomerId = customer,
                }
            );
            return await Database.Writer.Write(session => Open(session, book, matter, customer, opening), cancellation);
        }

        private CaseAnswer Open(WriteSession session, RuleBook book, MatterInput matter, long? customer, Opening opening)
        {
            if (Forms.Led(session, Me.StaffId, matter.FormKey) is { } there)
            {
                return new CaseAnswer { Number = there };
            }

            var answer = CaseLog.Open(session, opening);
            if (!answer.Done)
            {
                return answer;
            }

            Report(session, answer.Number);
            Forms.Lead(session, Me.StaffId, matter.FormKey, answer.Number);
            if (book.At(Reader.Now).Owners.Link is { } term)
            {
                Links.Give(session, answer.Number, customer, term, Reader.Now);
            }

            if (matter.Photos is { } photos)
            {
                var caseId = ProjectionSql.FindItself(session, answer.Number, Scope.WholeGroup)!.Value.Key.CaseId;
                Attaching.Put(session, KeptFiles.Store, caseId, photos, Me.StaffId, Reader.Now);
            }

            return answer;
        }

        private void Report(WriteSession session, string number)
        {
            var post = Me.Post.Length > 0 ? Me.Post : null;
            var report = new NewRecord(Relations.Reported, Reader.Now, Me.StaffId, FlatJson.Bytes(("post", post)));
            var answer = Log.Record(session, number, report);
            if (!answer.Done)
            {
                throw new InvalidOperationException($"{number}: {answer.Refusal?.Sentence.En ?? answer.RecordFaults[0].Wrong.Sentence.En}");
            }
        }

        private byte[] Data(RuleBook book, MatterInput matter)
        {
            var shape = EventVocabulary.Of(book.Procedure).Find(EventType.CaseOpened)!;
            var data = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["channel"] = book.At(Reader.Now).FirstContact!.Channel,
                ["category"] = matter.Category!,
                ["unit"] = matter.Where!,
                ["demand"] = matter.Wanted!,
                ["contactEndedAt"] = Reader.Now.ToString(),
            };
            return JsonSerializer.SerializeToUtf8Bytes(
                data.Where(each => shape.Fields.Any(field => field.Name == each.Key)).ToDictionary(StringComparer.Ordinal)
            );
        }
    }
}
