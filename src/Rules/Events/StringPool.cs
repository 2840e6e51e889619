using System.Text;

namespace Shouwen.Rules.Events;

/// <summary>One string per distinct id, found by its bytes: millions of events name a few thousand people and cases.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<byte[], Pooled> known = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], Pooled>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public StringPool() => lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();

    public Pooled Get(ReadOnlySpan<byte> utf8)
    {
        if (lookup.TryGetValue(utf8, out var found))
        {
            return found;
        }

        var added = new Pooled(Encoding.UTF8.GetString(utf8), known.Count);
        lookup[utf8] = added;
        return added;
    }
}

/// <param name="Text">The string.</param>
/// <param name="Number">How many others were met before it.</param>
internal readonly record struct Pooled(string Text, int Number);
