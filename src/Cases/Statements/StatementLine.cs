using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>A line of a statement: what is computed, and beside it what a person decided.</summary>
internal sealed record StatementLine(LineKind Kind, ChargeKey Key)
{
    public string? Project { get; init; }

    /// <summary>The rule book of its case: it names roles and measures.</summary>
    public required string Rules { get; init; }
    public string RuleVersion { get; init; } = "";
    public required int CaseVersion { get; init; }
    public required byte[] CaseHash { get; init; }
    public required int Units { get; init; }

    /// <summary>Null where nobody knows the bonus it is a share of.</summary>
    public decimal? Amount { get; init; }
    public int? PercentOfBonus { get; init; }
    public int Decisions { get; init; }

    /// <summary>The range of a decision to be taken ("bonus 50-100% | pay cut | demotion").</summary>
    public string? Decision { get; init; }
    public required Instant FirstAt { get; init; }
    public required Instant LastAt { get; init; }
    public Verdict? Verdict { get; init; }

    /// <summary>The line's address within its statement: the same however often the draft is computed.</summary>
    public string Id { get; } = IdOf(Key);

    public Charge Charge => new(Units, Amount ?? 0, PercentOfBonus ?? 0, Decisions);

    public LineOutcome Outcome => Verdict?.Outcome ?? LineOutcome.Undecided;

    /// <summary>A decision that the measures leave to a person; a withdrawn one leaves nothing to decide.</summary>
    public bool IsDecision => Decisions > 0;

    /// <summary>What it adds to the person's total.</summary>
    public Charge Counted => Outcome == LineOutcome.Waived ? default : Charge;

    private static string IdOf(ChargeKey key)
    {
        var parts = string.Join(
            '\n',
            key.Case,
            key.Clause,
            key.Cycle.ToString(CultureInfo.InvariantCulture),
            key.Subject,
            key.Role,
            key.Month.ToString()
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 8));
    }
}

/// <summary>What a person decided about a line.</summary>
/// <param name="Outcome">Confirmed, waived, or decided within the range.</param>
/// <param name="Choice">What was decided: "bonus 60%", "pay cut".</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The paper it stands in.</param>
/// <param name="By">Who; null for the command line, which confirms by delivering.</param>
/// <param name="At">When.</param>
internal sealed record Verdict(LineOutcome Outcome, string? Choice, string? Reason, string? Document, string? By, Instant At);
