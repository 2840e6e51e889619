namespace Shouwen.Rules.Files;

/// <summary>
/// Any value of a book may be a list of <c>{from, value}</c> instead. The tree as of one date is an ordinary tree, so
/// whoever reads a version never meets a date.
/// </summary>
internal static class DatedValues
{
    /// <summary>The tree as it stands on the date; null for a value that begins later, which is a key not there yet.</summary>
    public static Node? At(Node node, DateOnly date) =>
        node switch
        {
            MapNode map => new MapNode(map.Line, [.. map.Keys.Select(key => At(key, date)).OfType<KeyNode>()]),
            ListNode list when IsDated(list) => InForce(list, date) is { } inForce ? At(inForce.Value, date) : null,
            ListNode list => new ListNode(list.Line, [.. list.Items.Select(item => At(item, date)).OfType<Node>()]),
            _ => node,
        };

    /// <summary>Every dated value begins with a version of the book, in order.</summary>
    public static void Check(Node node, string path, IReadOnlySet<DateOnly> versions, Findings findings)
    {
        if (node is MapNode map)
        {
            foreach (var key in map.Keys)
            {
                Check(key.Value, path.Length == 0 ? key.Key : $"{path}.{key.Key}", versions, findings);
            }
        }
        else if (node is ListNode list)
        {
            if (IsDated(list))
            {
                CheckDated(list, path, versions, findings);
            }

            for (var i = 0; i < list.Items.Count; i++)
            {
                Check(list.Items[i], $"{path}[{i}]", versions, findings);
            }
        }
    }

    private static bool IsDated(ListNode list) => list.Items is [MapNode first, ..] && first.Find("from") is not null;

    /// <summary>The key of a dated value stands on the line of the value in force: there a mistake of it is found.</summary>
    private static KeyNode? At(KeyNode key, DateOnly date)
    {
        var line = key.Value is ListNode list && IsDated(list) ? InForce(list, date)?.Line : null;
        return At(key.Value, date) is { } value ? new KeyNode(key.Key, line ?? key.Line, value) : null;
    }

    private static KeyNode? InForce(ListNode list, DateOnly date) =>
        list.Items.OfType<MapNode>().LastOrDefault(item => From(item) is { } from && from <= date)?.Find("value");

    private static DateOnly? From(MapNode item) =>
        item.Find("from")?.Value is ScalarNode scalar && Scalars.TryDate(scalar.Text, out var date) ? date : null;

    private static void CheckDated(ListNode list, string path, IReadOnlySet<DateOnly> versions, Findings findings)
    {
        DateOnly? before = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var itemPath = $"{path}[{i}]";
            if (list.Items[i] is not MapNode item)
            {
                findings.Add(list.Items[i].Line, itemPath, Faults.NoMap);
                continue;
            }

            foreach (var key in item.Keys.Where(key => key.Key is not ("from" or "value")))
            {
                findings.Add(key.Line, $"{itemPath}.{key.Key}", Faults.UnknownKey);
            }

            if (item.Find("value") is null)
            {
                findings.Add(item.Line, $"{itemPath}.value", Faults.Missing);
            }

            if (item.Find("from") is not { } from)
            {
                findings.Add(item.Line, $"{itemPath}.from", Faults.Missing);
            }
            else if (From(item) is not { } date)
            {
                findings.Add(from.Value.Line, $"{itemPath}.from", Faults.NoDate);
            }
            else if (!versions.Contains(date))
            {
                findings.Add(from.Value.Line, $"{itemPath}.from", Faults.NoVersionDate(date));
            }
            else if (date <= before)
            {
                findings.Add(from.Value.Line, $"{itemPath}.from", Faults.DatesNotAscending);
            }
            else
            {
                before = date;
            }
        }
    }
}
