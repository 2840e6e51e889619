using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>What an owner may do to a case now: the rule book's roles and periods, and nothing beside them.</summary>
internal sealed class OwnRights(CaseFile file, Instant now)
{
    public const string Role = "customer";
    public const string AskedRecord = "signature.asked";
    public const string GivenRecord = "signature.given";
    public const string RefusedRecord = "signature.refused";
    public const string RatedRecord = "case.rated";

    private readonly RuleVersion version = file.Book.At(now);

    /// <summary>Once in each cycle, when its work is done: at the call-back or after closing.</summary>
    public bool MayRate =>
        !IsMerged
        && version.Records.TryGetValue(RatedRecord, out var rule)
        && rule.IsPossibleAt(file.Judgement.Stage)
        && !file.Records.Any(record => record.Name == RatedRecord && record.At >= CycleBegan);

    /// <summary>Until when the owner may say that it was not solved; null when not, or not any more.</summary>
    public Instant? ReopenUntil =>
        !IsMerged
        && version.Owners.Reopening is { } term
        && version.Events.TryGetValue(EventType.CaseReopened, out var rule)
        && rule.Roles.Contains(Role, StringComparer.Ordinal)
        && file.History.State.Ended
        && file.Events.LastOrDefault(recorded => EndsCase(recorded.Type)) is { } ended
        && ended.At + term.Within is var until
        && now <= until
            ? until
            : null;

    /// <summary>What staff asked the owner to sign and the owner has not answered, the first asked first.</summary>
    public IEnumerable<CaseRecord> Asked =>
        file
            .Records.Where(record => record.Name == AskedRecord)
            .GroupBy(record => record.Text("of"), StringComparer.Ordinal)
            .Select(same => same.Last())
            .Where(asked =>
                !IsMerged
                && !file.Records.Any(answer => IsAnswer(answer) && answer.Seq > asked.Seq && answer.Text("of") == asked.Text("of"))
            );

    public Words WordsOf(CaseRecord asked) =>
        version.Records[AskedRecord].Find("of")?.Choices.GetValueOrDefault(asked.Text("of") ?? "") ?? OwnTexts.Case;

    /// <summary>The owner signs, or refuses and says why.</summary>
    public static SignatureRule OwnSignature(CaseRecord asked, RuleVersion version) =>
        new(
            EventType.CaseOpened,
            version.Records[AskedRecord].Clause,
            version.Records.ContainsKey(RefusedRecord) ? [Unsigned.Refused] : []
        );

    /// <summary>What of a case an event has signed, by the codes of the records; null for what is signed only with the event.</summary>
    public static string? SignedWith(EventType type) =>
        type switch
        {
            EventType.CaseOpened => "opening",
            EventType.PlanRecorded => "plan",
            EventType.ClosureApplied => "completion",
            _ => null,
        };

    /// <summary>Whether the owner has signed it on the owners' pages since the last order.</summary>
    public static bool HasSigned(CaseFile file, EventType type) =>
        SignedWith(type) is { } of
        && file.Events.LastOrDefault(recorded => recorded.Type is EventType.OrderIssued or EventType.CaseReopened) is var since
        && file.Records.Any(record => record.Name == GivenRecord && record.Text("of") == of && record.Seq > (since?.Seq ?? 0));

    /// <summary>What is noted when the customer does not sign.</summary>
    public static NewRecord Refusal(EventType type, string? reason, Instant at, string? by) =>
        NewRecord.Of(RefusedRecord, at, by, System.Text.Json.JsonSerializer.Serialize(new { of = SignedWith(type), reason }));

    /// <summary>What is done about it now is done in the case it was merged into.</summary>
    private bool IsMerged =>
        file.Records.LastOrDefault(record =>
            record.Name is Relations.Merged or Relations.Parted && record.Text("from") == file.Number
        )?.Name == Relations.Merged;

    private Instant CycleBegan => file.Events.LastOrDefault(recorded => recorded.Type == EventType.CaseReopened)?.At ?? file.Events[0].At;

    private static bool IsAnswer(CaseRecord record) => record.Name is GivenRecord or RefusedRecord;

    private static bool EndsCase(EventType type) =>
        type is EventType.ClosureApproved or EventType.CaseResolvedOnSpot or EventType.CaseClosed;
}
