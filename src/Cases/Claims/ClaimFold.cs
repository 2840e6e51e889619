using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>From what was recorded, in its order, to the claims of a case.</summary>
internal static class ClaimFold
{
    public const string Raised = "claim.raised";
    public const string Reported = "claim.reported";
    public const string Decided = "claim.decided";
    public const string Filed = "claim.filed";
    public const string Report = RecordRule.Prefix + ReportName;
    public const string Approval = RecordRule.Prefix + ApprovalName;
    public const string Phone = RecordRule.Prefix + PhoneName;
    public const string Signature = RecordRule.Prefix + SignatureName;
    public const string Payment = RecordRule.Prefix + PaymentName;

    public const string ReportName = "claim.report";
    public const string ApprovalName = "claim.approval";
    public const string PhoneName = "claim.phone";
    public const string SignatureName = "claim.signature";
    public const string PaymentName = "claim.payment";

    private const string ClaimPart = "claim.";

    public static bool IsClaim(string type) =>
        type.StartsWith(ClaimPart, StringComparison.Ordinal) || type.StartsWith(RecordRule.Prefix + ClaimPart, StringComparison.Ordinal);

    public static List<Claim> Of(CaseFile file) =>
        Of(
            file.Events.Select(happened => (happened.Seq, Type: happened.Type.Name(), happened.At, happened.By, happened.Data))
                .Concat(file.Records.Select(noted => (noted.Seq, Type: RecordRule.Prefix + noted.Name, noted.At, noted.By, noted.Data)))
                .Where(each => IsClaim(each.Type))
                .OrderBy(each => each.Seq)
                .Select(each => new ClaimStep(each.Type, each.At, each.By, JsonElement.Parse(each.Data)))
        );

    /// <summary>From the rows of the log, where words are digests: nothing a claim is decided by is one.</summary>
    public static List<Claim> Of(IEnumerable<LogEvent> rows) =>
        Of(
            rows.Where(row => IsClaim(row.Type))
                .Select(row => new ClaimStep(row.Type, Instant.From(row.At), row.By, JsonElement.Parse(row.Data)))
        );

    private static List<Claim> Of(IEnumerable<ClaimStep> steps)
    {
        var claims = new List<Claim>();
        foreach (var step in steps)
        {
            if (step.Type == Raised)
            {
                claims.Add(new Claim(claims.Count + 1, step.At, step.Amount("amount")));
            }
            else if (claims.Count > 0)
            {
                claims[^1] = Evolve(claims[^1], step);
            }
        }

        return claims;
    }

    private static Claim Evolve(Claim claim, ClaimStep step) =>
        step.Type switch
        {
            Reported => claim with { ReportedAt = step.At },
            Report => claim with { Report = ReportOf(step), Approvals = [] },
            Approval or Phone => claim with { Approvals = [.. claim.Approvals, ApprovalOf(step)] },
            Signature => claim with { Approvals = [.. claim.Approvals.Select(each => Signed(each, step))] },
            Decided => claim with { DecidedAt = step.At, DecidedBy = step.By, Granted = step.Flag("granted") },
            Payment => claim with { Payment = PaymentOf(step) },
            Filed => claim with { FiledAt = step.At },
            _ => claim,
        };

    private static ClaimReport ReportOf(ClaimStep step) =>
        new(
            step.By,
            step.At,
            step.Text("cause") ?? "",
            step.Text("contractor") ?? "",
            step.Amount("amount") ?? 0,
            step.Text("basis"),
            step.Text("file")
        );

    private static ClaimApproval ApprovalOf(ClaimStep step)
    {
        var byPhone = step.Type == Phone;
        return new ClaimApproval(
            step.Text("level") ?? "",
            byPhone ? step.Text("approver") : step.By,
            byPhone ? step.Time("calledAt") ?? step.At : step.At,
            step.Text("decision") ?? "",
            step.Amount("amount"),
            step.Text("reason")
        )
        {
            NotedBy = byPhone ? step.By ?? "" : null,
        };
    }

    private static ClaimApproval Signed(ClaimApproval approval, ClaimStep step) =>
        approval.IsUnsigned && approval.Person == step.By ? approval with { SignedAt = step.At } : approval;

    private static ClaimPayment PaymentOf(ClaimStep step) =>
        new(step.Amount("amount") ?? 0, step.Time("paidAt") ?? step.At, step.Text("means") ?? "", step.Text("receipt"), step.By);
}
