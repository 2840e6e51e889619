using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

public enum PlaceKind
{
    Group,
    Region,
    Company,
    City,
    Project,
}

/// <summary>A place in the organisation: group, region or property company, city, project. A project's place bears the project's code.</summary>
public sealed class Place
{
    /// <summary>The root: who stands there sees everything.</summary>
    public const string Group = "group";

    public required string Id { get; init; }
    public string? ParentId { get; set; }
    public required PlaceKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>A closed place keeps its cases and its history; nobody is assigned to it any more.</summary>
    public Instant? ClosedAt { get; set; }
}
