using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// Which case stands for which before the customer: a merged one is told by the case its number leads to, and a developer's
/// case that serves a property case of his own is not told beside it (EG-7a: the owner sees one).
/// </summary>
internal static class OneMatter
{
    /// <param name="Case">Under whose number and home the matter is told.</param>
    /// <param name="Told">Whose state and promises are told.</param>
    public sealed record Matter(CaseRow Case, CaseRow Told);

    /// <summary>One customer's cases, each matter once, in the order given.</summary>
    public static async Task<IReadOnlyList<Matter>> Of(Db db, IReadOnlyList<CaseRow> own, CancellationToken cancellation)
    {
        var numbers = own.Select(row => row.Number).ToHashSet(StringComparer.Ordinal);
        var matters = new List<Matter>();
        foreach (var row in own.Where(row => row.Serves is null || !numbers.Contains(row.Serves)))
        {
            var told = row.MergedInto is null ? row : await Behind(db, row, cancellation);
            if (told == row || !numbers.Contains(told.Number))
            {
                matters.Add(new Matter(row, told));
            }
        }

        return matters;
    }

    /// <summary>The case a merged one leads to, itself where it is not merged.</summary>
    public static async Task<CaseRow> Behind(Db db, CaseRow row, CancellationToken cancellation)
    {
        while (row.MergedInto is { } into)
        {
            row = await db.Set<CaseRow>().AsNoTracking().FirstAsync(each => each.Number == into, cancellation);
        }

        return row;
    }
}
