using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>A claim in words.</summary>
internal sealed class ClaimWords(ClaimTerms terms, StaffNames names, Instant now)
{
    public static Words Progress(ClaimProgress progress) =>
        progress switch
        {
            ClaimProgress.Raised => ClaimTexts.Raised,
            ClaimProgress.Reported => ClaimTexts.Reported,
            ClaimProgress.Returned => ClaimTexts.Returned,
            ClaimProgress.Granted => ClaimTexts.Granted,
            ClaimProgress.Paid => ClaimTexts.Paid,
            ClaimProgress.Refused => ClaimTexts.Refused,
            ClaimProgress.Filed => ClaimTexts.Filed,
        };

    /// <summary>The name of a code of one of the records.</summary>
    public static Words Code(RuleVersion version, string record, string field, string code) =>
        version.Records.GetValueOrDefault(record)?.Find(field)?.Choices.GetValueOrDefault(code) ?? Same(code);

    public ShowClaim.View.OneClaim Of(Claim claim) =>
        new(claim.Ordinal, Progress(claim.Progress), [.. Facts(claim)], [.. Given(claim), .. Waiting(claim)]);

    private IEnumerable<ShowCase.View.Fact> Facts(Claim claim)
    {
        yield return new(ClaimTexts.RaisedAt, Phrases.Moment(claim.RaisedAt, now));
        if (claim.Claimed is { } claimed)
        {
            yield return new(ClaimTexts.Claimed, Same(Phrases.Money(claimed)));
        }

        if (claim.Report is { } report)
        {
            yield return new(ClaimTexts.Cause, Code(terms.Version, ClaimFold.ReportName, "cause", report.Cause));
            yield return new(ClaimTexts.Contractor, Same(report.Contractor));
            yield return new(ClaimTexts.Proposed, Same(Phrases.Money(report.Amount)));
            yield return new(ClaimTexts.Basis, report.Basis is { } basis ? Same(basis) : CaseTexts.Erased);
            yield return new(ClaimTexts.Reporter, Same(report.By is { } by ? names.Of(by) : "—"));
        }

        if (claim.GrantedAmount is { } granted)
        {
            yield return new(ClaimTexts.GrantedAmount, Same(Phrases.Money(granted)));
        }

        if (claim.Payment is { } paid)
        {
            var means = Code(terms.Version, ClaimFold.PaymentName, "means", paid.Means);
            yield return new(
                ClaimTexts.PaidAmount,
                new Words($"{Phrases.Money(paid.Amount)} {means.Zh}", $"{Phrases.Money(paid.Amount)} {means.En}")
            );
            yield return new(ClaimTexts.PaidAt, Phrases.Moment(paid.PaidAt, now));
        }

        if (claim.FiledAt is { } filed)
        {
            yield return new(ClaimTexts.FiledAt, Phrases.Moment(filed, now));
        }
    }

    private IEnumerable<ShowClaim.View.Level> Given(Claim claim) =>
        claim.Approvals.Select(each => new ShowClaim.View.Level(
            terms.Role(each.Level),
            each.Person is { } person ? names.Of(person) : "",
            Decision(each),
            Note(each)
        ));

    private IEnumerable<ShowClaim.View.Level> Waiting(Claim claim) =>
        claim.Progress != ClaimProgress.Reported || claim.Report is null
            ? []
            : terms
                .Pending(claim)
                .Select(level => new ShowClaim.View.Level(
                    terms.Role(level),
                    terms.PersonOf(level) is { } person ? names.Of(person) : "",
                    ClaimTexts.Waits,
                    null
                ));

    private Words Decision(ClaimApproval approval) =>
        Code(terms.Version, approval.NotedBy is null ? ClaimFold.ApprovalName : ClaimFold.PhoneName, "decision", approval.Decision);

    private Words? Note(ClaimApproval approval)
    {
        var parts = new List<Words> { Phrases.Moment(approval.At, now) };
        if (approval.Amount is { } amount)
        {
            parts.Add(Same(Phrases.Money(amount)));
        }

        if (approval.Reason is { } reason)
        {
            parts.Add(Same(reason));
        }

        if (approval.NotedBy is { } by)
        {
            parts.Add(ClaimTexts.ByPhone(names.Of(by)));
            parts.Add(approval.SignedAt is { } signed ? ClaimTexts.Signed(Phrases.Moment(signed, now)) : ClaimTexts.Unsigned);
        }

        return new Words(string.Join(" · ", parts.Select(part => part.Zh)), string.Join(" · ", parts.Select(part => part.En)));
    }

    private static Words Same(string text) => new(text, text);
}
