namespace Shouwen.Architecture.Tests.Reading;

/// <summary>What the walls need to know of one built module.</summary>
/// <param name="Name">The folder's name under src/.</param>
/// <param name="Root">Its root namespace.</param>
/// <param name="AssemblyReferences">The assemblies its code really uses.</param>
/// <param name="Types">The types it declares, without those the compiler made.</param>
/// <param name="References">The types of other assemblies that it names anywhere.</param>
/// <param name="Calls">Members of other assemblies that its method bodies use, with the place.</param>
internal sealed record Module(
    string Name,
    string Root,
    IReadOnlyList<string> AssemblyReferences,
    IReadOnlyList<DeclaredType> Types,
    IReadOnlyList<NamedType> References,
    IReadOnlyList<Call> Calls
)
{
    public bool OwnsContract(NamedType type) => IsIn(type.Namespace, Root + ".Contract");

    public static bool IsIn(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);
}

/// <summary>A type by its outermost name, and the assembly it comes from.</summary>
internal sealed record NamedType(string Assembly, string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <param name="Name">With its outer types, separated by '+'.</param>
/// <param name="Outermost">The type itself, or the one around all others.</param>
/// <param name="Base">The full name of the type it derives from.</param>
/// <param name="Interfaces">The full names of the interfaces it lists.</param>
/// <param name="IsVisible">Public, as are all types around it.</param>
/// <param name="IsClass">Neither interface nor value type nor static.</param>
/// <param name="IsSealed">Sealed.</param>
/// <param name="IsAbstract">Abstract.</param>
/// <param name="Methods">The names of its methods.</param>
internal sealed record DeclaredType(
    string Name,
    NamedType Outermost,
    string Base,
    IReadOnlyList<string> Interfaces,
    bool IsVisible,
    bool IsClass,
    bool IsSealed,
    bool IsAbstract,
    IReadOnlyList<string> Methods
)
{
    public bool IsNested => Name.Contains('+', StringComparison.Ordinal);
}

/// <param name="By">The outermost type that contains the call.</param>
/// <param name="Type">Whose member.</param>
/// <param name="Member">The member; a property is its accessor ("get_Now").</param>
internal sealed record Call(NamedType By, NamedType Type, string Member);
