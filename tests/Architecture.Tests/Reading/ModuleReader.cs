using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Shouwen.Architecture.Tests.Reading;

/// <summary>Reads a built assembly without loading it.</summary>
internal sealed class ModuleReader : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly string assembly;

    private ModuleReader(string path)
    {
        file = new PEReader(File.OpenRead(path));
        metadata = file.GetMetadataReader();
        assembly = metadata.GetString(metadata.GetAssemblyDefinition().Name);
    }

    public static Module Read(string name, string root)
    {
        var path = Path.Combine(AppContext.BaseDirectory, root + ".dll");
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"src/{name} is built into no {root}.dll here: does src/Shouwen reference it?");
        }

        using var reader = new ModuleReader(path);
        return new Module(name, root, reader.AssemblyReferences(), reader.Types(), reader.References(), reader.Calls());
    }

    public void Dispose() => file.Dispose();

    private List<string> AssemblyReferences() =>
        [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];

    private List<DeclaredType> Types() => [.. metadata.TypeDefinitions.Where(handle => !IsGenerated(handle)).Select(Declared)];

    private List<NamedType> References() => [.. metadata.TypeReferences.Select(handle => Named(handle)).OfType<NamedType>().Distinct()];

    private List<Call> Calls() =>
        [
            .. from type in metadata.TypeDefinitions
            let user = Outermost(type)
            from method in metadata.GetTypeDefinition(type).GetMethods()
            from token in Tokens(metadata.GetMethodDefinition(method))
            let call = CallOf(user, token)
            where call is not null
            select call,
        ];

    private IEnumerable<EntityHandle> Tokens(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? [] : Instructions.Tokens(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader());

    private Call? CallOf(NamedType by, EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification)
        {
            token = metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        }

        if (token.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)token);
        var type = member.Parent.Kind == HandleKind.TypeReference ? Named((TypeReferenceHandle)member.Parent) : null;
        return type is null ? null : new Call(by, type, metadata.GetString(member.Name));
    }

    private DeclaredType Declared(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var attributes = type.Attributes;
        var parent = type.BaseType.IsNil ? "" : FullName(type.BaseType);
        var isStatic = attributes.HasFlag(TypeAttributes.Abstract | TypeAttributes.Sealed);
        var isValue = parent is "System.ValueType" or "System.Enum" or "System.MulticastDelegate";
        return new DeclaredType(
            NestedName(handle),
            Outermost(handle),
            parent,
            [.. type.GetInterfaceImplementations().Select(i => FullName(metadata.GetInterfaceImplementation(i).Interface))],
            IsVisible(handle),
            !attributes.HasFlag(TypeAttributes.Interface) && !isValue && !isStatic,
            attributes.HasFlag(TypeAttributes.Sealed),
            attributes.HasFlag(TypeAttributes.Abstract),
            [.. type.GetMethods().Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name))]
        );
    }

    /// <summary>Closures, state machines and the like have names no programmer can write.</summary>
    private bool IsGenerated(TypeDefinitionHandle handle) => NestedName(handle).Contains('<', StringComparison.Ordinal);

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var visibility = type.Attributes & TypeAttributes.VisibilityMask;
        return visibility == TypeAttributes.Public || (visibility == TypeAttributes.NestedPublic && IsVisible(type.GetDeclaringType()));
    }

    private string NestedName(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NestedName(outer)}+{name}" : name;
    }

    private NamedType Outermost(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Outermost(outer)
            : new NamedType(assembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    /// <summary>Null for what the compiler resolves inside the assembly itself.</summary>
    private NamedType? Named(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Named((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => new NamedType(
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                metadata.GetString(type.Namespace),
                metadata.GetString(type.Name)
            ),
            _ => null,
        };
    }

    private string FullName(EntityHandle handle) =>
        handle.Kind switch
        {
            HandleKind.TypeReference => Named((TypeReferenceHandle)handle)?.ToString() ?? "",
            HandleKind.TypeDefinition => OwnName((TypeDefinitionHandle)handle),
            HandleKind.TypeSpecification => GenericName((TypeSpecificationHandle)handle),
            _ => "",
        };

    private string OwnName(TypeDefinitionHandle handle) => $"{Outermost(handle).Namespace}.{NestedName(handle)}";

    /// <summary>The generic type of an instantiation: element type 0x15, class or value type, then the type.</summary>
    private string GenericName(TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return "";
        }

        signature.ReadCompressedInteger();
        return FullName(signature.ReadTypeHandle());
    }
}
