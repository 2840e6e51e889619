using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>What is wrong with one file, collected rather than thrown: a person mends a file in one go.</summary>
internal sealed class Findings(string file)
{
    private readonly HashSet<Finding> found = [];

    public bool Any => found.Count > 0;

    /// <summary>In the order of the file. The same fault seen in two versions of a book counts once.</summary>
    public IReadOnlyList<Finding> All => [.. found.OrderBy(finding => finding.Line).ThenBy(finding => finding.Key, StringComparer.Ordinal)];

    public void Add(int line, string key, Words sentence) => found.Add(new Finding(file, line, key, sentence));
}
