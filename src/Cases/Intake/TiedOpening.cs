using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Relating;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>Opens a case and ties it to another one in the same request: both are done or neither.</summary>
internal sealed record TiedOpening(CaseLog Log, Me Me, Instant Now, RuleBook Book, RegisterCase.Ties Ties)
{
    /// <param name="session">The request.</param>
    /// <param name="opening">The case about to be opened.</param>
    /// <param name="project">Its project.</param>
    /// <param name="opened">What else is written with the case itself: its number may lead elsewhere afterwards.</param>
    /// <returns>The number to go on to: of a case that repeats another one, that other one's.</returns>
    public CaseAnswer Open(WriteSession session, Opening opening, string? project, Action<WriteSession, CaseAnswer> opened)
    {
        if (WhyNot(session, project) is { } refusal)
        {
            return new CaseAnswer { Refusal = refusal };
        }

        var answer = CaseLog.Open(session, opening);
        opened(session, answer);
        if (!answer.Done)
        {
            return answer;
        }

        if (Ties.Serves is { } served)
        {
            Linking.Link(session, Log, Me, Now, served.Number, answer.Number);
        }

        return Ties is { SameAs: { } into, Serves: null }
            ? answer with
            {
                Number = Merging.Merge(session, Log, Me, Now, answer.Number, into).Number,
            }
            : answer;
    }

    /// <summary>Asked before anything is written: a case that could be opened but not tied would be one too many.</summary>
    private Refusal? WhyNot(Session session, string? project)
    {
        var version = Book.At(Now);
        if (Ties.Serves is { } served)
        {
            return version.Records.ContainsKey(Relations.Linked) && Book.Procedure == Procedure.Group
                ? Linking.WhyNot(session, served.Number, Me.Scope)
                : RelationRefusals.CannotServe;
        }

        if (Ties.SameAs is not { } same)
        {
            return null;
        }

        if (!Me.IsOneOf(version.Relations.Merge))
        {
            return RelationRefusals.NotYours(version, version.Relations.Merge, RelatingTexts.DoesMerge);
        }

        return RelatedCase.Behind(session, same, Me.Scope) is not { } into ? RelationRefusals.NoSuchCase
            : !into.IsOpen ? RelationRefusals.IntoEnded(into.Number)
            : into.Project != project ? RelationRefusals.OtherProject
            : into.Rules != Book.Name ? RelationRefusals.OtherBook
            : null;
    }
}
