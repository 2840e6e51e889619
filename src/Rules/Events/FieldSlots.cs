using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Events;

/// <summary>The values of one event's <c>data</c> while it is being read; reused from line to line.</summary>
internal sealed class FieldSlots
{
    private const int Most = 8;

    private readonly long[] numbers = new long[Most];
    private readonly string?[] texts = new string?[Most];
    private int present;
    private int seen;

    public void Clear() => (present, seen) = (0, 0);

    /// <summary>Notes that the key stood there; false when it stood there before.</summary>
    public bool See(int field)
    {
        var bit = 1 << field;
        var first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

    public bool Has(int field) => (present & (1 << field)) != 0;

    public void Set(int field, long number, string? text = null)
    {
        present |= 1 << field;
        numbers[field] = number;
        texts[field] = text;
    }

    public Instant Time(int field) => new(numbers[field]);

    public Instant? TimeOrNull(int field) => Has(field) ? Time(field) : null;

    public bool Flag(int field) => Has(field) && numbers[field] != 0;

    public bool? FlagOrNull(int field) => Has(field) ? numbers[field] != 0 : null;

    public int Number(int field) => (int)numbers[field];

    public string Text(int field) => texts[field] ?? "";
}
