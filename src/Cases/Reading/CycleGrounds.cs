using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>
/// What somebody who decides on closure must have before the eye (EG-29): the visit with its checklist, the plan, the paper
/// the customer signed and what the customer said at the call-back. Of this cycle only.
/// </summary>
internal sealed class CycleGrounds(
    CaseFile file,
    RuleVersion version,
    StaffNames names,
    IReadOnlyList<(Attachment File, FileState State)> attachments,
    Instant now
)
{
    private static readonly EventType[] Shown =
    [
        EventType.VisitMade,
        EventType.VisitPrevented,
        EventType.PlanRecorded,
        EventType.RefusalRecorded,
        EventType.ClosureApplied,
        EventType.CallbackMade,
    ];

    private readonly Instant begin =
        file.History.Events.LastOrDefault(e => e.Type is EventType.CaseReopened or EventType.CaseOpened)?.At ?? now;

    public static bool Concerns(EventType type) =>
        type is EventType.ClosureAccepted or EventType.ClosureReviewed or EventType.ClosureApproved or EventType.ClosureRejected;

    public Grounds.View Tell() => new([.. Items()], [.. Missing()]);

    private IEnumerable<Grounds.View.Item> Items()
    {
        foreach (var recorded in file.Events.Where(each => each.At >= begin && Shown.Contains(each.Type)))
        {
            var records = file.Records.Where(record => record.Event == recorded.Seq).ToList();
            var lines = new EventLines(recorded, version, names, now)
                .All()
                .Concat(records.SelectMany(record => new RecordLines(file.Book, record, names, now).All()));
            var by = recorded.By is { } id ? names.Of(id) : null;
            yield return new Grounds.View.Item(
                CaseReasons.EventName(version, recorded.Type),
                by,
                recorded.At,
                [.. lines],
                FilesOf(each => each.Event is { } seq && (seq == recorded.Seq || records.Exists(record => record.Seq == seq)))
            );
        }
    }

    private IEnumerable<Words> Missing()
    {
        if (!attachments.Any(each => each.State == FileState.Kept && each.File.At >= begin && IsSigned(each.File)))
        {
            yield return CaseTexts.NoCompletion;
        }

        if (!file.History.Events.OfType<CallbackMade>().Any(call => call.At >= begin && call.Purpose == CallbackPurpose.Closure))
        {
            yield return CaseTexts.NoCallback;
        }
    }

    private static bool IsSigned(Attachment file) => file.Kind is AttachmentKind.Signature or AttachmentKind.Paper;

    private List<Timeline.View.File> FilesOf(Func<Attachment, bool> which) =>
        [.. attachments.Where(each => each.State == FileState.Kept && which(each.File)).Select(each => Timeline.View.File.Of(each.File))];
}
