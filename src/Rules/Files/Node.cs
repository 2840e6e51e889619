namespace Shouwen.Rules.Files;

/// <summary>A piece of a data file and the line it stands on.</summary>
internal abstract record Node(int Line);

internal sealed record ScalarNode(int Line, string Text) : Node(Line);

internal sealed record ListNode(int Line, IReadOnlyList<Node> Items) : Node(Line);

internal sealed record MapNode(int Line, IReadOnlyList<KeyNode> Keys) : Node(Line)
{
    public KeyNode? Find(string key) => Keys.FirstOrDefault(entry => entry.Key == key);
}

/// <param name="Key">The key's name.</param>
/// <param name="Line">The line of the key: what a person looks for when the value below it is wrong.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record KeyNode(string Key, int Line, Node Value);
