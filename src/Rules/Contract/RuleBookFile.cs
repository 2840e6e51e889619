using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>A rule book as a file of data. Its format is described in rules/README.md.</summary>
public static class RuleBookFile
{
    /// <summary>Throws what opening the file throws; everything else that is wrong is a finding.</summary>
    /// <param name="path">The file; a book it extends lies beside it.</param>
    /// <param name="shipped">Where that book lies otherwise.</param>
    public static Loaded<RuleBook> Read(string path, string? shipped = null)
    {
        var findings = new Findings(path);
        return From(DataText.Read(path, findings), findings, Parents.Beside(path, shipped));
    }

    public static Loaded<RuleBook> ReadText(string text, string fileName, Func<string, RuleBook?>? parents = null) =>
        From(text, new Findings(fileName), parents);

    /// <summary>The same where keys that the text does not have are taken from another book: for a text older than the keys.</summary>
    public static Loaded<RuleBook> ReadFilled(string text, RuleBook other, string fileName, Func<string, RuleBook?>? parents = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        var findings = new Findings(fileName);
        var filled =
            YamlTree.Parse(text, findings) is MapNode own && YamlTree.Parse(other.Text, findings) is MapNode from
                ? Overlay.Of(own, (MapNode)DatedValues.At(from, other.Latest.Effective)!)
                : null;
        var book = filled is null ? null : BookReader.Read(filled, findings, parents);
        return new Loaded<RuleBook>(findings.Any ? null : WithText(book!, text), findings.All);
    }

    private static Loaded<RuleBook> From(string? text, Findings findings, Func<string, RuleBook?>? parents)
    {
        var tree = text is null ? null : YamlTree.Parse(text, findings);
        var book = tree is null ? null : BookReader.Read(tree, findings, parents);
        return new Loaded<RuleBook>(findings.Any ? null : WithText(book!, text!), findings.All);
    }

    private static RuleBook WithText(RuleBook book, string text) =>
        book with
        {
            Versions = [.. book.Versions.Select(version => version with { Text = text })],
        };
}
