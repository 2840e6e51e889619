using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

/// <summary>The rules of a version as rows that a person reads.</summary>
internal static class RuleRows
{
    /// <summary>These are told elsewhere: the head of the book, the clauses, the words for codes.</summary>
    private static readonly string[] ToldElsewhere = ["name", "procedure", "title", "source", "clauses", "terms", "appliesTo"];

    /// <summary>Every rule of a version, in the order of the book: also of parts that only later books have.</summary>
    public static IReadOnlyList<RuleTable.View.Row> Of(RuleVersion version)
    {
        var entries = new Dictionary<string, Collected>(StringComparer.Ordinal);
        foreach (var value in version.Values.Where(value => !ToldElsewhere.Contains(Top(value.Key), StringComparer.Ordinal)))
        {
            Collect(entries, value);
        }

        return
        [
            .. entries
                .Where(entry => entry.Value.Leaves.Count > 0)
                .Select(entry => new RuleTable.View.Row(
                    Top(entry.Key),
                    entry.Key,
                    NameOf(entries, entry.Key),
                    entry.Value.Says(version),
                    entry.Value.Clause
                )),
        ];
    }

    private static void Collect(Dictionary<string, Collected> entries, RuleValue value)
    {
        var (path, leaf) = Split(value.Key);
        var language = leaf is "zh" or "en" ? leaf : null;
        if (language is not null)
        {
            (path, leaf) = Split(path);
        }

        if (!entries.TryGetValue(path, out var entry))
        {
            entries[path] = entry = new Collected(value.Clause);
        }

        switch (leaf, language)
        {
            case ("name", "zh"):
                entry.Name = new Words(value.Text, value.Text);
                break;
            case ("name", "en"):
                entry.Name = new Words(entry.Name?.Zh ?? value.Text, value.Text);
                break;
            case (_, "en"):
                entry.Leaves[^1] = entry.Leaves[^1] with { English = value.Text };
                break;
            case ("clause", _):
                break;
            default:
                entry.Leaves.Add(new Collected.Leaf(leaf, value.Text, null));
                break;
        }
    }

    /// <summary>Its own name; else the one we have for it; else that of what it belongs to.</summary>
    private static Words NameOf(Dictionary<string, Collected> entries, string path)
    {
        for (var above = path; above.Length > 0; above = Above(above))
        {
            var name = entries.GetValueOrDefault(above)?.Name ?? BookTexts.Entry(WithoutIndex(above));
            if (name is not null)
            {
                return name;
            }
        }

        return new Words(path, path);
    }

    private static string Above(string path) => path.EndsWith(']') ? path[..path.LastIndexOf('[')] : Split(path).Path;

    private static string WithoutIndex(string path) => path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path;

    private static string Top(string key)
    {
        var end = key.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? key : key[..end];
    }

    private static (string Path, string Leaf) Split(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot < 0 ? ("", key) : (key[..dot], key[(dot + 1)..]);
    }

    private sealed class Collected(string? clause)
    {
        public string? Clause => clause;

        public Words? Name { get; set; }

        public List<Leaf> Leaves { get; } = [];

        public Words Says(RuleVersion version)
        {
            var said = Leaves.ConvertAll(leaf => leaf.Says(version));
            return new Words(string.Join("；", said.Select(words => words.Zh)), string.Join("; ", said.Select(words => words.En)));
        }

        internal sealed record Leaf(string Name, string Text, string? English)
        {
            public Words Says(RuleVersion version)
            {
                var value = English is null ? ValueWords.Of(version, Name, Text) : new Words(Text, English);
                return BookTexts.Leaf(Name) is { } name
                    ? new Words($"{name.Zh} {value.Zh}", string.Create(CultureInfo.InvariantCulture, $"{name.En} {value.En}"))
                    : value;
            }
        }
    }
}
