using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>A tree as lines of key and value, each with the clause it belongs to.</summary>
internal sealed class Flattened
{
    private readonly Dictionary<string, Leaf> leaves = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];

    /// <summary>Everything the book says on the date, apart from the list of its versions.</summary>
    public static Flattened At(MapNode book, DateOnly date)
    {
        var flat = new Flattened();
        foreach (var key in book.Keys.Where(key => key.Key != "versions"))
        {
            if (DatedValues.At(key.Value, date) is { } value)
            {
                flat.Add(key.Key, value, clause: null);
            }
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
            flat.Add(value.Key, new Leaf(value.Text, value.Clause));
        }

        return flat;
    }

    public Leaf? Find(string key) => leaves.GetValueOrDefault(key);

    private void Add(string path, Node node, string? clause)
    {
        switch (node)
        {
            case MapNode map:
                AddMap(path, map, clause);
                break;
            case ListNode list when list.Items.All(item => item is ScalarNode):
                var texts = list.Items.Cast<ScalarNode>().Select(item => item.Text);
                Add(path, new Leaf($"[{string.Join(", ", texts)}]", clause));
                break;
            case ListNode list:
                foreach (var (i, item) in list.Items.Index())
                {
                    Add($"{path}[{i}]", item, clause);
                }

                break;
            case ScalarNode scalar:
                Add(path, new Leaf(scalar.Text, clause));
                break;
        }
    }

    private void AddMap(string path, MapNode map, string? clause)
    {
        var cited = map.Find("clause")?.Value is ScalarNode own ? own.Text : clause;
        foreach (var key in map.Keys)
        {
            Add($"{path}.{key.Key}", key.Value, path == "clauses" ? key.Key : cited);
        }
    }

    private void Add(string path, Leaf leaf)
    {
        if (leaves.TryAdd(path, leaf))
        {
            keys.Add(path);
        }
    }

    internal sealed record Leaf(string Text, string? Clause)
    {
        /// <summary>60m and 1h, 100 and 100.0 say the same.</summary>
        public bool SaysTheSameAs(Leaf other) => Canonical(Text) == Canonical(other.Text);

        private static string Canonical(string text) =>
            Scalars.TryDuration(text, out var duration) ? duration.ToString("c", CultureInfo.InvariantCulture)
            : Scalars.TryMoney(text, out var amount) ? amount.ToString("0.##", CultureInfo.InvariantCulture)
            : text;
    }
}
