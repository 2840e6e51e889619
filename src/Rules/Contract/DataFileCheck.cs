using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>A kind of data file that another module defines.</summary>
/// <param name="Key">The key on its first level by which it is known.</param>
/// <param name="Read">Asks for everything that may stand in it.</param>
public sealed record DataFileKind(string Key, Action<Entry> Read);

/// <summary>Checks a file of data of any kind: a rule book, its examples, a calendar, or one that another module defines.</summary>
public static class DataFileCheck
{
    /// <summary>What is wrong with it, in the order of the file. Throws what opening the file throws.</summary>
    public static IReadOnlyList<Finding> Findings(string path, string? shipped = null, params IReadOnlyList<DataFileKind> others)
    {
        var findings = new Findings(path);
        if (DataText.Read(path, findings) is { } text && YamlTree.Parse(text, findings) is { } tree)
        {
            Check(tree, findings, Parents.Beside(path, shipped), others);
        }

        return findings.All;
    }

    private static void Check(Node tree, Findings findings, Func<string, RuleBook?> parents, IReadOnlyList<DataFileKind> others)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
        }
        else if (others.FirstOrDefault(kind => root.Find(kind.Key) is not null) is { } other)
        {
            var reading = new Reading(findings);
            other.Read(reading.Open(root, "", 1));
            reading.ReportUnknownKeys();
        }
        else if (ExamplesReader.Recognises(root))
        {
            ExamplesReader.Read(root, findings);
        }
        else if (CalendarReader.Recognises(root))
        {
            CalendarReader.Read(root, findings);
        }
        else if (BookReader.Recognises(root))
        {
            BookReader.Read(root, findings, parents);
        }
        else
        {
            findings.Add(1, "file", Faults.NoKind);
        }
    }
}
