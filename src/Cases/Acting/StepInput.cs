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
    private readonly Dictionary<AttachmentKind, Words> problems = [];
    private readonly List<AttachmentForm> files = [];

    private StepInput(Step step, EventInput fields, IReadOnlyList<RecordInput> records) =>
        (Step, Fields, Records) = (step, fields, records);

    public Step Step { get; }

    public EventInput Fields { get; }

    public IReadOnlyList<RecordInput> Records { get; }

    /// <summary>The customer's signature, where the book wants one.</summary>
    public SignatureForm? Signature { get; private init; }

    /// <summary>The files, once they were read and kept.</summary>
    public IReadOnlyList<AttachmentForm> Files => files;

    /// <summary>The first step always; a further one when anything of it was filled in.</summary>
    public bool IsWanted =>
        Step.IsFirst
        || Fields.Any
        || Records.Any(record => record.Any)
        || chosen.Count > 0
        || Signature is { Files.Count: > 0 } or { Refused: true };

    public bool Sound =>
        !IsWanted || (Fields.Sound && Records.All(record => record.Sound) && problems.Count == 0 && Signature?.Problem is null);

    public static StepInput Empty(Step step) =>
        new(step, EventInput.None, [.. step.Records.Select(rule => RecordInput.Empty(rule, PrefixOf(step, rule)))]);

    /// <param name="step">Which step of the form.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="store">Where files are kept.</param>
    /// <param name="signedBefore">The owner has signed the same on the own pages.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public static async Task<StepInput> Read(
        Step step,
        IFormCollection form,
        FileStore store,
        bool signedBefore,
        CancellationToken cancellation
    )
    {
        var signature = step.Signature is { } rule ? await SignatureForm.Read(form, rule, store, cancellation, signedBefore) : null;
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
        }

        return input;
    }

    /// <summary>Cleans and keeps what was chosen; what cannot be taken is a problem of its field.</summary>
    public async Task Keep(FileStore store, CancellationToken cancellation)
    {
        foreach (var (kind, sent) in chosen)
        {
            var (form, problem) = await AttachmentForm.Read(sent, kind, store, cancellation);
            if (form is not null)
            {
                files.Add(form);
            }
            else
            {
                problems[kind] = AttachFiles.Said(problem!);
            }
        }
    }

    /// <summary>A browser forgets the files with every answer of the form.</summary>
    public void AskForFilesAgain()
    {
        foreach (var kind in chosen.Keys)
        {
            problems.TryAdd(kind, ActingTexts.ChooseFilesAgain);
        }
    }

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
