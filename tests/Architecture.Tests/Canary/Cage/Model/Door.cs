namespace Shouwen.Cage.Model;

/// <summary>Public outside the contract.</summary>
public sealed class Door
{
    public bool Open { get; init; }
}
