using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <param name="Key">The key in the book.</param>
/// <param name="Old">The value in the first book; null where it has no such key.</param>
/// <param name="New">The value in the second book; null where it has no such key.</param>
/// <param name="Clause">The clause the key belongs to, if any.</param>
/// <param name="From">The effective date from which the books differ so.</param>
public sealed record RuleDifference(string Key, string? Old, string? New, string? Clause, DateOnly From);

/// <summary>What changes for the people concerned when one book replaces another.</summary>
public static class RuleBookDiff
{
    /// <summary>The differences, or the findings if one of the files is no sound rule book. Throws what opening the files throws.</summary>
    public static Loaded<IReadOnlyList<RuleDifference>> Between(string oldPath, string newPath, string? shipped = null)
    {
        var findings = new List<Finding>();
        var before = Open(oldPath, shipped, findings);
        var after = Open(newPath, shipped, findings);
        return new Loaded<IReadOnlyList<RuleDifference>>(findings.Count > 0 ? null : Between(before!, after!), findings);
    }

    /// <summary>What one version says otherwise than another, of the same book or of two.</summary>
    public static IReadOnlyList<RuleDifference> Between(RuleVersion before, RuleVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Between(Flattened.Of(before.Values), Flattened.Of(after.Values), after.Effective);
    }

    internal static Loaded<IReadOnlyList<RuleDifference>> BetweenTexts(string oldText, string newText)
    {
        var findings = new List<Finding>();
        var before = Open(new Findings("old"), oldText, null, findings);
        var after = Open(new Findings("new"), newText, null, findings);
        return new Loaded<IReadOnlyList<RuleDifference>>(findings.Count > 0 ? null : Between(before!, after!), findings);
    }

    private static Sound? Open(string path, string? shipped, List<Finding> all)
    {
        var findings = new Findings(path);
        return Open(findings, DataText.Read(path, findings), Parents.Beside(path, shipped), all);
    }

    private static Sound? Open(Findings findings, string? text, Func<string, RuleBook?>? parents, List<Finding> all)
    {
        var tree = text is null ? null : YamlTree.Parse(text, findings);
        var book = tree is null ? null : BookReader.Read(tree, findings, parents);
        all.AddRange(findings.All);
        return book is null ? null : new Sound(book);
    }

    private static List<RuleDifference> Between(Sound before, Sound after)
    {
        var differences = Versions(before.Book, after.Book);
        var known = new Dictionary<string, RuleDifference>(StringComparer.Ordinal);
        foreach (var date in before.Dates.Union(after.Dates).Order())
        {
            var here = Between(before.At(date), after.At(date), date);
            differences.AddRange(here.Where(found => !IsKnown(known.GetValueOrDefault(found.Key), found)));
            known = here.ToDictionary(found => found.Key, StringComparer.Ordinal);
        }

        return differences;
    }

    /// <summary>A difference that goes on is told once, at the date it begins.</summary>
    private static bool IsKnown(RuleDifference? earlier, RuleDifference found) =>
        earlier is not null && earlier with { From = found.From } == found;

    private static List<RuleDifference> Between(Flattened before, Flattened after, DateOnly date) =>
        [
            .. from key in before.Keys.Union(after.Keys, StringComparer.Ordinal)
            let old = before.Find(key)
            let changed = after.Find(key)
            where old is null || changed is null || !old.SaysTheSameAs(changed)
            select new RuleDifference(key, old?.Text, changed?.Text, changed?.Clause ?? old?.Clause, date),
        ];

    private static List<RuleDifference> Versions(RuleBook before, RuleBook after)
    {
        var old = before.Versions.ToDictionary(version => version.Effective, version => version.Note);
        var changed = after.Versions.ToDictionary(version => version.Effective, version => version.Note);
        return
        [
            .. from date in old.Keys.Union(changed.Keys).Order()
            let was = old.GetValueOrDefault(date)
            let becomes = changed.GetValueOrDefault(date)
            where was != becomes
            let key = $"versions.{date:yyyy-MM-dd}"
            select new RuleDifference(key, Note(was), Note(becomes), null, date),
        ];
    }

    private static string? Note(Words? note) => note is null ? null : $"{note.Zh} · {note.En}";

    private sealed record Sound(RuleBook Book)
    {
        public IEnumerable<DateOnly> Dates => Book.Versions.Select(version => version.Effective);

        /// <summary>Before its first version a book says what its first version says (EG-46).</summary>
        public Flattened At(DateOnly date) => Flattened.Of(Book.At(Instant.At(date, TimeOnly.MinValue)).Values);
    }
}
