using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>
/// A YAML file of data that another module defines, read as strictly as a rule book: every key must be one the reader asks
/// for, and what is wrong is found with its line and key, all of it in one go.
/// </summary>
public static class DataFile
{
    /// <summary>Throws what opening the file throws; everything else that is wrong is a finding.</summary>
    public static Loaded<T> Read<T>(string path, Func<Entry, T> read)
        where T : class
    {
        var findings = new Findings(path);
        var tree = DataText.Read(path, findings) is { } text ? YamlTree.Parse(text, findings) : null;
        if (tree is not null and not MapNode)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
        }

        if (tree is not MapNode root)
        {
            return new Loaded<T>(null, findings.All);
        }

        var reading = new Reading(findings);
        var value = read(reading.Open(root, "", 1));
        reading.ReportUnknownKeys();
        return new Loaded<T>(findings.Any ? null : value, findings.All);
    }
}
