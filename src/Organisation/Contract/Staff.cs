namespace Shouwen.Organisation.Contract;

/// <summary>
/// A member of staff: the person whose id stands behind <c>by</c>, an order's accountable or a penalty's subject. Where and
/// as what the person works stands in the assignments.
/// </summary>
public sealed class Staff
{
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What the person is, as colleagues say it.</summary>
    public string Post { get; set; } = "";
    public string? Phone { get; set; }
}
