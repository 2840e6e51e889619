using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>
/// Every step of a claim passes here, whichever form or program it comes from: the report before it counts as reported, the
/// levels in turn, nobody above the authority of his level, payment before filing. What comes without a person (an import,
/// generated history) is not asked.
/// </summary>
internal sealed class ClaimGate(Me me, ClaimTerms terms, Claim? claim, Instant now)
{
    private readonly ClaimRefusals refusals = new(terms);

    /// <param name="request">What is to be recorded.</param>
    /// <param name="version">The book as it stands now.</param>
    /// <param name="events">What the case holds.</param>
    /// <param name="rows">The same as rows, with the records.</param>
    /// <param name="now">The moment.</param>
    public static Refusal? WhyNot(
        AppendRequest request,
        RuleVersion version,
        IReadOnlyList<CaseEvent> events,
        IReadOnlyList<LogEvent> rows,
        Instant now
    )
    {
        var wanted = Wanted(request);
        if (request.By is not { } me || version.Authority is null || wanted.Count == 0)
        {
            return null;
        }

        var gate = new ClaimGate(me, new ClaimTerms(version, events), ClaimFold.Of(rows).LastOrDefault(), now);
        return wanted.Select(step => gate.WhyNot(step, wanted)).FirstOrDefault(refusal => refusal is not null);
    }

    private static List<ClaimStep> Wanted(AppendRequest request) =>
        [
            .. request
                .Events.Select(happened => (Type: happened.Type.Name(), happened.At, happened.By, happened.Data))
                .Concat(request.Records.Select(noted => (Type: RecordRule.Prefix + noted.Name, noted.At, noted.By, noted.Data)))
                .Where(each => ClaimFold.IsClaim(each.Type) && each.Type != ClaimFold.Raised)
                .Select(each => new ClaimStep(
                    each.Type,
                    each.At,
                    each.By,
                    each.Data.IsEmpty ? JsonElement.Parse("{}") : JsonElement.Parse(each.Data.Span)
                )),
        ];

    private Refusal? WhyNot(ClaimStep step, List<ClaimStep> wanted) =>
        claim is null
            ? refusals.NoClaim
            : step.Type switch
            {
                ClaimFold.Reported => claim.Report is null && !Has(wanted, ClaimFold.Report) ? refusals.ReportMissing : null,
                ClaimFold.Report => claim.ReportedAt is null || claim.IsReturned ? null
                : claim.DecidedAt is null ? refusals.AlreadyReported
                : refusals.AlreadyDecided,
                ClaimFold.Approval => Approval(step, wanted, terms.Holds(me, step.Text("level") ?? "")),
                ClaimFold.Phone => ByPhone(step, wanted),
                ClaimFold.Decided => Decision(wanted),
                ClaimFold.Signature => claim.Approvals.Any(each => each.IsUnsigned && each.Person == me.StaffId)
                    ? null
                    : refusals.NothingToSign,
                ClaimFold.Payment => Payment(step),
                ClaimFold.Filed => claim is { Granted: true, Payment: null } ? refusals.PaymentMissing : null,
                _ => null,
            };

    private Refusal? ByPhone(ClaimStep step, List<ClaimStep> wanted)
    {
        if (step.Time("calledAt") > now)
        {
            return refusals.Future;
        }

        var level = step.Text("level") ?? "";
        return terms.PersonOf(level) is { } named && named != step.Text("approver")
            ? refusals.WrongPerson(level)
            : Approval(step, wanted, holds: true);
    }

    /// <param name="step">The approval.</param>
    /// <param name="wanted">All that is to be recorded with it.</param>
    /// <param name="holds">Whether whoever gives it holds its level.</param>
    private Refusal? Approval(ClaimStep step, List<ClaimStep> wanted, bool holds)
    {
        if (NotDecidable() is { } untimely)
        {
            return untimely;
        }

        var pending = terms.Pending(claim!);
        var level = step.Text("level") ?? "";
        if (level != pending[0])
        {
            return pending.Contains(level, StringComparer.Ordinal) ? refusals.LowerFirst(pending[0]) : refusals.NotThisLevel(pending[0]);
        }

        if (!holds)
        {
            return refusals.NotThisLevel(level);
        }

        var decision = step.Text("decision");
        if (decision != ClaimApproval.Approve && string.IsNullOrWhiteSpace(step.Text("reason")))
        {
            return refusals.ReasonMissing;
        }

        return decision == ClaimApproval.Return
            ? null
            : Final(step, pending, decides: Has(wanted, ClaimFold.Decided), refuses: decision == ClaimApproval.Refuse);
    }

    /// <summary>The last level decides and the others do not.</summary>
    private Refusal? Final(ClaimStep step, IReadOnlyList<string> pending, bool decides, bool refuses)
    {
        var isLast = pending.Count == 1;
        if (decides && !isLast)
        {
            return AboveAuthority(pending);
        }

        return refuses && !isLast ? refusals.OnlyLastRefuses(pending[^1])
            : isLast && !decides ? refusals.DecisionMissing
            : step.Amount("amount") > claim!.Report!.Amount ? refusals.MoreThan(claim.Report.Amount)
            : null;
    }

    /// <summary>The event alone, as a program sends it: then its recorder is the deciding level.</summary>
    private Refusal? Decision(List<ClaimStep> wanted)
    {
        if (Has(wanted, ClaimFold.Approval) || Has(wanted, ClaimFold.Phone))
        {
            return null;
        }

        if (NotDecidable() is { } untimely)
        {
            return untimely;
        }

        var pending = terms.Pending(claim!);
        return !terms.Holds(me, pending[^1]) ? AboveAuthority(pending)
            : pending.Count > 1 ? refusals.LowerFirst(pending[0])
            : null;
    }

    private Refusal? NotDecidable() =>
        claim!.DecidedAt is not null ? refusals.AlreadyDecided
        : claim.ReportedAt is null || claim.Report is null ? refusals.NotReported
        : claim.IsReturned ? refusals.Returned
        : null;

    private Refusal? Payment(ClaimStep step) =>
        claim!.GrantedAmount is not { } granted ? refusals.NotGranted
        : claim.Payment is not null ? refusals.AlreadyPaid
        : step.Amount("amount") > granted ? refusals.MoreThan(granted)
        : step.Time("paidAt") > now ? refusals.Future
        : null;

    private Refusal AboveAuthority(IReadOnlyList<string> pending)
    {
        var held = terms.Nature == CaseNature.Ordinary ? terms.Authority.Levels.LastOrDefault(level => terms.Holds(me, level.Role)) : null;
        return held is null && terms.Nature == CaseNature.Ordinary
            ? refusals.NotThisLevel(pending[^1])
            : refusals.AboveAuthority(claim!.Report!.Amount, held, pending[^1]);
    }

    private static bool Has(List<ClaimStep> wanted, string type) => wanted.Exists(step => step.Type == type);
}
