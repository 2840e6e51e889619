namespace Shouwen.Rules.Contract;

/// <summary>EG-34: who decides a claim of which amount. Each level below the deciding one approves first.</summary>
/// <param name="Clause">The clause that demands it.</param>
/// <param name="Levels">By ascending amount; the last one has no limit.</param>
/// <param name="Extraordinary">Who decides alone, whatever the amount, while the complaint is major, group or common.</param>
public sealed record AuthorityRules(string Clause, IReadOnlyList<AuthorityLevel> Levels, string Extraordinary)
{
    /// <summary>The roles that approve in turn; the last of them decides.</summary>
    public IReadOnlyList<string> Chain(decimal amount, CaseNature nature)
    {
        if (nature != CaseNature.Ordinary)
        {
            return [Extraordinary];
        }

        var below = Levels.TakeWhile(level => level.UpTo < amount).ToList();
        return [.. Levels.Take(below.Count + 1).Select(level => level.Role)];
    }
}

/// <param name="Role">Who it is.</param>
/// <param name="UpTo">The largest amount this level decides, itself included; null for any amount.</param>
public sealed record AuthorityLevel(string Role, decimal? UpTo);
