using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>What the page of a claim needs: the case in scope, the claim as it stands, the forms that are the reader's.</summary>
internal sealed record ClaimDesk(CaseLog Log, Database Database, Db Db, FileStore Store, OrganisationTree Tree, Reader Reader)
{
    public const string Prefix = "data.";
    private const string Unsigned = "claim.unsigned";
    private static readonly string[] FileFields = ["file", "receipt"];

    private Me Me => Reader.Me!;

    internal sealed record Sheet(CaseFile File, OpenedCase Opened, RuleVersion Version, ClaimTerms Terms, IReadOnlyList<Claim> Claims)
    {
        public Claim? Current => Claims.Count == 0 ? null : Claims[^1];
    }

    /// <summary>Null for a case out of scope, or of a book that knows no authority limits.</summary>
    public async Task<Sheet?> Open(string number, CancellationToken cancellation)
    {
        if (Log.Load(Me, number) is not { } file || file.Book.At(Reader.Now) is not { Authority: not null } version)
        {
            return null;
        }

        var opened = new CaseDesk(Log, Database, Store, Reader, []).Open(number);
        return opened is null ? null : new Sheet(file, opened, version, new ClaimTerms(version, file.History.Events), ClaimFold.Of(file));
    }

    /// <param name="sheet">The case.</param>
    /// <param name="typed">The step whose form comes again with what was typed.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public async Task<ShowClaim.View> Page(Sheet sheet, (ClaimStepKind Kind, RecordInput Input)? typed, CancellationToken cancellation)
    {
        var people = People(sheet);
        var said = new ClaimWords(sheet.Terms, await Names(sheet, cancellation), Reader.Now);
        return new ShowClaim.View(
            sheet.Opened.Explained().Head,
            sheet.File.Version,
            sheet.Terms.Authority.Clause,
            [.. sheet.Claims.Reverse().Select(said.Of)],
            [.. Mine(sheet).Select(kind => Form(sheet, kind, typed is { } again && again.Kind == kind ? again.Input : null, people))]
        );
    }

    private AnswerablePeople People(Sheet sheet)
    {
        using var session = Database.Read();
        return AnswerablePeople.Of(sheet.Version, session, Tree.UpFrom(sheet.File.Project), "", Reader.Now);
    }

    /// <summary>What is wrong with the fields beyond their kinds: a person without the post, a file that is not the case's.</summary>
    public IReadOnlyList<Malformed> Faults(Sheet sheet, ClaimStepKind kind, RecordInput? input)
    {
        if (input is null || !input.Sound)
        {
            return [];
        }

        var rule = ClaimSteps.Shown(sheet.Version.Records[kind.Record!]);
        var strangers = RecordPeople.Strangers(rule, input.Data, Database, Tree.UpFrom(sheet.File.Project), sheet.Version, Reader.Now);
        var files = sheet.Opened.Attachments.Select(each => each.File.Id).ToHashSet(StringComparer.Ordinal);
        RecordData.Read(rule, input.Data, out var data);
        var foreign = data!
            .Values.Where(value => FileFields.Contains(value.Field.Name) && !files.Contains(value.Value.GetString()!))
            .Select(value => new Malformed(value.Field.Name, ActingTexts.NotAChoice(value.Field.Label)));
        return [.. strangers, .. foreign];
    }

    /// <summary>One append; whoever approved by telephone is told in the same request that his signature is missing.</summary>
    public Task<CaseAnswer> Take(Sheet sheet, ClaimStepKind kind, RecordInput? input, int? seen, CancellationToken cancellation)
    {
        var at = Instant.Max(Reader.Now, sheet.File.History.State.LastAt);
        var data = input?.Data ?? [];
        var request = ClaimSteps.Request(sheet.File.Number, kind, sheet.Current, sheet.Terms, data, Me, at) with
        {
            ExpectedVersion = seen,
            Scope = Me.Scope,
            By = Me,
            Guard = (book, events) => MayNot(kind, book.At(Reader.Now), events),
        };
        return Database.Writer.Write(
            session =>
            {
                var answer = Log.Append(session, request);
                if (answer.Done && kind == ClaimSteps.Phone)
                {
                    Remind(
                        session,
                        sheet,
                        answer.Version,
                        System.Text.Json.JsonElement.Parse(data).GetProperty("approver").GetString()!,
                        at
                    );
                }

                return answer;
            },
            cancellation
        );
    }

