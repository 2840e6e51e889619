namespace Shouwen.Properties.Contract;

/// <summary>A home, and who owns it now.</summary>
public sealed class Unit
{
    /// <summary>The project's code.</summary>
    public required string Project { get; init; }

    /// <summary>Building–entrance–door, as people say it: "3-2-1201".</summary>
    public required string Number { get; init; }

    /// <summary>The customer's id; null while it is not sold.</summary>
    public long? Owner { get; set; }
}
