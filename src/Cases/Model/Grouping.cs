using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Gathers cases of one matter behind a leading one; each keeps its own clocks, visit, signature and closure.</summary>
internal static class Grouping
{
    /// <summary>Enough for a building; a page that lists them stays one page.</summary>
    public const int Most = 200;

    /// <summary>Puts cases into the group of another inside a request of the caller's own; those that are in it already stay.</summary>
    public static RelationAnswer Gather(WriteSession session, CaseLog log, Me me, Instant now, string lead, IReadOnlyList<string> members)
    {
        if (RelatedCase.Behind(session, lead, me.Scope) is not { } leading)
        {
            return new RelationAnswer(lead, RelationRefusals.NoSuchCase);
        }

        var found = members.Select(number => RelatedCase.Behind(session, number, me.Scope)).ToList();
        if (found.Exists(each => each is null))
        {
            return new RelationAnswer(lead, RelationRefusals.NoSuchCase);
        }

        var others = found
            .OfType<RelatedCase>()
            .DistinctBy(each => each.Number, StringComparer.Ordinal)
            .Where(each => each.Number != leading.Number)
            .ToList();
        if (WhyNot(session, leading, others) is { } refusal)
        {
            return new RelationAnswer(leading.Number, refusal);
        }

        foreach (var member in others.Where(each => each.Lead != leading.Number))
        {
            log.Tie(session, Relations.Grouped, me, now, ("lead", leading.Number), ("member", member.Number));
        }

        return new RelationAnswer(leading.Number, null);
    }

    /// <summary>Takes one out; what was recorded in it meanwhile stays its own.</summary>
    public static RelationAnswer Release(WriteSession session, CaseLog log, Me me, Instant now, string lead, string member)
    {
        if (RelatedCase.Itself(session, member, me.Scope) is not { } found || RelatedCase.Itself(session, lead, me.Scope) is null)
        {
            return new RelationAnswer(lead, RelationRefusals.NoSuchCase);
        }

        if (found.Lead != lead)
        {
            return new RelationAnswer(lead, RelationRefusals.NotInGroup(member));
        }

        log.Tie(session, Relations.Ungrouped, me, now, ("lead", lead), ("member", member));
        return new RelationAnswer(lead, null);
    }

    /// <summary>The leading case waits for its members, where the rule book says so.</summary>
    public static Refusal? WhyNotClose(Session session, RuleVersion version, string number, IEnumerable<EventType> happening)
    {
        if (version.Relations.LeadCloses == LeadCloses.Anytime || !happening.Any(Closes))
        {
            return null;
        }

        var open = RelatedCase.Members(session, number).Count(member => member.IsOpen);
        return open > 0 ? RelationRefusals.MembersOpen(version.Relations.Group.Clause, open) : null;
    }

    /// <summary>
    /// The steps with which the closing of a case begins and ends, in each procedure: a case that had applied already may have
    /// come to lead a group since, or a member may have been taken up again.
    /// </summary>
    public static bool Closes(EventType type) => type is EventType.ClosureApplied or EventType.ClosureApproved or EventType.CaseClosed;

    private static Refusal? WhyNot(Session session, RelatedCase lead, List<RelatedCase> others) =>
        others.Count == 0 ? RelationRefusals.TooFew
        : others.Count > Most ? RelationRefusals.TooMany(Most)
        : lead.Lead is { } above ? RelationRefusals.LeadIsMember(lead.Number, above)
        : !lead.IsOpen ? RelationRefusals.Ended(lead.Number)
        : others.Select(member => WhyNot(session, lead, member)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? WhyNot(Session session, RelatedCase lead, RelatedCase member) =>
        member.Project != lead.Project ? RelationRefusals.OtherProject
        : member.Rules != lead.Rules ? RelationRefusals.OtherBook
        : member.Lead is { } other && other != lead.Number ? RelationRefusals.InOtherGroup(member.Number, other)
        : !member.IsOpen ? RelationRefusals.Ended(member.Number)
        : RelatedCase.Members(session, member.Number).Count > 0 ? RelationRefusals.LeadsAlready(member.Number)
        : null;
}
