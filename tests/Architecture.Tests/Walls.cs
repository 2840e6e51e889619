using Shouwen.Architecture.Tests.Reading;

namespace Shouwen.Architecture.Tests;

/// <summary>One sentence that says where a wall was broken and what to do instead.</summary>
internal sealed record Breach(string Where, string Sentence)
{
    public override string ToString() => $"{Where}: {Sentence}";
}

/// <summary>The rules between and inside modules, judged on what was built (docs/adr/0002).</summary>
internal sealed class Walls(IReadOnlyList<Module> modules, string[][] order, string executable)
{
    private const string ComponentKit = "Shouwen.Platform.Ui";
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    /// <summary>The right name stands beside the forbidden one, so that the message is the repair.</summary>
    private static readonly Dictionary<string, string> Banned = new(StringComparer.Ordinal)
    {
        ["System.DateTime.get_Now"] = "ask the TimeProvider",
        ["System.DateTime.get_UtcNow"] = "ask the TimeProvider",
        ["System.DateTime.get_Today"] = "ask the TimeProvider",
        ["System.DateTimeOffset.get_Now"] = "ask the TimeProvider",
        ["System.DateTimeOffset.get_UtcNow"] = "ask the TimeProvider",
        ["System.Threading.Thread.Sleep"] = "wait for what you wait for, or use a PeriodicTimer with the TimeProvider",
        ["System.Threading.Tasks.Task.Delay"] = "wait for what you wait for, or use a PeriodicTimer with the TimeProvider",
    };

    private static readonly HashSet<string> Components = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Components.ComponentBase",
        "Microsoft.AspNetCore.Components.LayoutComponentBase",
        "Microsoft.AspNetCore.Components.IComponent",
    };

    private static readonly HashSet<string> Migrations = new(StringComparer.Ordinal)
    {
        "Microsoft.EntityFrameworkCore.Migrations.Migration",
        "Microsoft.EntityFrameworkCore.Infrastructure.ModelSnapshot",
    };

    /// <summary>Of the whole platform, what touches the world outside the process.</summary>
    private static readonly HashSet<string> OutsideWorld = new(StringComparer.Ordinal)
    {
        "System.Console",
        "System.Environment",
        "System.Diagnostics.Process",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.MemoryMappedFiles.MemoryMappedFile",
    };

    public IEnumerable<Breach> UpwardReferences() =>
        from module in modules
        from reference in module.AssemblyReferences
        let other = modules.FirstOrDefault(m => m.Root == reference)
        where other is not null && Level(other) >= Level(module)
        select new Breach(module.Name, $"references {other.Name}, which is not below it (Layers.cs)");

    public IEnumerable<Breach> ReferencesPastAContract() =>
        from module in modules
        from type in module.References
        let other = modules.FirstOrDefault(m => m.Root == type.Assembly)
        where other is not null && !MayName(module, type, other)
        select new Breach(module.Name, $"names {type}, which is not in the contract of {other.Name}");

    public IEnumerable<Breach> PublicTypesOutsideAContract() =>
        from module in modules
        from type in module.Types
        where type.IsVisible && !module.OwnsContract(type.Outermost) && !MayBePublic(module, type)
        select new Breach($"{type.Outermost.Namespace}.{type.Name}", "is public outside Contract; make it internal");

    public IEnumerable<Breach> OpenClasses()
    {
        var bases = modules.SelectMany(module => module.Types).Select(type => type.Base).ToHashSet(StringComparer.Ordinal);
        return from module in modules
            from type in module.Types
            let name = $"{type.Outermost.Namespace}.{type.Name}"
            where type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(name)
            where !IsComponent(type) && !IsMigration(type) && type.Name is not ("Program" or "_Imports")
            select new Breach(name, "is not sealed and nothing derives from it");
    }

    public IEnumerable<Breach> BannedCalls() =>
        from module in modules
        from call in module.Calls
        let repair = Banned.GetValueOrDefault($"{call.Type}.{call.Member}")
        where repair is not null
        select new Breach(call.By.ToString(), $"uses {call.Type}.{call.Member}; {repair}");

    /// <summary>A state is computed from events; nobody sets one.</summary>
    public IEnumerable<Breach> StatusSetters() =>
        from module in modules
        from type in module.Types
        where type.Methods.Contains("SetStatus", StringComparer.Ordinal)
        select new Breach($"{type.Outermost.Namespace}.{type.Name}", "has a method SetStatus; record what happened instead");

    /// <summary>The packages of MVC bind while the process runs, what they bind is compiled then, and both cost memory for good.</summary>
    public IEnumerable<Breach> MvcTypes() =>
        from module in modules
        from type in module.References
        where type.Namespace == Mvc && Module.IsIn(type.Assembly, Mvc)
        select new Breach(module.Name, $"names {type}; read the form of the request, and mark the endpoint with metadata of its own");

    /// <summary>The engine computes from values alone: no package but the YAML reader, no files outside their readers (a namespace, or one type).</summary>
    public IEnumerable<Breach> Impurities(string pure, string package, params string[] readers)
    {
        var module = modules.Single(m => m.Name == pure);
        var packages =
            from reference in module.AssemblyReferences
            where reference != package && !IsPlatform(reference)
            select new Breach(pure, $"references {reference}");
        var worlds =
            from call in module.Calls
            where IsOutside(call.Type) && !readers.Any(reader => Module.IsIn(call.By.ToString(), reader))
            select new Breach(call.By.ToString(), $"uses {call.Type}.{call.Member} outside {string.Join(", ", readers)}");
        return packages.Concat(worlds).Distinct();
    }

    private static bool IsPlatform(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("System.Net", StringComparison.Ordinal);

    private static bool IsOutside(NamedType type) => OutsideWorld.Contains(type.ToString()) || Module.IsIn(type.Namespace, "System.Net");

    private int Level(Module module) => Array.FindIndex(order, line => line.Contains(module.Name, StringComparer.Ordinal));

    private bool MayName(Module by, NamedType type, Module owner) =>
        owner.OwnsContract(type) || Module.IsIn(type.Namespace, ComponentKit) || (by.Name == executable && IsModuleClass(type, owner));

    /// <summary>A component cannot be internal: its generated half is public. Its Form and View are its parameters.</summary>
    private static bool MayBePublic(Module module, DeclaredType type)
    {
        if (type.IsNested)
        {
            var path = type.Name.Split('+');
            var outer = module.Types.Single(t => !t.IsNested && t.Outermost == type.Outermost);
            return IsComponent(outer) && path[1] is "Form" or "View";
        }

        return IsComponent(type) || IsMigration(type) || type.Name is "Program" or "_Imports" || IsModuleClass(type.Outermost, module);
    }

    private static bool IsModuleClass(NamedType type, Module owner) => type.Namespace == owner.Root && type.Name == owner.Name + "Module";

    private static bool IsComponent(DeclaredType type) => Components.Contains(type.Base) || type.Interfaces.Any(Components.Contains);

    private static bool IsMigration(DeclaredType type) => Migrations.Contains(type.Base);
}
