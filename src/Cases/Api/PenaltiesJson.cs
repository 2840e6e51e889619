using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>An item as the replay contract writes it.</summary>
internal static class PenaltiesJson
{
    public static PenaltyJson Of(string number, Penalty item) =>
        new()
        {
            Clause = item.Clause,
            Case = number,
            Cycle = item.Cycle,
            Subject = item.Subject,
            Role = item.Role,
            Month = item.Month.ToString(),
            Units = item.Units,
            PercentOfBonus = item.PercentOfBonus,
            Amount = item.Amount is { } amount ? Plain(amount) : null,
            Decision = item.Decision,
            FirstAt = item.FirstAt,
            LastAt = item.LastAt,
        };

    /// <summary>1400.00 is written 1400: the scale of a decimal is no information.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}