    /// <summary>The approval itself asks for its level, not for a role of the book.</summary>
    private Refusal? MayNot(ClaimStepKind kind, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        kind.Record is null ? Me.MayNotRecord(version, EventType.ClaimFiled, events)
        : kind == ClaimSteps.Approval || kind == ClaimSteps.Signature ? null
        : Me.MayNotRecord(version, version.Records[kind.Record], events);

    private static void Remind(WriteSession session, Sheet sheet, int version, string person, Instant at) =>
        Outbox.Put(
            session,
            new NewMessage
            {
                Subject = sheet.File.Number,
                Kind = Unsigned,
                Occurrence = $"{version}",
                Person = person,
                Clause = sheet.Terms.Authority.Clause,
                At = at,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = sheet.File.Number },
            },
            at
        );

    /// <summary>The steps that are possible now and the reader's.</summary>
    private IEnumerable<ClaimStepKind> Mine(Sheet sheet)
    {
        var (version, events) = (sheet.Version, sheet.File.History.Events);
        if (sheet.Current is not { } claim)
        {
            yield break;
        }

        if (claim.Progress is ClaimProgress.Raised or ClaimProgress.Returned && MayNot(ClaimSteps.Report, version, events) is null)
        {
            yield return ClaimSteps.Report;
        }

        if (claim.Progress == ClaimProgress.Reported && claim.Report is not null)
        {
            if (sheet.Terms.Holds(Me, sheet.Terms.Pending(claim)[0]))
            {
                yield return ClaimSteps.Approval;
            }
            else if (MayNot(ClaimSteps.Phone, version, events) is null)
            {
                yield return ClaimSteps.Phone;
            }
        }

        if (claim.Approvals.Any(each => each.IsUnsigned && each.Person == Me.StaffId))
        {
            yield return ClaimSteps.Signature;
        }

        if (claim.Progress == ClaimProgress.Granted && MayNot(ClaimSteps.Payment, version, events) is null)
        {
            yield return ClaimSteps.Payment;
        }

        if (claim.Progress is ClaimProgress.Paid or ClaimProgress.Refused && MayNot(ClaimSteps.Filing, version, events) is null)
        {
            yield return ClaimSteps.Filing;
        }
    }

    private static ShowClaim.View.Step Form(Sheet sheet, ClaimStepKind kind, RecordInput? input, AnswerablePeople people)
    {
        if (kind.Record is null)
        {
            return new(kind.Name, ClaimTexts.File, ClaimTexts.File, new EventForm.View([]));
        }

        var rule = ClaimSteps.Shown(sheet.Version.Records[kind.Record]);
        var fields = (input ?? RecordInput.Empty(rule, Prefix)).View(people);
        var level = kind == ClaimSteps.Approval || kind == ClaimSteps.Phone ? sheet.Terms.Pending(sheet.Current!)[0] : null;
        return new(
            kind.Name,
            rule.Title,
            rule.Action,
            new EventForm.View([.. fields.Select(field => WithFiles(field, sheet)).OfType<EventForm.View.Field>()])
        )
        {
            Hint = level is null ? null : ClaimTexts.Level(sheet.Terms.Role(level)),
        };
    }

    /// <summary>A field that names a file offers those of the case; without any it is left out.</summary>
    private static EventForm.View.Field? WithFiles(EventForm.View.Field field, Sheet sheet) =>
        !FileFields.Contains(field.Name[Prefix.Length..]) ? field
        : sheet.Opened.Attachments.Count == 0 ? null
        : field with
        {
            Options =
            [
                .. sheet.Opened.Attachments.Select(each => new EventForm.View.Option(
                    each.File.Id,
                    new Words(each.File.Name, each.File.Name)
                )),
            ],
        };

    private Task<StaffNames> Names(Sheet sheet, CancellationToken cancellation) =>
        StaffNames.Load(
            Db,
            sheet
                .Claims.SelectMany(claim =>
                    claim
                        .Approvals.SelectMany(each => new[] { each.Person, each.NotedBy })
                        .Append(claim.Report?.By)
                        .Append(claim.Payment?.By)
                )
                .Concat(sheet.Terms.Authority.Levels.Select(level => sheet.Terms.PersonOf(level.Role)))
                .Append(sheet.Terms.PersonOf(sheet.Terms.Authority.Extraordinary))
                .Where(id => !string.IsNullOrEmpty(id))
                .OfType<string>(),
            cancellation
        );
}
