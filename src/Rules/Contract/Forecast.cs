namespace Shouwen.Rules.Contract;

/// <summary>
/// What the rules will say if nothing happens any more: the same judge that computes today is asked at every moment at
/// which its result changes by itself. So "it would hold from then on" is never a second opinion about the rules.
/// </summary>
public static class Forecast
{
    /// <summary>Sixteen overdue days of a case that is due in a month are some two hundred changes.</summary>
    private const int MostChanges = 400;

    /// <summary>Every judgement to come, in its order.</summary>
    public static IReadOnlyList<Judgement> Of(CaseHistory history, Instant now, Context context)
    {
        ArgumentNullException.ThrowIfNull(history);
        var coming = new List<Judgement>();
        var judgement = history.Judge(now, context);
        while (coming.Count < MostChanges && judgement.ChangesAt is { } next)
        {
            judgement = history.Judge(next, context);
            coming.Add(judgement);
        }

        return coming;
    }
}
