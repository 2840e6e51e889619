using System.Text.Json;

namespace Shouwen.Rules.Events;

/// <summary>One string per distinct id: millions of events name a few thousand people and cases.</summary>
internal sealed class StringPool
{
    private const int LongestShared = 128;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public StringPool() => lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestShared)
        {
            return json.GetString()!;
        }

        Span<char> text = stackalloc char[LongestShared];
        text = text[..json.CopyString(text)];
        if (lookup.TryGetValue(text, out var shared))
        {
            return shared;
        }

        var added = text.ToString();
        known.Add(added);
        return added;
    }
}
