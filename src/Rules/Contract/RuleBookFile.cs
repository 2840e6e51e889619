using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>A rule book as a file of data. Its format is described in rules/README.md.</summary>
public static class RuleBookFile
{
    /// <summary>Throws what opening the file throws; everything else that is wrong is a finding.</summary>
    public static Loaded<RuleBook> Read(string path)
    {
        var findings = new Findings(path);
        return From(DataText.Read(path, findings), findings);
    }

    public static Loaded<RuleBook> ReadText(string text, string fileName) => From(text, new Findings(fileName));

    private static Loaded<RuleBook> From(string? text, Findings findings)
    {
        var tree = text is null ? null : YamlTree.Parse(text, findings);
        var book = tree is null ? null : BookReader.Read(tree, findings);
        return new Loaded<RuleBook>(findings.Any ? null : book! with { Text = text! }, findings.All);
    }
}
