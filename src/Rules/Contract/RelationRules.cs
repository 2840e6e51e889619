namespace Shouwen.Rules.Contract;

/// <summary>How several cases may be said to be one matter: who says so, and what follows.</summary>
/// <param name="Merge">Who may say that one case is another one over again.</param>
/// <param name="Group">Who may gather cases of the same matter behind a leading one, and take them out.</param>
/// <param name="LeadCloses">When the leading case of a group may be closed.</param>
/// <param name="Link">Who may open the case of the developer that serves a property case (EG-7a); nobody where the book has no such thing.</param>
public sealed record RelationRules(RelationRule Merge, RelationRule Group, LeadCloses LeadCloses, RelationRule Link)
{
    public static readonly RelationRules None = new(RelationRule.Nobody, RelationRule.Nobody, LeadCloses.Anytime, RelationRule.Nobody);
}

/// <param name="Clause">The clause it rests on.</param>
/// <param name="Roles">Who may do it.</param>
public sealed record RelationRule(string Clause, IReadOnlyList<string> Roles)
{
    public static readonly RelationRule Nobody = new("", []);
}

public enum LeadCloses : byte
{
    Anytime,

    /// <summary>Only when no member of the group is open any more.</summary>
    AfterMembers,
}
