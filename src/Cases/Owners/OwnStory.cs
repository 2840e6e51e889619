using Shouwen.Cases.Contract;
using Shouwen.Cases.Reading;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>
/// What happened to a case, as the company tells its owner: an event without a sentence here is the company's own matter, and
/// so is everything its staff wrote down.
/// </summary>
internal sealed class OwnStory(CaseFile file, RuleVersion version, Instant now)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<OwnCase.View.Step> Tell() =>
        [.. file.Events.Select(Step).Concat(file.Records.Select(Step)).OfType<OwnCase.View.Step>().OrderByDescending(step => step.At)];

    /// <summary>What comes next, by the state; where a visit was already made the same state says something else.</summary>
    public Words Next()
    {
        var stage = Codes.Of(file.Judgement.Stage);
        var visited = file.Judgement.Stage == CaseStage.Issued && file.Events.LastOrDefault(IsTurn)?.Type == EventType.VisitMade;
        return OwnTexts.Next(file.Book.Procedure, visited ? "visited" : stage);
    }

    public Words State() => OwnTexts.State(file.Book.Procedure, Codes.Of(file.Judgement.Stage));

    /// <summary>After an order the first of these says how far its work is.</summary>
    private static bool IsTurn(RecordedEvent recorded) => recorded.Type is EventType.OrderIssued or EventType.VisitMade;

    private OwnCase.View.Step? Step(RecordedEvent recorded)
    {
        if (OwnTexts.Step(recorded.Type.Name()) is not { } sentence)
        {
            return null;
        }

        var data = new EventData(recorded);
        return new OwnCase.View.Step(recorded.At, sentence, [.. Lines(recorded, data)]);
    }

    private IEnumerable<Words> Lines(RecordedEvent recorded, EventData data)
    {
        if (recorded.Type == EventType.OrderIssued && data.Text("department") is { } department)
        {
            yield return OwnTexts.Handles(version.Term("departments", department));
        }

        foreach (var field in (string[])["agreedBy", "until", "for"])
        {
            if (data.Time(field) is { } promised)
            {
                yield return OwnTexts.Promised(Phrases.Date(promised, now));
            }
        }

        // What a customer wrote himself; reasons of the staff stay inside.
        if (recorded is { By: null, Type: EventType.CaseReopened } && data.Text("reason") is { } reason)
        {
            yield return new Words(reason, reason);
        }
    }

    private static OwnCase.View.Step? Step(CaseRecord record) =>
        OwnTexts.Step(record.Name) is { } sentence
            ? new OwnCase.View.Step(record.At, sentence, record.Number("score") is { } score ? [OwnTexts.Stars(score)] : [])
            : null;
}
