using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>
/// A map of a data file with typed questions. A wrong or missing value becomes a finding and a harmless default; below
/// a map that is not there nothing is reported again.
/// </summary>
public sealed class Entry
{
    private readonly Reading reading;
    private readonly MapNode? map;
    private readonly string path;
    private readonly int line;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal Entry(Reading reading, MapNode? map, string path, int line)
    {
        this.reading = reading;
        this.map = map;
        this.path = path;
        this.line = line;
    }

    public delegate bool Parse<T>(string text, out T value);

    public IEnumerable<string> Keys => map is null ? [] : map.Keys.Select(key => key.Key);

    public bool Has(string key) => map?.Find(key) is not null;

    public bool IsEmptyList(string key) => map?.Find(key)?.Value is ListNode { Items.Count: 0 };

    public void Fault(string key, Words sentence) => reading.Findings.Add(LineOf(key), PathOf(key), sentence);

    public void Skip(params string[] keys) => asked.UnionWith(keys);

    internal void ReportUnknownKeys()
    {
        foreach (var key in map?.Keys.Where(key => !asked.Contains(key.Key)) ?? [])
        {
            reading.Findings.Add(key.Line, PathOf(key.Key), Faults.UnknownKey);
        }
    }

    public string Text(string key) => Scalar(key) ?? "";

    public T Value<T>(string key, Parse<T> parse, Words expected)
        where T : struct
    {
        if (Scalar(key) is not { } text)
        {
            return default;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Fault(key, expected);
        return default;
    }

    /// <summary>A value that may be "none" and must be said: what is switched off stands in the file.</summary>
    public T? ValueOrNone<T>(string key, Func<string, T> value)
        where T : struct => NodeOf(key) is ScalarNode { Text: "none" } ? null : value(key);

    public TimeSpan Duration(string key)
    {
        var duration = Value<TimeSpan>(key, Scalars.TryDuration, Faults.NoDuration);
        if (duration < TimeSpan.Zero)
        {
            Fault(key, Faults.NegativeDuration);
        }
        else if (duration > TimeSpan.FromDays(366))
        {
            Fault(key, Faults.LongDuration);
        }

        return duration;
    }

    /// <summary>A duration that lasts: a limit of nothing could not be kept by anybody.</summary>
    public TimeSpan Limit(string key)
    {
        var limit = Duration(key);
        if (limit == TimeSpan.Zero && NodeOf(key) is ScalarNode scalar && Scalars.TryDuration(scalar.Text, out _))
        {
            Fault(key, Faults.ZeroDuration);
        }

        return limit;
    }

    public TimeOnly TimeOfDay(string key) => Value<TimeOnly>(key, Scalars.TryTimeOfDay, Faults.NoTimeOfDay);

    public TimeWindow Window(string key) => Value<TimeWindow>(key, Scalars.TryWindow, Faults.NoWindow);

    public DateOnly Date(string key) => Value<DateOnly>(key, Scalars.TryDate, Faults.NoDate);

    public bool Boolean(string key) => Value<bool>(key, Scalars.TryBoolean, Faults.NoBoolean);

    public int Number(string key, int low, int high) =>
        Value(
            key,
            (string text, out int number) => Scalars.TryNumber(text, out number) && number >= low && number <= high,
            Faults.NumberRange(low, high)
        );

    public decimal Amount(string key)
    {
        var amount = Value<decimal>(key, Scalars.TryMoney, Faults.NoMoney);
        if (amount < 0)
        {
            Fault(key, Faults.NegativeAmount);
        }

        return amount;
    }

    public T Choice<T>(string key)
        where T : struct, Enum
    {
        var members = Enum.GetValues<T>();
        return Value(
            key,
            (string text, out T member) =>
            {
                var index = Array.FindIndex(members, candidate => Scalars.Code(candidate) == text);
                member = index < 0 ? default : members[index];
                return index >= 0;
            },
            Faults.Choice(members.Select(Scalars.Code))
        );
    }

    /// <summary>A sentence or term in both languages.</summary>
    public Words Words(string key)
    {
        var words = Map(key);
        return new Words(words.Text("zh"), words.Text("en"));
    }

    public Words? OptionalWords(string key) => Has(key) ? Words(key) : null;

    public IReadOnlyList<string> Texts(string key) => [.. Places(key).Select(place => place.Text)];

    /// <summary>A single text, or a list of them.</summary>
    public IReadOnlyList<EntryText> OneOrSeveral(string key) =>
        map?.Find(key)?.Value is ListNode ? Places(key)
        : Scalar(key) is { } text ? [new EntryText(text, sentence => Fault(key, sentence))]
        : [];

    /// <summary>The texts of a list, each as an entry's key would be: for values that need a check of their own.</summary>
    public IReadOnlyList<EntryText> Places(string key)
    {
        var places = new List<EntryText>();
        foreach (var (i, item) in Items(key).Index())
        {
            if (TextOf(item, $"{PathOf(key)}[{i}]") is { } text)
            {
                places.Add(new EntryText(text, sentence => reading.Findings.Add(item.Line, $"{PathOf(key)}[{i}]", sentence)));
            }
        }

        return places;
    }

    public Entry Map(string key) => Child(NodeOf(key), PathOf(key), LineOf(key));

    public Entry? OptionalMap(string key) => Has(key) ? Map(key) : null;

    /// <summary>The maps below a key by name, in the order of the file; none if the key is not there.</summary>
    public IReadOnlyList<(string Name, Entry Entry)> OptionalMaps(string key) => Has(key) ? Maps(key) : [];

    public IReadOnlyList<(string Name, Entry Entry)> Maps(string key)
    {
        var parent = Map(key);
        return [.. parent.Keys.ToArray().Select(name => (name, parent.Map(name)))];
    }

    public IReadOnlyList<Entry> List(string key) => [.. Items(key).Select((item, i) => Child(item, $"{PathOf(key)}[{i}]", item.Line))];

    public IReadOnlyList<Entry> OptionalList(string key) => Has(key) ? List(key) : [];

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private int LineOf(string key) => map?.Find(key)?.Line ?? line;

    private Node? NodeOf(string key)
    {
        asked.Add(key);
        var found = map?.Find(key)?.Value;
        if (found is null && map is not null)
        {
            Fault(key, Faults.Missing);
        }

        return found;
    }

    private string? Scalar(string key) => NodeOf(key) is { } node ? TextOf(node, PathOf(key)) : null;

    private string? TextOf(Node node, string where)
    {
        if (node is not ScalarNode scalar)
        {
            reading.Findings.Add(node.Line, where, Faults.NoScalar);
            return null;
        }

        if (scalar.Text.Length == 0)
        {
            reading.Findings.Add(node.Line, where, Faults.NoText);
            return null;
        }

        return scalar.Text;
    }

    private IReadOnlyList<Node> Items(string key)
    {
        var node = NodeOf(key);
        if (node is not null and not ListNode)
        {
            Fault(key, Faults.NoList);
        }

        return node is ListNode list ? list.Items : [];
    }

    private Entry Child(Node? node, string where, int at)
    {
        if (node is not null and not MapNode)
        {
            reading.Findings.Add(at, where, Faults.NoMap);
        }

        return reading.Open(node as MapNode, where, at);
    }
}

/// <summary>One text of a list and the way to complain about it.</summary>
public sealed record EntryText(string Text, Action<Words> Fault);
