namespace Shouwen.Cage.Contract;

/// <summary>Breaks no wall: public, sealed, in the contract.</summary>
public sealed class Perch;
