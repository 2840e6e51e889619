namespace Shouwen.Cases.Model;

/// <summary>
/// A rollup over the cases, so that no page counts them. Every case counts once in the row of its project and once in the
/// row of the whole group. What has no project or category is counted under "".
/// </summary>
internal sealed class CaseCountRow
{
    /// <summary>1: the row of the whole group, whose project is "".</summary>
    public required int Whole { get; init; }
    public required string Project { get; init; }
    public required string Category { get; init; }

    /// <summary>The month each figure says (<see cref="Rules.Contract.Month.Index"/>).</summary>
    public required int Month { get; init; }

    /// <summary>Cases opened in the month.</summary>
    public required long Opened { get; init; }

    /// <summary>Of those, the ones still open.</summary>
    public required long Open { get; init; }

    /// <summary>Cases that ended in the month, as far as their closing time is usable.</summary>
    public required long Closed { get; init; }

    /// <summary>Handling clocks (resolve) that were met or breached and fell due in the month (EG-38).</summary>
    public required long Due { get; init; }

    /// <summary>Of those, the ones met.</summary>
    public required long InTime { get; init; }
}

/// <summary>An address of the register under a name of its owner's.</summary>
internal sealed class SavedView
{
    public required string StaffId { get; init; }
    public required string Name { get; set; }
    public required string Address { get; set; }

    /// <summary>What its owner sees on coming to the register; at most one.</summary>
    public bool IsDefault { get; set; }
}

/// <summary>The columns somebody wants in the register, in order.</summary>
internal sealed class ChosenColumns
{
    public required string StaffId { get; init; }
    public required string Columns { get; set; }
}
