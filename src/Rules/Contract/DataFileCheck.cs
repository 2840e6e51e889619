using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>Checks a file of data of any kind: a rule book, its examples or a calendar.</summary>
public static class DataFileCheck
{
    /// <summary>What is wrong with it, in the order of the file. Throws what opening the file throws.</summary>
    public static IReadOnlyList<Finding> Findings(string path, string? shipped = null)
    {
        var findings = new Findings(path);
        if (DataText.Read(path, findings) is { } text && YamlTree.Parse(text, findings) is { } tree)
        {
            Check(tree, findings, Parents.Beside(path, shipped));
        }

        return findings.All;
    }

    private static void Check(Node tree, Findings findings, Func<string, RuleBook?> parents)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
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
