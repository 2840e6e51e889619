using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Owners;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>The case on the desk and the event somebody wants to record, with the steps of its form.</summary>
internal sealed record EventSheet(OpenedCase Opened, IReadOnlyList<Step> Steps, Refusal? Forbidden, Refusal? Impossible)
{
    public Step First => Steps[0];

    public CaseFile File => Opened.File;
}

/// <summary>What both halves of the form of an event need: the case in scope, its form, the one write.</summary>
internal sealed record EventDesk(
    CaseLog Log,
    Database Database,
    Db Db,
    FileStore Store,
    KeptFiles KeptFiles,
    OrganisationTree Tree,
    Reader Reader
)
{
    private const string RefusalCall = "refusal.callback";

    private Me Me => Reader.Me!;

    private KeptFiles.FormFiles Kept => KeptFiles.Of(Me.StaffId);

    public async Task<EventSheet?> Open(string number, string type, CancellationToken cancellation)
    {
        if (new CaseDesk(Log, Database, Store, Reader, []).Open(number) is not { } opened)
        {
            return null;
        }

        var file = opened.File;
        var vocabulary = EventVocabulary.Of(file.Book.Procedure);
        if (vocabulary.Find(type) is not { } shape || shape.Type == EventType.CaseOpened)
        {
            return null;
        }

        var version = file.Book.At(Reader.Now);
        var possible = new PossibleActions(file.History, Reader.Now);
        var steps = Step.Of(version, vocabulary, shape)
            .Where(step => step.IsFirst || Me.MayNotRecord(version, step.Shape.Type, file.History.Events) is null);
        return new EventSheet(opened, [.. steps], possible.Forbidden(Me, shape), possible.WhyNot(shape) ?? opened.WhyNotClose(shape.Type));
    }

    public async Task<RecordEventForm.View> Form(
        EventSheet sheet,
        IReadOnlyList<StepInput> inputs,
        Words? problem,
        CancellationToken cancellation
    )
    {
        var (file, rule, type) = (sheet.File, sheet.First.Rule, sheet.First.Shape.Type);
        var people = People(sheet, inputs[0]);
        var purposes = Purposes(sheet);
        var parts = new StepParts(people, field => people?.Proposed(field, file.Judgement.Nature) ?? Preset(sheet, field, purposes), Kept)
        {
            Purposes = purposes,
        };
        return new RecordEventForm.View(file.Number, file.Version, type.Name(), rule.Action, rule.Clause, parts.Of(inputs))
        {
            Problem = problem,
            Scripts = [.. purposes.Where(sheet.First.Version.Scripts.ContainsKey).Select(purpose => Script(sheet.First.Version, purpose))],
            Grounds = CycleGrounds.Concerns(type) ? sheet.Opened.Grounds.Tell() : null,
        };
    }

    /// <summary>What was filled in. Its files are kept whatever else is wrong: nobody has to choose them twice.</summary>
    public async Task<IReadOnlyList<StepInput>> Read(EventSheet sheet, IFormCollection form, CancellationToken cancellation)
    {
        var inputs = new List<StepInput>();
        foreach (var step in sheet.Steps)
        {
            inputs.Add(await StepInput.Read(step, form, Kept, OwnRights.HasSigned(sheet.File, step.Shape.Type), cancellation));
        }

        var path = Tree.UpFrom(sheet.File.Project);
        foreach (var input in inputs.Where(input => input.IsWanted))
        {
            Strangers(input, path).ToList().ForEach(stranger => input.Fields.Blame(stranger.Field, stranger.Sentence));
            foreach (var record in input.Records)
            {
                var strangers = RecordPeople.Strangers(record.Rule, record.Data, Database, path, input.Step.Version, Reader.Now);
                strangers.ToList().ForEach(record.Blame);
            }
        }

        foreach (var input in inputs.Where(input => input.IsWanted))
        {
            await input.Keep(Store, cancellation);
        }

        return inputs;
    }

    private IReadOnlyList<Malformed> Strangers(StepInput input, IReadOnlyList<string> path)
    {
        if (!input.Step.Shape.NamesSomebody)
        {
            return [];
        }

        using var session = Database.Read();
        return EventNames.Strangers(input.Step.Shape, input.Fields.Data, session, path, input.Step.Version, Reader.Now);
    }

    /// <summary>Events, records and files in one transaction: everything or nothing.</summary>
    public Task<CaseAnswer> Record(EventSheet sheet, IReadOnlyList<StepInput> inputs, int? seen, CancellationToken cancellation)
    {
        var at = Instant.Max(Reader.Now, sheet.File.History.State.LastAt);
        NewEvent[] events = [.. inputs.Select(input => new NewEvent(input.Step.Shape.Type, at, Me.StaffId, input.Fields.Data))];
        var request = new AppendRequest(sheet.File.Number, events, seen)
        {
            Scope = Me.Scope,
            By = Me,
            Guard = (book, stored) =>
                events.Select(happened => Me.MayNotRecord(book, at, happened, stored)).FirstOrDefault(no => no is not null),
            Records = [.. inputs.SelectMany((input, place) => input.NewRecords(at, Me.StaffId, place))],
        };
        return Database.Writer.Write(
            session =>
            {
                var answer = Log.Append(session, request);
                if (answer.Done)
                {
                    Attach(session, sheet.File.Number, inputs, answer.FirstSeq);
                }

                return answer;
            },
            cancellation
        );
    }

    /// <summary>EG-16: who has just signed at the desk holds the terminal and rates.</summary>
    public bool IsToBeRated(EventSheet sheet, StepInput input) =>
        sheet.First.Shape.Type == EventType.CaseResolvedOnSpot
        && input.Signature is { Signed: true }
        && Me.MayHandOverForRating(sheet.First.Version, sheet.File.History.Events);

    private void Attach(WriteSession session, string number, IReadOnlyList<StepInput> inputs, int first)
    {
        var caseId = ProjectionSql.Find(session, number, Me.Scope)!.Value.Key.CaseId;
        foreach (var (place, input) in inputs.Index())
        {
            foreach (var files in input.Files.Concat(input.Signature?.Files ?? []))
            {
                Attaching.Put(session, Store, caseId, files with { Event = first + place }, Me.StaffId, Reader.Now);
            }
        }
    }

    private AnswerablePeople? People(EventSheet sheet, StepInput first)
    {
        var names =
            sheet.First.Shape.Fields.Any(field => field.NamesPerson)
            || sheet
                .Steps.SelectMany(step => step.Records)
                .SelectMany(rule => rule.Fields)
                .Any(field => field.Kind == RecordFieldKind.Staff);
        var lead = first.Fields.Value("department") ?? Preset(sheet, "department", []) ?? "";
        if (!names)
        {
            return null;
        }

        using var session = Database.Read();
        return AnswerablePeople.Of(sheet.First.Version, session, Tree.UpFrom(sheet.File.Project), lead, Reader.Now);
    }

    /// <summary>What can be called for now, the call that is waited for first.</summary>
    private IReadOnlyList<string> Purposes(EventSheet sheet)
    {
        var waits = sheet.File.Judgement.Clocks.Any(clock => clock is { Id: RefusalCall, StoppedAt: null, EndedAt: null });
        var possible = new PossibleActions(sheet.File.History, Reader.Now).Purposes(Me, sheet.First.Shape);
        return waits ? possible : [.. possible.OrderBy(purpose => purpose == EnumCode.Of(CallbackPurpose.Refusal))];
    }

    private static RecordEventForm.View.Script Script(RuleVersion version, string purpose)
    {
        var script = version.Scripts[purpose];
        return new RecordEventForm.View.Script(version.Term("purposes", purpose), script.Clause, script.Text);
    }

    /// <summary>
    /// What the case itself suggests: the order goes to the department the matrix names, with the time the customer asked for;
    /// a call is for what is waited for.
    /// </summary>
    private static string? Preset(EventSheet sheet, string field, IReadOnlyList<string> purposes)
    {
        var opening = new EventData(sheet.File.Events[0]);
        return field switch
        {
            "department" when opening.Text("category") is { } category => sheet.First.Version.Categories.GetValueOrDefault(category)?.Lead,
            "requiredBy" when opening.Time("requiredBy") is { } required => EventInput.ForField(required),
            "purpose" when purposes is [var waited, ..] => waited,
            _ => null,
        };
    }
}
