using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>
/// What a form says of the customer's signature: drawn on the screen, on a paper that was photographed, or why there is none.
/// Whatever is signed is written in the same transaction as the event it belongs to.
/// </summary>
internal sealed record SignatureForm
{
    private const string DrawnName = "签字.png";

    internal List<AttachmentForm> Files { get; private init; } = [];
    private string? Way { get; init; }
    private string? Drawn { get; init; }
    private IReadOnlyList<KeptFile> Paper { get; init; } = [];
    private bool Before { get; init; }

    public string? Reason { get; private init; }
    public Words? Problem { get; private init; }

    /// <summary>The customer signed: here, on the paper, or on the owners' pages before.</summary>
    public bool Signed => Files.Count > 0 || Before;

    /// <summary>The customer does not want to sign, and said why.</summary>
    public bool Refused => !Signed && Way == EnumCode.Of(Unsigned.Refused);

    /// <param name="form">What was sent.</param>
    /// <param name="rule">What the book says about the event.</param>
    /// <param name="kept">The files of whoever sends it.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    /// <param name="before">The customer has signed the same already.</param>
    public static async Task<SignatureForm> Read(
        IFormCollection form,
        SignatureRule rule,
        KeptFiles.FormFiles kept,
        CancellationToken cancellation,
        bool before = false
    )
    {
        var sent = form[SignaturePad.DrawnField].ToString();
        var read = new SignatureForm
        {
            Way = TextOf(form, SignaturePad.WayField),
            Reason = TextOf(form, SignaturePad.ReasonField),
            Before = before,
            Drawn = DrawnSignature.MayBeOne(sent) ? sent : null,
        };
        var files = new List<AttachmentForm>();
        if (sent.Length > 0)
        {
            if (DrawnSignature.Read(sent, out var refusal) is not { } drawn)
            {
                return read with { Problem = refusal!.Sentence };
            }

            var name = await kept.Store.Keep(drawn.Bytes, cancellation);
            files.Add(new AttachmentForm([new(DrawnName, drawn.Type, drawn.Bytes.Length, name)], null, AttachmentKind.Signature));
        }

        var paper = kept.Sent(form, SignaturePad.PaperField) is [var earlier, ..] ? earlier : null;
        if (form.Files[SignaturePad.PaperField] is { Length: > 0 } chosen)
        {
            (paper, var problem) = await AttachmentForm.Read(chosen, kept.Store, cancellation);
            if (paper is null)
            {
                return read with { Problem = problem!.Detail ?? AttachmentTexts.NotTaken };
            }
        }

        if (paper is not null)
        {
            files.Add(new AttachmentForm([paper], null, AttachmentKind.Paper));
            read = read with { Paper = kept.Again([paper]) };
        }

        read = read with { Files = files };
        return read with { Problem = read.WhatIsMissing(rule) };
    }

    /// <summary>The field as it stands on the form; after a problem with what was drawn.</summary>
    /// <param name="rule">What the book says about the event.</param>
    /// <param name="usual">The way chosen before anybody chose; null for signing.</param>
    /// <param name="sent">What came in.</param>
    public static SignaturePad.View Field(SignatureRule rule, Unsigned? usual = null, SignatureForm? sent = null) =>
        new(AttachmentTexts.Signature(rule.Clause))
        {
            Ways =
            [
                .. rule.Without.Select(way => new SignaturePad.View.Way(
                    EnumCode.Of(way),
                    AttachmentTexts.Unsigned(way),
                    AsksReason: way == Unsigned.Refused
                )),
            ],
            Chosen = sent?.Way ?? (usual is { } chosen && rule.Without.Contains(chosen) ? EnumCode.Of(chosen) : null),
            Reason = sent?.Reason,
            Drawn = sent?.Drawn,
            KeptPaper = sent?.Paper ?? [],
            Problem = sent?.Problem,
        };

    /// <param name="session">The write that records the event.</param>
    /// <param name="store">Where the files lie.</param>
    /// <param name="recorded">What became of it: nothing is added to what was not recorded.</param>
    /// <param name="seq">The number of what was recorded.</param>
    /// <param name="by">Who handed the screen to the customer.</param>
    /// <param name="now">When.</param>
    public void Put(WriteSession session, FileStore store, CaseAnswer recorded, int seq, string by, Instant now)
    {
        if (!recorded.Done || Files.Count == 0)
        {
            return;
        }

        var caseId = ProjectionSql.Find(session, recorded.Number, Scope.WholeGroup)!.Value.Key.CaseId;
        foreach (var form in Files)
        {
            Attaching.Put(session, store, caseId, form with { Event = seq }, by, now);
        }
    }

    /// <summary>A form that says nothing at all takes the way of signing later, where there is one.</summary>
    private Words? WhatIsMissing(SignatureRule rule)
    {
        var refused = Way == EnumCode.Of(Unsigned.Refused) && rule.Without.Contains(Unsigned.Refused);
        var later = (Way is null || Way == EnumCode.Of(Unsigned.Later)) && rule.Without.Contains(Unsigned.Later);
        return refused && Files.Count > 0 ? AttachmentTexts.SignedAndRefused
            : Signed || later ? null
            : !refused ? AttachmentTexts.PleaseSign
            : Reason is null || Reason.Length > SignaturePad.LongestReason ? AttachmentTexts.SayWhy
            : null;
    }

    private static string? TextOf(IFormCollection form, string field) =>
        form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
}
