using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>Notes a fact of a case: every record of its rule book has this one form.</summary>
public sealed partial class AddRecord
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/records/{type}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/records/{type}", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    private const string Prefix = "data.";

    public sealed record View(RecordForm.View Form)
    {
        /// <summary>What it is about, for who comes from a list and has not opened the case.</summary>
        public ShowCase.View? Case { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string number, string type, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (desk.Open(number, type) is not { } sheet)
        {
            return Results.NotFound();
        }

        var closed = desk.WhyNot(sheet);
        var form = desk.Form(sheet, RecordInput.Empty(sheet.Rule, Prefix), closed?.Sentence) with { Closed = closed is not null };
        return desk.Reader.WantsFragment
            ? Answer.Page<RecordForm>(form)
            : Answer.Page<AddRecord>(new View(form) { Case = desk.About(number) }, StatusOf(closed));
    }

    private static async Task<IResult> Post(
        string number,
        string type,
        HttpContext http,
        [AsParameters] Desk desk,
        CancellationToken cancellation
    )
    {
        if (desk.Open(number, type) is not { } sheet)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var input = RecordInput.Read(form, sheet.Rule, Prefix);
        foreach (var stranger in desk.Strangers(sheet, input))
        {
            input.Blame(stranger);
        }

        if (!input.Sound)
        {
            return Again(null, StatusCodes.Status422UnprocessableEntity);
        }

        int? seen = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null;
        var answer = await desk.Record(sheet, input, seen, cancellation);
        if (answer.Done)
        {
            return Answer.SeeOther($"/cases/{Uri.EscapeDataString(number)}?recorded={sheet.Rule.Name}");
        }

        foreach (var (_, wrong) in answer.RecordFaults)
        {
            input.Blame(wrong);
        }

        return Again(answer.Refusal?.Sentence, StatusOf(answer.Refusal, StatusCodes.Status422UnprocessableEntity));

        IResult Again(Words? problem, int status)
        {
            var again = desk.Form(sheet, input, problem);
            return Answer.Page<AddRecord>(new View(again) { Case = desk.About(number) }, status);
        }
    }

    private static int StatusOf(Refusal? refusal, int otherwise = StatusCodes.Status200OK) =>
        refusal switch
        {
            null => otherwise,
            _ when Refusals.Forbids(refusal) => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };

    /// <summary>The case on the desk and what somebody wants to note of it.</summary>
    internal sealed record Sheet(CaseFile File, RuleVersion Version, RecordRule Rule);

    internal sealed record Desk(CaseLog Log, Database Database, FileStore Store, OrganisationTree Tree, Reader Reader)
    {
        public Sheet? Open(string number, string type)
        {
            if (Log.Load(Reader.Me!, number) is not { } file)
            {
                return null;
            }

            var version = file.Book.At(Reader.Now);
            return version.Records.TryGetValue(type, out var rule) ? new Sheet(file, version, rule) : null;
        }

        public Refusal? WhyNot(Sheet sheet)
        {
            var stage = sheet.File.History.State.Stage;
            return Reader.Me!.MayNotRecord(sheet.Version, sheet.Rule, sheet.File.History.Events)
                ?? (sheet.Rule.IsPossibleAt(stage) ? null : Refusals.NotAtThisStage(sheet.Version, sheet.Rule, stage))
                ?? (sheet.Rule.Name == Relations.Taken && !sheet.File.Relations.WaitsForDesk ? Refusals.NotWaiting : null);
        }

        public RecordForm.View Form(Sheet sheet, RecordInput input, Words? problem)
        {
            using var session = Database.Read();
            var people = sheet.Rule.Fields.Any(field => field.Kind == RecordFieldKind.Staff)
                ? AnswerablePeople.Of(sheet.Version, session, Tree.UpFrom(sheet.File.Project), "", Reader.Now)
                : null;
            var (rule, file) = (sheet.Rule, sheet.File);
            return new RecordForm.View(
                file.Number,
                file.Version,
                rule.Name,
                rule.Action,
                rule.Clause,
                new EventForm.View(input.View(people))
            )
            {
                Problem = problem,
            };
        }

        public IReadOnlyList<Malformed> Strangers(Sheet sheet, RecordInput input) =>
            RecordPeople.Strangers(sheet.Rule, input.Data, Database, Tree.UpFrom(sheet.File.Project), sheet.Version, Reader.Now);

        /// <summary>The case as its own page tells it.</summary>
        public ShowCase.View? About(string number) => new CaseDesk(Log, Database, Store, Reader, []).Open(number)?.Page(Reader.Me!);

        public Task<CaseAnswer> Record(Sheet sheet, RecordInput input, int? seen, CancellationToken cancellation)
        {
            var me = Reader.Me!;
            var request = new AppendRequest(sheet.File.Number, [], seen)
            {
                Scope = me.Scope,
                By = me,
                Guard = (book, events) => me.MayNotRecord(book.At(Reader.Now), sheet.Rule, events),
                Records = [new NewRecord(sheet.Rule.Name, Reader.Now, me.StaffId, input.Data)],
            };
            return Log.Append(request, cancellation);
        }
    }
}
