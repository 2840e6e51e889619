using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>One row as it stands in the file. A reader hands out the same object again and again: use it before asking for the next.</summary>
public abstract class TableRow
{
    /// <summary>The line of the file on which the row starts, counted from 1; in a workbook the row of the sheet.</summary>
    public abstract int Line { get; }

    public abstract int Count { get; }

    /// <summary>Why the row cannot be trusted (a quote that never ends, too long, cells without a header). Its cells are then as found.</summary>
    public abstract Words? Problem { get; }

    /// <summary>How many columns the header has; null while the header itself is read.</summary>
    internal int? Width { get; set; }

    /// <summary>
    /// A record with fewer cells than the header is usually the first half of one torn by a line break, one with more has a
    /// comma too many: either way its cells may stand under the wrong names. Empty cells at the end do no harm.
    /// </summary>
    private protected Words? Misfit
    {
        get
        {
            if (Width is not { } width || Count == width)
            {
                return null;
            }

            if (Count < width)
            {
                return new Words($"只有 {Count} 格，表头有 {width} 列", $"{Count} cells under {width} column names");
            }

            for (var column = width; column < Count; column++)
            {
                if (!string.IsNullOrWhiteSpace(Raw(column)))
                {
                    return new Words($"有 {Count} 格，表头只有 {width} 列", $"{Count} cells under only {width} column names");
                }
            }

            return null;
        }
    }

    /// <summary>The cell as written, empty when the row is too short for it.</summary>
    public abstract string Raw(int column);

    /// <summary>The value of a true date cell of a workbook; its <see cref="Raw"/> is the same in "yyyy-MM-dd HH:mm:ss".</summary>
    public virtual DateTime? Date(int column) => null;
}
