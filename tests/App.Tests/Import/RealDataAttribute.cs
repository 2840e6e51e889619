using Xunit;

namespace Shouwen.App.Tests.Import;

/// <summary>
/// A test over the files of real complaints, which are not part of this repository. Without them it fails in CI and is
/// skipped elsewhere, with the reason that test.sh announces.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute() => Skip = RealData.WhyNot;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute() => Skip = RealData.WhyNot;
}

internal static class RealData
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("SHOUWEN_SAMPLE_DATA") ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    public static string? WhyNot =>
        Directory.Exists(Folder) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"SHOUWEN_SAMPLE_DATA: there is no folder {Folder}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shouwen.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Shouwen.slnx");
        }

        return folder.FullName;
    }
}
