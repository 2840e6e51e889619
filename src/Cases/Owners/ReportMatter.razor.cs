using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Intake;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>An owner reports a matter of an own home. The desk that is open there decides which rule book takes it (EG-7a).</summary>
public sealed partial class ReportMatter
{
    private const string Page = "/owner/report";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Owner);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Owner).AsksForForm().TakesFiles();
    }

    /// <param name="Once">Told with the form: what is sent twice is opened once.</param>
    /// <param name="Homes">The owner's own.</param>
    /// <param name="Categories">What it can be about, in plain words.</param>
    public sealed record View(string Once, IReadOnlyList<View.Choice> Homes, IReadOnlyList<View.Plain> Categories)
    {
        public string? Home { get; init; }
        public string? Category { get; init; }
        public string? Demand { get; init; }

        /// <summary>Masked: where the desk calls back.</summary>
        public string? Phone { get; init; }
        public Words? Problem { get; init; }
        public Words? HomeProblem { get; init; }
        public Words? CategoryProblem { get; init; }
        public Words? DemandProblem { get; init; }
        public Words? PhotoProblem { get; init; }

        /// <summary>The photos of a form that was refused.</summary>
        public IReadOnlyList<KeptFile> Kept { get; init; } = [];

        public bool Sound => (Problem ?? HomeProblem ?? CategoryProblem ?? DemandProblem ?? PhotoProblem) is null;

        public sealed record Choice(string Value, string Name);

        public sealed record Plain(string Value, Words Name);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get([AsParameters] Desk desk, CancellationToken cancellation) =>
        Answer.Page<ReportMatter>(await desk.Form(RandomNumberGenerator.GetHexString(32, lowercase: true), null, cancellation));

    private static async Task<IResult> Post(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var home = await desk.Home(form.Text("home"), cancellation);
        var book = home is null ? null : await desk.Rules.BookForOwners(desk.Db, home.Project, desk.Reader.Now, cancellation);
        var (photos, wrong) = await AttachmentForm.ReadPhotos(form, "photo", desk.Kept, cancellation);
        var (once, demand, category) = (form.Text("once"), form.Text("demand"), form.Text("category"));
        var view = await desk.Form(once ?? "", form.Text("home"), cancellation) with
        {
            Category = category,
            Demand = demand,
            HomeProblem = home is null ? OwnTexts.ChooseHome : null,
            CategoryProblem =
                category is null || book?.At(desk.Reader.Now).Categories.ContainsKey(category) == false ? OwnTexts.ChooseCategory : null,
            DemandProblem =
                demand is null ? OwnTexts.SayDemand
                : OwnInput.IsTooLong(demand) ? OwnTexts.TooLong(OwnInput.LongestText)
                : null,
            PhotoProblem = wrong,
            Kept = desk.Kept.Again(photos?.Files ?? []),
            Problem = once is not { Length: 32 } || (home is not null && book is null) ? OwnTexts.NotNow : null,
        };
        if (!view.Sound)
        {
            return Answer.Page<ReportMatter>(view, StatusCodes.Status422UnprocessableEntity);
        }

        var answer = await desk.Open(new Report(once!, home!, book!, category!, demand!, photos), cancellation);
        return answer.Number.Length > 0
            ? Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(answer.Number)}?done=reported")
            : Answer.Page<ReportMatter>(
                view with
                {
                    Problem = answer.Refusal?.Sentence ?? answer.Malformed?.Sentence,
                },
                StatusCodes.Status422UnprocessableEntity
            );
    }

    internal sealed record Report(string Once, Unit Home, RuleBook Book, string Category, string Demand, AttachmentForm? Photos);

    internal sealed record Desk(
        System.Security.Claims.ClaimsPrincipal Who,
        CaseLog Log,
        Database Database,
        Db Db,
        FileStore Store,
        KeptFiles KeptFiles,
        RuleLibrary Rules,
        Reader Reader
    )
    {
        private const string FindReport = "SELECT number FROM owner_report WHERE customer_id = @customer AND once = @once";
        private const string KeepReport = "INSERT INTO owner_report (customer_id, once, number) VALUES (@customer, @once, @number)";

        private Owner Owner => Owner.Of(Who);

        public KeptFiles.FormFiles Kept => KeptFiles.Of(Owner.Sender);

        public async Task<Unit?> Home(string? value, CancellationToken cancellation) =>
            (await Homes(cancellation)).Find(home => ValueOf(home) == value);

        public async Task<View> Form(string once, string? chosen, CancellationToken cancellation)
        {
            var homes = await Homes(cancellation);
            var names = await ProjectNames.Load(Db, homes.Select(home => home.Project), cancellation);
            var first = homes.Find(home => ValueOf(home) == chosen) ?? homes.FirstOrDefault();
            var book = first is null ? null : await Rules.BookForOwners(Db, first.Project, Reader.Now, cancellation);
            var customer = await Customer(first?.Owner, cancellation);
            return new View(
                once,
                [.. homes.Select(home => new View.Choice(ValueOf(home), names.Home(home.Project, home.Number) ?? home.Number))],
                [
                    .. (book?.At(Reader.Now).Categories.Values ?? [])
                        .Where(category => category.Plain is not null)
                        .Select(category => new View.Plain(category.Code, category.Plain!)),
                ]
            )
            {
                Home = chosen ?? (homes is [var only] ? ValueOf(only) : null),
                Phone = customer?.Phone is { } phone ? Phrases.MaskedPhone(phone) : null,
            };
        }

        /// <summary>The case of this form, opened now or when the form came the first time.</summary>
        public async Task<CaseAnswer> Open(Report report, CancellationToken cancellation)
        {
            var customer = await Customer(report.Home.Owner, cancellation);
            var opening = Log.Prepare(
                new NewCase(report.Book.Name, [new NewEvent(EventType.CaseOpened, Reader.Now, null, Data(report))])
                {
                    Project = report.Home.Project,
                    Customer = new Customer(customer?.Name, customer?.Phone),
                    CustomerId = customer?.Id,
                }
            );
            return await Database.Writer.Write(session => Open(session, report, opening), cancellation);
        }

        private CaseAnswer Open(WriteSession session, Report report, Opening opening)
        {
            var customer = report.Home.Owner!.Value;
            if (session.Query(FindReport, row => row.Text(0), customer, report.Once) is [var there])
            {
                return new CaseAnswer { Number = there };
            }

            var answer = CaseLog.Open(session, opening);
            if (answer.Done)
            {
                session.Run(KeepReport, customer, report.Once, answer.Number);
                if (report.Photos is { } photos)
                {
                    var caseId = ProjectionSql.Find(session, answer.Number, Scope.WholeGroup)!.Value.Key.CaseId;
                    Attaching.Put(session, Store, caseId, photos, Attachment.Customer, Reader.Now);
                }
            }

            return answer;
        }

        private byte[] Data(Report report)
        {
            var now = Reader.Now.ToString();
            var shape = EventVocabulary.Of(report.Book.Procedure).Find(EventType.CaseOpened)!;
            var data = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["channel"] = Channel,
                ["category"] = report.Category,
                ["unit"] = report.Home.Number,
                ["demand"] = report.Demand,
                ["contactEndedAt"] = now,
            };
            return JsonSerializer.SerializeToUtf8Bytes(
                data.Where(each => shape.Fields.Any(field => field.Name == each.Key)).ToDictionary(StringComparer.Ordinal)
            );
        }

        private const string Channel = "web";

        private Task<List<Unit>> Homes(CancellationToken cancellation) =>
            Owner.Homes(Db).OrderBy(home => home.Project).ThenBy(home => home.Number).Take(50).ToListAsync(cancellation);

        private Task<CustomerRecord?> Customer(long? id, CancellationToken cancellation) =>
            Db.Set<CustomerRecord>().AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id, cancellation);

        private static string ValueOf(Unit home) => $"{home.Project}/{home.Number}";
    }
}
