using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Says that several cases are one matter (docs/adr/0017), or that an employee reported one (docs/adr/0023), for whoever fills a
/// database: what may be tied is asked, who may do it is the caller's to ask.
/// </summary>
/// <param name="Log">The log of the cases.</param>
/// <param name="Me">Who says it.</param>
/// <param name="Now">When.</param>
public sealed record CaseTies(CaseLog Log, Me Me, Instant Now)
{
    /// <summary>The case is another one over again.</summary>
    public Refusal? Merge(WriteSession session, string from, string into) => Merging.Merge(session, Log, Me, Now, from, into).Refusal;

    /// <summary>Cases of one matter behind a leading one.</summary>
    public Refusal? Group(WriteSession session, string lead, IReadOnlyList<string> members) =>
        Grouping.Gather(session, Log, Me, Now, lead, members).Refusal;

    /// <summary>The developer's case that a property case needs.</summary>
    public Refusal? Link(WriteSession session, string served, string serving)
    {
        var refusal = Linking.WhyNot(session, served, Me.Scope);
        if (refusal is null)
        {
            Linking.Link(session, Log, Me, Now, served, serving);
        }

        return refusal;
    }

    /// <summary>The record by which an employee is a case's first contact.</summary>
    public NewRecord Report() => new(Relations.Reported, Now, Me.StaffId, FlatJson.Bytes(("post", Me.Post)));
}
