namespace Shouwen.Organisation.Contract;

/// <summary>A member of staff: the person whose id stands behind <c>by</c>, an order's accountable or a penalty's subject.</summary>
public sealed class Staff
{
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What the person is, as colleagues say it.</summary>
    public string Post { get; set; } = "";

    /// <summary>The code of the department in the rule book's terms ("property").</summary>
    public string Department { get; set; } = "";

    /// <summary>Where in the organisation; decides whose cases this person sees.</summary>
    public string Place { get; set; } = Contract.Place.Group;
    public string? Phone { get; set; }

    /// <summary>The roles of the rule book that this person holds.</summary>
    public List<string> Roles { get; set; } = [];
}
