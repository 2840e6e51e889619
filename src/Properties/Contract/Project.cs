namespace Shouwen.Properties.Contract;

/// <summary>An estate; its code begins the numbers of its cases.</summary>
public sealed class Project
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string Region { get; set; } = "";
}
