using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>A file of calendars/: one year with its editions, the oldest first.</summary>
public static class CalendarFile
{
    /// <summary>Throws what opening the file throws; everything else that is wrong is a finding.</summary>
    public static Loaded<IReadOnlyList<CalendarEdition>> Read(string path)
    {
        var findings = new Findings(path);
        return From(DataText.Read(path, findings), findings);
    }

    public static Loaded<IReadOnlyList<CalendarEdition>> ReadText(string text, string fileName) => From(text, new Findings(fileName));

    private static Loaded<IReadOnlyList<CalendarEdition>> From(string? text, Findings findings)
    {
        var tree = text is null ? null : YamlTree.Parse(text, findings);
        var editions = tree is null ? null : CalendarReader.Read(tree, findings);
        return new Loaded<IReadOnlyList<CalendarEdition>>(findings.Any ? null : editions, findings.All);
    }
}
