using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>A property case that needs the developer has a case of the group's measures opened for it (EG-7a).</summary>
internal static class Linking
{
    /// <summary>Why no developer's case can be opened for it now.</summary>
    public static Refusal? WhyNot(Session session, string served, Scope scope) =>
        RelatedCase.Behind(session, served, scope) is not { } found ? RelationRefusals.NoSuchCase
        : !found.IsOpen ? RelationRefusals.Ended(found.Number)
        : RelatedCase.ServingOf(session, found.Number).FirstOrDefault(each => each.IsOpen) is { } there
            ? RelationRefusals.ServedAlready(found.Number, there.Number)
        : null;

    public static void Link(WriteSession session, CaseLog log, Me me, Instant now, string served, string serving) =>
        log.Tie(
            session,
            Relations.Linked,
            me,
            now,
            ("served", RelatedCase.Behind(session, served, me.Scope)!.Number),
            ("serving", serving)
        );
}
