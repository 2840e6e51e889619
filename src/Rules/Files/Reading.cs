using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>One pass of typed reading over a tree: gathers the findings and knows every key that was asked for.</summary>
internal sealed class Reading(Findings findings)
{
    private readonly List<Entry> opened = [];

    public Findings Findings { get; } = findings;

    public Entry Open(MapNode? map, string path, int line)
    {
        var entry = new Entry(this, map, path, line);
        opened.Add(entry);
        return entry;
    }

    /// <summary>Call it last: a key nobody asked for is a mistake of spelling or a rule that would not be kept.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var entry in opened)
        {
            entry.ReportUnknownKeys();
        }
    }
}
