namespace Shouwen.Rules.Contract;

/// <summary>Which charge a line of a statement is about. A judgement has at most one item for each; a correction names it.</summary>
public readonly record struct ChargeKey(string Case, string Clause, int Cycle, string Subject, string Role, Month Month);

/// <summary>What a line comes to. The parts are counted each for itself: an amount never pays for a share of a bonus.</summary>
public readonly record struct Charge(int Units, decimal Amount, int PercentOfBonus, int Decisions)
{
    public bool IsNothing => this == default;

    /// <summary>Whether any part of it is in the favour of the person charged.</summary>
    public bool GivesBack => Units < 0 || Amount < 0 || PercentOfBonus < 0 || Decisions < 0;

    public static Charge Of(Penalty item) => new(item.Units, item.Amount ?? 0, item.PercentOfBonus ?? 0, item.Decision is null ? 0 : 1);

    public static Charge operator +(Charge a, Charge b) =>
        new(a.Units + b.Units, a.Amount + b.Amount, a.PercentOfBonus + b.PercentOfBonus, a.Decisions + b.Decisions);

    public static Charge operator -(Charge a, Charge b) =>
        new(a.Units - b.Units, a.Amount - b.Amount, a.PercentOfBonus - b.PercentOfBonus, a.Decisions - b.Decisions);

    /// <summary>Part by part, and never less than nothing.</summary>
    public Charge OrNothing() => new(Math.Max(Units, 0), Math.Max(Amount, 0), Math.Max(PercentOfBonus, 0), Math.Max(Decisions, 0));
}

/// <summary>One charge over all statements that were delivered.</summary>
/// <param name="Charged">What their lines demand, earlier corrections among them.</param>
/// <param name="Forgiven">What HR waived and what accepted appeals took back: it is never demanded again.</param>
public readonly record struct ChargeBalance(Charge Charged, Charge Forgiven)
{
    /// <summary>
    /// The line that the next statement owes: with it, what is demanded is what the events say now, less what was forgiven.
    /// A charge that sinks below what was forgiven leaves nothing to demand, and nothing to pay out.
    /// </summary>
    public Charge Correction(Charge computed) => (computed - Forgiven).OrNothing() - Charged;
}
