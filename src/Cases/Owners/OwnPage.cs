using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Rating;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>An owner's case as its page tells it. Pure: from the judged file to the view.</summary>
/// <param name="file">Whose words and steps are told.</param>
/// <param name="told">Whose state and promise are told: the same, or the case it was merged into.</param>
/// <param name="projects">Names.</param>
/// <param name="files">What was attached to it.</param>
/// <param name="now">When.</param>
internal sealed class OwnPage(CaseFile file, CaseFile told, ProjectNames projects, IReadOnlyList<Attachment> files, Instant now)
{
    /// <summary>Clocks that are a promise to the customer; the others are the company's own.</summary>
    public static readonly string[] Promises = ["resolve", "promise", "answer", "reply", "arrive", "visit"];

    private readonly RuleVersion version = file.Book.At(now);
    private readonly OwnRights rights = new(file, now);

    public OwnCase.View View()
    {
        var state = new OwnStory(told, version, now);
        return new OwnCase.View(file.Number, projects.Home(file.Project, Opening.Text("unit")), About, state.State(), state.Next())
        {
            Demand = Opening.Text("demand"),
            Promise = Promise(),
            Steps = new OwnStory(file, version, now).Tell(),
            Photos =
            [
                .. files
                    .Where(sent => sent is { By: Attachment.Customer, IsImage: true, Kind: not AttachmentKind.Signature })
                    .Select(sent => sent.Id),
            ],
            Sign = Asked is { } asked ? Sign(asked) : null,
            Rate = rights.MayRate ? new OwnCase.View.Rated(new Faces.View(OwnTexts.Handling)) : null,
            Reopen = rights.ReopenUntil is { } until ? new OwnCase.View.Reopening(Phrases.Date(until, now)) : null,
        };
    }

    /// <summary>What staff asked the owner to sign first of what is not answered.</summary>
    public CaseRecord? Asked => rights.Asked.FirstOrDefault();

    public OwnCase.View.Signature Sign(CaseRecord asked, SignatureForm? sent = null)
    {
        var of = asked.Text("of") ?? "";
        return new OwnCase.View.Signature(
            of,
            rights.WordsOf(asked),
            SignatureForm.Field(OwnRights.OwnSignature(asked, version), sent: sent)
        );
    }

    private Reading.EventData Opening => new(file.Events[0]);

    private Words About =>
        Opening.Text("category") is { } code && version.Categories.TryGetValue(code, out var known)
            ? known.Plain ?? known.Name
            : OwnTexts.Case;

    private ClockFace? Promise()
    {
        if (told.History.State.Ended)
        {
            return null;
        }

        var next = told
            .Judgement.Clocks.Where(clock => Promises.Contains(clock.Id) && clock is { StoppedAt: null, EndedAt: null })
            .MinBy(clock => clock.DueAt);
        return next is null
            ? null
            : ClockFace.Running(version.FindClock(next.Id, next.Clause)?.Name ?? OwnTexts.Promise, next.StartedAt, next.DueAt, now);
    }
}
