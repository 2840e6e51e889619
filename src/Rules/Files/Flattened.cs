using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>A tree as lines of key and value, each with the clause it belongs to.</summary>
internal sealed class Flattened
{
    private readonly Dictionary<string, Leaf> leaves = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];

    /// <summary>Everything a tree says that has no dates left in it, apart from the list of its versions.</summary>
    public static Flattened Of(MapNode book)
    {
        var flat = new Flattened();
        foreach (var key in book.Keys.Where(key => key.Key != "versions"))
        {
            flat.Add(key.Key, key.Value, clause: null, key.Line);
        }

        return flat;
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<string> Keys => keys;

    public IReadOnlyList<RuleValue> Values() => [.. keys.Select(key => new RuleValue(key, leaves[key].Text, leaves[key].Clause))];

    /// <summary>The same from values that were read before.</summary>
    public static Flattened Of(IEnumerable<RuleValue> values)
    {
        var flat = new Flattened();
        foreach (var value in values)
        {
            flat.Add(value.Key, new Leaf(value.Text, value.Clause, 1));
        }

        return flat;
    }

    /// <summary>The first line of what the key belongs to: where to look for a key that is gone.</summary>
    public int LineAbove(string key)
    {
        var above = key;
        while (above.LastIndexOfAny(['.', '[']) is > 0 and var end)
        {
            above = above[..end];
            if (keys.Find(each => each.StartsWith(above, StringComparison.Ordinal)) is { } near)
            {
                return leaves[near].Line;
            }
        }

        return 1;
    }

    public Leaf? Find(string key) => leaves.GetValueOrDefault(key);

    private void Add(string path, Node node, string? clause, int line)
    {
        switch (node)
        {
            case MapNode map:
                AddMap(path, map, clause);
                break;
            case ListNode list when list.Items.All(item => item is ScalarNode):
                var texts = list.Items.Cast<ScalarNode>().Select(item => item.Text);
                Add(path, new Leaf($"[{string.Join(", ", texts)}]", clause, line));
                break;
            case ListNode list:
                foreach (var (i, item) in list.Items.Index())
                {
                    Add($"{path}[{i}]", item, clause, item.Line);
                }

                break;
            case ScalarNode scalar:
                Add(path, new Leaf(scalar.Text, clause, line));
                break;
        }
    }

    private void AddMap(string path, MapNode map, string? clause)
    {
        var cited = map.Find("clause")?.Value is ScalarNode own ? own.Text : clause;
        foreach (var key in map.Keys)
        {
            Add($"{path}.{key.Key}", key.Value, path == "clauses" ? key.Key : cited, key.Line);
        }
    }

    private void Add(string path, Leaf leaf)
    {
        if (leaves.TryAdd(path, leaf))
        {
            keys.Add(path);
        }
    }

    internal sealed record Leaf(string Text, string? Clause, int Line)
    {
        /// <summary>60m and 1h, 100 and 100.0 say the same.</summary>
        public bool SaysTheSameAs(Leaf other) => Canonical(Text) == Canonical(other.Text);

        private static string Canonical(string text) =>
            Scalars.TryDuration(text, out var duration) ? duration.ToString("c", CultureInfo.InvariantCulture)
            : Scalars.TryMoney(text, out var amount) ? amount.ToString("0.##", CultureInfo.InvariantCulture)
            : text;
    }
}
