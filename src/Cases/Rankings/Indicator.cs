namespace Shouwen.Cases.Rankings;

/// <summary>What EG-38 ranks by.</summary>
internal enum Indicator
{
    /// <summary>Handling clocks that fell due in the month: 1 for one that was met, 0 for a breached one.</summary>
    OnTime,

    /// <summary>Handling clocks that stopped in the month: handling time ÷ allowed time, in millionths.</summary>
    Efficiency,

    /// <summary>Scores of call-backs before closing, 1–5, made in the month.</summary>
    Satisfaction,
}
