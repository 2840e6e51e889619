using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>
/// What a closed case has taught: cause, cost and prevention of a defect. It holds nothing of the owner; the photo stays
/// with its case and goes with it.
/// </summary>
internal sealed class CasebookEntry
{
    public long Id { get; init; }

    /// <summary>The case it comes from. Shown to those who may open it only.</summary>
    public required string CaseNumber { get; init; }
    public string? Project { get; init; }
    public required string Title { get; set; }

    /// <summary>Codes of the rule book.</summary>
    public required string Trade { get; set; }
    public required string Part { get; set; }
    public string Cause { get; set; } = "";
    public string Prevention { get; set; } = "";
    public long? CostFen { get; set; }

    /// <summary>An attachment of the case.</summary>
    public string? Photo { get; set; }
    public required string By { get; init; }
    public required Instant At { get; init; }

    /// <summary>Without cause and prevention nobody learns anything from it yet.</summary>
    public bool IsUnfinished => Cause.Length == 0 || Prevention.Length == 0;
}
