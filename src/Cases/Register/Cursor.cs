using System.Globalization;

namespace Shouwen.Cases.Register;

/// <summary>A stretch of the register with an order of its own, which one index serves.</summary>
internal enum Stretch
{
    /// <summary>What is open, the clock that ends first on top.</summary>
    Due,
    Newest,
    Oldest,

    /// <summary>By case number, while its beginning is looked for.</summary>
    Number,
}

/// <summary>Where a page ended: in which stretch, and behind which case there.</summary>
/// <param name="Stretch">The stretch.</param>
/// <param name="Key">The sort key: microseconds, or the number.</param>
/// <param name="CaseId">Tells cases of one key apart.</param>
internal sealed record Cursor(Stretch Stretch, object Key, long CaseId)
{
    private const string Letters = "dno#";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Stretch]}.{CaseId}.{Key}");

    public static Cursor? Read(string? text)
    {
        if (
            text?.Split('.', 3) is not [[var letter], var id, var key]
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var caseId)
        )
        {
            return null;
        }

        var stretch = Letters.IndexOf(letter, StringComparison.Ordinal);
        if (stretch == (int)Stretch.Number)
        {
            return new Cursor(Stretch.Number, key, caseId);
        }

        return stretch >= 0 && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros)
            ? new Cursor((Stretch)stretch, micros, caseId)
            : null;
    }
}
