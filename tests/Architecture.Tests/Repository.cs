namespace Shouwen.Architecture.Tests;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = Above(AppContext.BaseDirectory);

    /// <summary>The modules are the folders of src/ with a project in them: listed, never named by hand.</summary>
    public static IReadOnlyList<string> ModuleNames { get; } =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    private static string Above(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Shouwen.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"no Shouwen.slnx above {AppContext.BaseDirectory}");
    }
}
