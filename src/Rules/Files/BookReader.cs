using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>From the text of a rule book to the book: its head, then one typed reading for each version.</summary>
internal sealed class BookReader
{
    /// <summary>These say what a book is, not what it rules; an extending book has its own.</summary>
    private static readonly string[] Own = ["name", "extends", "allowLooser", "appliesTo", "versions"];
    private static readonly string[] Head = [.. Own, "procedure", "title", "source"];

    private readonly MapNode root;
    private readonly Findings findings;
    private readonly RuleBook? parent;

    private BookReader(MapNode root, Findings findings, RuleBook? parent)
    {
        this.root = root;
        this.findings = findings;
        this.parent = parent;
    }

    public static bool Recognises(MapNode root) => root.Find("procedure") is not null || root.Find("extends") is not null;

    /// <param name="tree">The file.</param>
    /// <param name="findings">What is wrong with it.</param>
    /// <param name="parents">Finds the book it extends, if it extends one.</param>
    public static RuleBook? Read(Node tree, Findings findings, Func<string, RuleBook?>? parents = null)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
            return null;
        }

        if (root.Find("extends") is not { } extends)
        {
            return new BookReader(root, findings, null).Read();
        }

        var found = extends.Value is ScalarNode { Text: var name } ? parents?.Invoke(name) : null;
        if (found is null or { Extends: not null })
        {
            findings.Add(extends.Line, "extends", Faults.NoParent);
            return null;
        }

        return new BookReader(root, findings, found).Read();
    }

    private RuleBook? Read()
    {
        var reading = new Reading(findings);
        var head = reading.Open(Over(Instant.Earliest, root), "", 1);
        var name = head.Text("name");
        var procedure = head.Choice<Procedure>("procedure");
        var title = head.Words("title");
        var source = head.Words("source");
        var allowed = head.Has("allowLooser") ? head.Texts("allowLooser") : [];
        var places = AppliesTo(head);
        var declared = Versions(head);
        if (parent is not null && procedure != parent.Procedure)
        {
            head.Fault("procedure", Faults.OtherProcedure);
        }

        if (findings.Any)
        {
            return null;
        }

        head.Skip([.. head.Keys]);
        reading.ReportUnknownKeys();
        DatedValues.Check(root, "", declared.Select(version => version.From.Date).ToHashSet(), findings);
        var line = root.Find("appliesTo")?.Line ?? 1;
        var versions = WithThoseOfTheParent(declared)
            .Select(version => Version(procedure, name, version) with { AppliesTo = places, AppliesToLine = line })
            .ToArray();
        return findings.Any
            ? null
            : new RuleBook(name, procedure, title, source, versions) { Extends = parent?.Name, AllowLooser = allowed };
    }

    /// <summary>Only a book that has a parent to fall back on is one of places.</summary>
    private IReadOnlyList<string> AppliesTo(Entry head)
    {
        if (!head.Has("appliesTo"))
        {
            return [];
        }

        var places = head.Texts("appliesTo");
        if (parent is null)
        {
            head.Fault("appliesTo", Faults.PlacesWithoutParent);
        }
        else if (head.IsEmptyList("appliesTo"))
        {
            head.Fault("appliesTo", Faults.NoItems);
        }
        else if (places.GroupBy(place => place, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            head.Fault("appliesTo", Faults.SamePlace(twice.Key));
        }

        return places;
    }

    private RuleVersion Version(Procedure procedure, string book, Declared version)
    {
        var own = (MapNode)DatedValues.At(root, version.From.Date)!;
        var whole = Over(version.From, own);
        if (parent is not null)
        {
            Strictness.Check(Without(whole), ParentAt(version.From), parent.AllowLooser, findings);
        }

        var reading = new Reading(findings);
        var entry = reading.Open(whole, "", 1);
        entry.Skip(Head);
        var read = new VersionReader(entry, ProcedureShape.Of(procedure)).Read(book, version.From.Date, version.Note);
        reading.ReportUnknownKeys();
        return read with { From = version.From, Values = Flattened.Of(whole).Values() };
    }

    /// <summary>What the book says over what its parent says at that moment.</summary>
    private MapNode Over(Instant moment, MapNode own) => parent is null ? own : Overlay.Of(own, ParentAt(moment));

    private MapNode ParentAt(Instant moment)
    {
        var version = parent!.At(moment);
        var tree = (MapNode)YamlTree.Parse(version.Text, new Findings(parent.Name))!;
        return Without((MapNode)DatedValues.At(tree, version.Effective)!);
    }

    private static MapNode Without(MapNode map) =>
        map with
        {
            Keys = [.. map.Keys.Where(key => !Own.Contains(key.Key, StringComparer.Ordinal))],
        };

    /// <summary>When the parent changes, so does what is taken from it.</summary>
    private IEnumerable<Declared> WithThoseOfTheParent(List<Declared> declared) =>
        declared
            .Concat(
                from version in parent?.Versions ?? []
                where version.From > declared[0].From && declared.TrueForAll(own => own.From != version.From)
                select new Declared(version.From, version.Note)
            )
            .OrderBy(version => version.From);

    private static List<Declared> Versions(Entry head)
    {
        var versions = new List<Declared>();
        foreach (var entry in head.List("versions"))
        {
            var date = entry.Date("effective");
            var version = new Declared(Instant.At(date, TimeOnly.MinValue), new Words(entry.Text("zh"), entry.Text("en")));
            if (versions.Count > 0 && date != default && version.From <= versions[^1].From)
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

    private sealed record Declared(Instant From, Words Note);
}
