namespace Shouwen.Platform.Contract;

/// <summary>Which projects somebody's cases, customers and units come from.</summary>
/// <param name="Projects">Their codes; null for the whole group, also what belongs to no project.</param>
public sealed record Scope(IReadOnlyList<string>? Projects)
{
    public static readonly Scope WholeGroup = new(Projects: null);
    public static readonly Scope Nothing = new([]);

    public Scope With(Scope other) =>
        Projects is null || other.Projects is null ? WholeGroup
        : Projects.Count == 0 ? other
        : new([.. Projects.Union(other.Projects, StringComparer.Ordinal)]);

    public bool Covers(string? project) => Projects is null || (project is not null && Projects.Contains(project, StringComparer.Ordinal));
}

/// <summary>The scope of a place in the organisation: the projects in its subtree.</summary>
public delegate Scope ScopeOfPlace(string place);
