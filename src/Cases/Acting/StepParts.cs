using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>From the steps of a form to its parts on the page.</summary>
/// <param name="People">Who can be named, where a field names somebody.</param>
/// <param name="Preset">What stands in a field of an event nobody has typed into yet.</param>
/// <param name="Kept">The files of whoever fills it in.</param>
internal sealed record StepParts(AnswerablePeople? People, Func<string, string?> Preset, KeptFiles.FormFiles Kept)
{
    private const string Purpose = "purpose";

    /// <summary>The purposes a call can have now; those it cannot have are not offered.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    public IReadOnlyList<RecordEventForm.View.Part> Of(IEnumerable<StepInput> steps) => [.. steps.SelectMany(Of)];

    private IEnumerable<RecordEventForm.View.Part> Of(StepInput input)
    {
        var step = input.Step;
        var fields = new FormFields(step.Version, step.Shape, step.Prefix);
        if (People is not null)
        {
            fields.With(People);
        }

        var own = fields.View(input.Fields, Preset).Fields.Select(field => field.Name == Purpose ? Possible(field) : field).ToList();
        if (!step.IsFirst || own.Count > 0)
        {
            yield return Part(step, own, step.IsFirst ? null : step.Rule.Action, step.Rule.Clause) with
            {
                Optional = !step.IsFirst,
            };
        }

        foreach (var record in input.Records)
        {
            // The words of a further step stand under its own name already.
            yield return Part(step, record.View(People), step.IsFirst ? record.Rule.Title : null, record.Rule.Clause);
        }

        if (step.Rule.Files.Count > 0 || step.Signature is not null)
        {
            yield return new RecordEventForm.View.Part(new EventForm.View([]))
            {
                Files = [.. step.Rule.Files.Select(kind => Slot(input, kind))],
                Signature = step.Signature is { } rule ? SignatureForm.Field(rule, sent: input.Signature) : null,
            };
        }
    }

    private EventForm.View.Field Possible(EventForm.View.Field purpose) =>
        purpose with
        {
            Options = [.. purpose.Options.Where(option => Purposes.Contains(option.Value, StringComparer.Ordinal))],
        };

    /// <summary>A further step is wanted as a whole or not at all: the browser must not insist on one field of it.</summary>
    private static RecordEventForm.View.Part Part(Step step, IReadOnlyList<EventForm.View.Field> fields, Words? title, string clause) =>
        new(new EventForm.View([.. step.IsFirst ? fields : fields.Select(field => field with { Required = false, OfOptionalStep = true })]))
        {
            Title = title,
            Clause = clause,
        };

    private RecordEventForm.View.FileSlot Slot(StepInput input, AttachmentKind kind) =>
        new(input.Step.FileField(kind), AttachmentTexts.Kind(kind))
        {
            Kept = Kept.Again(input.Taken(kind)),
            Problem = input.IsWanted ? input.Problem(kind) : null,
        };
}
