using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>From the text of a rule book to the book: its head, then one typed reading for each version.</summary>
internal static class BookReader
{
    private static readonly string[] Head = ["name", "procedure", "title", "source", "versions"];

    public static bool Recognises(MapNode root) => root.Find("procedure") is not null;

    public static RuleBook? Read(Node tree, Findings findings)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
            return null;
        }

        var reading = new Reading(findings);
        var head = reading.Open(root, "", 1);
        var name = head.Text("name");
        var procedure = head.Choice<Procedure>("procedure");
        var title = head.Words("title");
        var source = head.Words("source");
        var declared = Versions(head);
        if (findings.Any)
        {
            return null;
        }

        head.Skip([.. head.Keys]);
        reading.ReportUnknownKeys();
        DatedValues.Check(root, "", declared.Select(version => version.Effective).ToHashSet(), findings);
        var versions = declared.Select(version => Version(root, findings, procedure, name, version)).ToArray();
        return findings.Any ? null : new RuleBook(name, procedure, title, source, versions);
    }

    private static RuleVersion Version(MapNode root, Findings findings, Procedure procedure, string book, Declared version)
    {
        var reading = new Reading(findings);
        var entry = reading.Open((MapNode)DatedValues.At(root, version.Effective)!, "", 1);
        entry.Skip(Head);
        var read = new VersionReader(entry, ProcedureShape.Of(procedure)).Read(book, version.Effective, version.Note);
        reading.ReportUnknownKeys();
        return read with { Values = Flattened.At(root, version.Effective).Values() };
    }

    private static List<Declared> Versions(Entry head)
    {
        var versions = new List<Declared>();
        foreach (var entry in head.List("versions"))
        {
            var version = new Declared(entry.Date("effective"), new Words(entry.Text("zh"), entry.Text("en")));
            if (versions.Count > 0 && version.Effective != default && version.Effective <= versions[^1].Effective)
            {
                entry.Fault("effective", Faults.VersionsNotAscending);
            }

            versions.Add(version);
        }

        if (head.IsEmptyList("versions"))
        {
            head.Fault("versions", Faults.NoItems);
        }

        return versions;
    }

    private sealed record Declared(DateOnly Effective, Words Note);
}
