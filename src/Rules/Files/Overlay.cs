namespace Shouwen.Rules.Files;

/// <summary>One tree over another: what the upper one says counts, what it leaves out is the lower one's.</summary>
internal static class Overlay
{
    public static MapNode Of(MapNode upper, MapNode lower)
    {
        var keys = upper.Keys.Select(key => lower.Find(key.Key) is { } below ? key with { Value = Of(key.Value, below.Value) } : key);
        return new MapNode(upper.Line, [.. keys, .. lower.Keys.Where(key => upper.Find(key.Key) is null)]);
    }

    private static Node Of(Node upper, Node lower) => upper is MapNode map && lower is MapNode below ? Of(map, below) : upper;
}
