using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Inbox;
using Shouwen.Cases.Model;
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
        routes
            .MapPost("/cases/{number}/events/{type}", Post)
            .RequireAuthorization(Permissions.Desk)
            .AsksForForm()
            .WithMetadata(new RequestSizeLimitAttribute(AttachmentForm.Largest));
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
        return await Again(problem, StatusOf(answer.Refusal, StatusCodes.Status422UnprocessableEntity));

        async Task<IResult> Again(Words? problem, int status)
        {
            foreach (var input in inputs)
            {
                input.AskForFilesAgain();
            }

            var view = await desk.Form(sheet, inputs, problem, cancellation) with { FromInbox = fromInbox };
            return Answer.Page<RecordEvent>(new View(view) { Case = sheet.Opened.Page(desk.Reader.Me!) }, status);
        }
    }

    private static int StatusOf(Refusal? refusal, int otherwise = StatusCodes.Status200OK) =>
        refusal switch
        {
            null => otherwise,
            { Code: Refusals.NotYoursCode or Refusals.HandlerCode } => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };

    /// <summary>The case on the desk and the event somebody wants to record.</summary>
    internal sealed record Sheet(CaseFile File, RuleVersion Version, EventShape Shape, Refusal? Forbidden, Refusal? Impossible)
    {
        public SignatureRule? Signature => Version.Signatures.GetValueOrDefault(Shape.Type);
    }

    /// <summary>What both halves of the form need: the case in scope, its form, the append.</summary>
    internal sealed record Desk(CaseLog Log, Database Database, Db Db, FileStore Store, OrganisationTree Tree, Reader Reader)
    {
        public Sheet? Open(string number, string type)
        {
            var me = Reader.Me!;
            if (Log.Load(me, number) is not { } file)
            {
                return null;
            }

            var version = file.Book.At(Reader.Now);
            if (EventVocabulary.Of(file.Book.Procedure).Find(type) is not { } shape || shape.Type == EventType.CaseOpened)
            {
                return null;
            }

            var events = file.History.Events;
            var possible = new PossibleActions(file.History, Reader.Now);
            return new Sheet(file, version, shape, me.MayNotRecord(version, shape.Type, events), possible.WhyNot(shape));
        }

        public async Task<RecordEventForm.View> Form(
            Sheet sheet,
            EventInput input,
            Words? problem,
            CancellationToken cancellation,
            SignatureForm? signature = null
        )
        {
            var rule = sheet.Version.Events[sheet.Shape.Type];
            var fields = new FormFields(sheet.Version, sheet.Shape);
            var lead = input.Value("department") ?? Preset(sheet, "department") ?? "";
            var people = fields.NamesPeople
                ? await AnswerablePeople.Of(sheet.Version, Db, Tree.UpFrom(sheet.File.Project), lead, Reader.Now, cancellation)
                : null;
            if (people is not null)
            {
                fields.With(people);
            }

            var type = sheet.Shape.Type.Name();
            return new RecordEventForm.View(
                sheet.File.Number,
                sheet.File.Version,
                type,
                rule.Name,
                rule.Clause,
                fields.View(input, field => people?.Proposed(field, sheet.File.Judgement.Nature) ?? Preset(sheet, field))
            )
            {
                Problem = problem,
                Signature = sheet.Signature is { } signed ? SignatureForm.Field(signed, sent: signature) : null,
            };
        }

        /// <summary>The case as its own page tells it.</summary>
        public async Task<ShowCase.View?> About(string number, CancellationToken cancellation) =>
            (await new CaseDesk(Log, Db, Store, Reader, []).Open(number, cancellation))?.Page(Reader.Me!);

        public Task<CaseAnswer> Record(
            Sheet sheet,
            ReadOnlyMemory<byte> data,
            SignatureForm? signature,
            int? seen,
            CancellationToken cancellation
        )
        {
            var me = Reader.Me!;
            var type = sheet.Shape.Type;
            var at = Instant.Max(Reader.Now, sheet.File.History.State.LastAt);
            var request = new AppendRequest(sheet.File.Number, [new NewEvent(type, at, me.StaffId, data)], seen)
            {
                Scope = me.Scope,
                Guard = (book, events) => me.MayNotRecord(book.At(at), type, events),
            };
            return Database.Writer.Write(
                session =>
                {
                    var answer = Log.Append(session, request);
                    signature?.Put(session, Store, answer, answer.FirstSeq, me.StaffId, Reader.Now);
                    return answer;
                },
                cancellation
            );
        }

        /// <summary>What the case itself suggests: the order goes to the department the matrix names, with the time the customer asked for.</summary>
        private static string? Preset(Sheet sheet, string field)
        {
            var opening = new EventData(sheet.File.Events[0]);
            return field switch
            {
                "department" when opening.Text("category") is { } category => sheet.Version.Categories.GetValueOrDefault(category)?.Lead,
                "requiredBy" when opening.Time("requiredBy") is { } required => EventInput.ForField(required),
                _ => null,
            };
        }
    }
}
