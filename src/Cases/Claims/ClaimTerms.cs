using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>Whose approval a claim needs: from its amount, the nature of the complaint now, and whom the last order names.</summary>
internal sealed class ClaimTerms(RuleVersion version, IReadOnlyList<CaseEvent> events)
{
    private readonly OrderIssued? order = events.OfType<OrderIssued>().LastOrDefault();

    public RuleVersion Version => version;

    public AuthorityRules Authority { get; } = version.Authority!;

    public IReadOnlyList<CaseEvent> Events => events;

    public CaseNature Nature { get; } = events.OfType<CaseNatured>().LastOrDefault()?.Nature ?? CaseNature.Ordinary;

    public IReadOnlyList<string> Chain(Claim claim) => claim.Report is { } report ? Authority.Chain(report.Amount, Nature) : [];

    /// <summary>Who has still to approve, in turn; the last one decides. Whoever wrote the report has approved as its level by that.</summary>
    public IReadOnlyList<string> Pending(Claim claim)
    {
        var chain = Chain(claim);
        var approved = claim.Approvals.Where(each => each.Decision == ClaimApproval.Approve).Select(each => each.Level);
        var reporter = chain.SkipLast(1).Where(level => claim.Report!.By is { } by && PersonOf(level) == by);
        return [.. chain.SkipLast(1).Except(approved.Concat(reporter), StringComparer.Ordinal), .. chain.TakeLast(1)];
    }

    /// <summary>Whom the order names for a role; null where the role is a post and not a name.</summary>
    public string? PersonOf(string role) =>
        role switch
        {
            "accountable" => order?.Accountable,
            "leader" => order?.Leader,
            "chairman" => order?.Chairman,
            _ => null,
        };

    public Words Role(string role) => version.Term("roles", role);

    public bool Holds(Me me, string role) => me.RolesIn(events).Contains(role, StringComparer.Ordinal);
}
