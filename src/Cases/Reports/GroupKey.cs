namespace Shouwen.Cases.Reports;

/// <summary>What the cases of a group have in common; null sorts before every text, texts by code unit.</summary>
internal sealed class GroupKey(string?[] parts) : IEquatable<GroupKey>, IComparable<GroupKey>
{
    public string? Part(int index) => parts[index];

    public bool Equals(GroupKey? other) => other is not null && Parts.SequenceEqual(other.Parts, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in parts)
        {
            hash.Add(part, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    public int CompareTo(GroupKey? other)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var order = string.CompareOrdinal(parts[i], other!.Part(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private string?[] Parts => parts;
}
