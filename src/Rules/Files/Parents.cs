using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>Finds the book that another one extends.</summary>
internal static class Parents
{
    /// <summary>A file's parent lies beside it, else among the shipped books.</summary>
    public static Func<string, RuleBook?> Beside(string path, string? shipped) =>
        name => Open(Path.GetDirectoryName(Path.GetFullPath(path)), name) ?? Open(shipped, name);

    private static RuleBook? Open(string? directory, string name)
    {
        var path = directory is null ? null : Path.Combine(directory, Path.GetFileName(name) + ".yaml");
        return path is not null && File.Exists(path) ? RuleBookFile.Read(path).Value : null;
    }
}
