using Shouwen.Cases.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Scores;

/// <summary>Some of all; nothing is said of none.</summary>
internal readonly record struct Rate(int Some, int All)
{
    public decimal? Percent => All == 0 ? null : Some * 100m / All;
}

/// <summary>EG-39: what a month of a service centre is worth.</summary>
/// <param name="Project">Whose centre.</param>
/// <param name="Standard">Checks that found everything in order.</param>
/// <param name="OnTheSpot">Cases solved on the spot.</param>
/// <param name="Completion">Cases due that were finished within the month.</param>
/// <param name="Score">The weighted mean, 0 to 100; null while one that weighs is missing.</param>
/// <param name="Rank">Among those with a score; equals share it.</param>
internal sealed record CentreScore(string Project, Rate Standard, Rate OnTheSpot, Rate Completion, decimal? Score, int? Rank)
{
    public bool IsEmpty => Standard.All + OnTheSpot.All + Completion.All == 0;

    /// <summary>The best first; pure.</summary>
    public static IReadOnlyList<CentreScore> Of(
        IEnumerable<string> projects,
        IReadOnlyDictionary<string, Rate> checks,
        IReadOnlyDictionary<string, CentreResult> results,
        ScoreTerms terms
    )
    {
        var scores = projects
            .Select(project => Of(project, checks.GetValueOrDefault(project), results.GetValueOrDefault(project), terms))
            .ToList();
        return
        [
            .. scores
                .Select(each => each.Score is { } score ? each with { Rank = 1 + scores.Count(other => other.Score > score) } : each)
                .OrderBy(each => each.Rank ?? int.MaxValue)
                .ThenBy(each => each.Project, StringComparer.Ordinal),
        ];
    }

    private static CentreScore Of(string project, Rate standard, CentreResult? result, ScoreTerms terms)
    {
        var onTheSpot = new Rate(result?.OnTheSpot ?? 0, result?.Registered ?? 0);
        var completion = new Rate(result?.Completed ?? 0, result?.Due ?? 0);
        (int Weight, decimal? Percent)[] parts =
        [
            (terms.Standard, standard.Percent),
            (terms.OnTheSpot, onTheSpot.Percent),
            (terms.Completion, completion.Percent),
        ];
        var weighing = parts.Where(part => part.Weight > 0).ToList();
        var score = weighing.Exists(part => part.Percent is null)
            ? null
            : weighing.Sum(part => part.Weight * part.Percent) / weighing.Sum(part => part.Weight);
        return new CentreScore(project, standard, onTheSpot, completion, score, null);
    }
}
