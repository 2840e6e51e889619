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

    public Words? Problem { get; private init; }

    /// <summary>The customer signed, here or on the paper.</summary>
    public bool Signed => Files.Count > 0;

    public static async Task<SignatureForm> Read(IFormCollection form, SignatureRule rule, FileStore store, CancellationToken cancellation)
    {
        var way = form[SignaturePad.WayField].ToString() is { Length: > 0 } chosen ? chosen : null;
        var sent = form[SignaturePad.DrawnField].ToString();
        var read = new SignatureForm { Way = way, Drawn = DrawnSignature.MayBeOne(sent) ? sent : null };
        var files = new List<AttachmentForm>();
        if (sent.Length > 0)
        {
            if (DrawnSignature.Read(sent, out var refusal) is not { } drawn)
            {
                return read with { Problem = refusal!.Sentence };
            }

            var name = await store.Keep(drawn.Bytes, cancellation);
            files.Add(new AttachmentForm([new(DrawnName, drawn.Type, drawn.Bytes.Length, name)], null, AttachmentKind.Signature));
        }

        if (form.Files[SignaturePad.PaperField] is { Length: > 0 } paper)
        {
            var (part, problem) = await AttachmentForm.Read(paper, store, cancellation);
            if (part is null)
            {
                return read with { Problem = problem!.Detail ?? AttachmentTexts.NotTaken };
            }

            files.Add(new AttachmentForm([part], null, AttachmentKind.Paper));
        }

        return read with
        {
            Files = files,
            Problem = files.Count == 0 ? Missing(rule, way) : null,
        };
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
                    AsksReason: false
                )),
            ],
            Chosen = sent?.Way ?? (usual is { } way && rule.Without.Contains(way) ? EnumCode.Of(way) : null),
            Drawn = sent?.Drawn,
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
        if (!recorded.Done || !Signed)
        {
            return;
        }

        var caseId = ProjectionSql.Find(session, recorded.Number, Scope.WholeGroup)!.Value.Key.CaseId;
        foreach (var form in Files)
        {
            Attaching.Put(session, store, caseId, form with { Event = seq }, by, now);
        }
    }

    /// <summary>A form that says nothing at all takes the way without, where there is one.</summary>
    private static Words? Missing(SignatureRule rule, string? way) =>
        rule.Without.Any(allowed => way is null || EnumCode.Of(allowed) == way) ? null : AttachmentTexts.PleaseSign;
}
