using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Owners;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>What somebody filled in of one step, and what is wrong with it.</summary>
internal sealed class StepInput
{
    private readonly Dictionary<AttachmentKind, List<IFormFile>> chosen = [];
    private readonly Dictionary<AttachmentKind, IReadOnlyList<AttachmentForm.Part>> taken = [];
    private readonly Dictionary<AttachmentKind, Words> problems = [];

    private StepInput(Step step, EventInput fields, IReadOnlyList<RecordInput> records) =>
        (Step, Fields, Records) = (step, fields, records);

    public Step Step { get; }

    public EventInput Fields { get; }

    public IReadOnlyList<RecordInput> Records { get; }

    /// <summary>The customer's signature, where the book wants one.</summary>
    public SignatureForm? Signature { get; private init; }

    /// <summary>The files that came now, once they were read, and those kept from the last time the form was sent.</summary>
    public IEnumerable<AttachmentForm> Files => taken.Select(each => new AttachmentForm(each.Value, null, each.Key));

    /// <summary>The first step always; a further one when anything of it was filled in.</summary>
    public bool IsWanted =>
        Step.IsFirst
        || Fields.Any
        || Records.Any(record => record.Any)
        || chosen.Count + taken.Count > 0
        || Signature is { Files.Count: > 0 } or { Refused: true };

    public bool Sound =>
        !IsWanted || (Fields.Sound && Records.All(record => record.Sound) && problems.Count == 0 && Signature?.Problem is null);

    public static StepInput Empty(Step step) =>
        new(step, EventInput.None, [.. step.Records.Select(rule => RecordInput.Empty(rule, PrefixOf(step, rule)))]);

    /// <param name="step">Which step of the form.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="kept">The files of whoever fills it in.</param>
    /// <param name="signedBefore">The owner has signed the same on the own pages.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public static async Task<StepInput> Read(
        Step step,
        IFormCollection form,
        KeptFiles.FormFiles kept,
        bool signedBefore,
        CancellationToken cancellation
    )
    {
        var signature = step.Signature is { } rule ? await SignatureForm.Read(form, rule, kept, cancellation, signedBefore) : null;
        var input = new StepInput(
            step,
            EventInput.Read(form, step.Shape, signature?.Signed, step.Prefix),
            [.. step.Records.Select(record => RecordInput.Read(form, record, PrefixOf(step, record)))]
        )
        {
            Signature = signature,
        };
        foreach (var kind in step.Rule.Files)
        {
            var sent = form
                .Files.Where(file => file.Name == step.FileField(kind) && (file.Length > 0 || file.FileName.Length > 0))
                .ToList();
            if (sent.Count > 0)
            {
                input.chosen[kind] = sent;
            }

            if (kept.Sent(form, step.FileField(kind)) is { Count: > 0 } before)
            {
                input.taken[kind] = before;
            }
        }

        return input;
    }

    /// <summary>Cleans and keeps what was chosen; what cannot be taken is a problem of its field.</summary>
    public async Task Keep(FileStore store, CancellationToken cancellation)
    {
        foreach (var (kind, sent) in chosen)
        {
            var (files, problem) = await AttachmentForm.Take(sent, taken.GetValueOrDefault(kind) ?? [], store, cancellation);
            taken[kind] = files;
            if (problem is not null)
            {
                problems[kind] = AttachFiles.Said(problem);
            }
        }
    }

    /// <summary>What a browser forgets with every answer of the form, and the form remembers.</summary>
    public IReadOnlyList<AttachmentForm.Part> Taken(AttachmentKind kind) => taken.GetValueOrDefault(kind) ?? [];

    /// <param name="at">When.</param>
    /// <param name="by">Who fills in.</param>
    /// <param name="place">Which event of the request this step is.</param>
    public IEnumerable<NewRecord> NewRecords(Instant at, string by, int place)
    {
        var noted = Records.Where(record => record.Any).Select(record => new NewRecord(record.Rule.Name, at, by, record.Data));
        var refusal = Signature is { Refused: true } ? OwnRights.Refusal(Step.Shape.Type, Signature.Reason, at, by) : null;
        return noted.Append(refusal).OfType<NewRecord>().Select(record => record with { WithEvent = place });
    }

    public Words? Problem(AttachmentKind kind) => problems.GetValueOrDefault(kind);

    private static string PrefixOf(Step step, RecordRule rule) => $"{step.Prefix}{rule.Name}.";
}
