using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Urging;

/// <summary>
/// One of the lists somebody follows up by: slow, overdue as a whole and by the brackets of the rule book's ladder (EG-36),
/// seriously overdue (EG-30), and major, group and common ones (EG-33).
/// </summary>
/// <param name="Code">In the address.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Filter">Which cases.</param>
internal sealed record WatchList(string Code, Words Name, UnfinishedFilter Filter)
{
    public static List<WatchList> All(GroupTerms? terms, Instant now)
    {
        var lists = new List<WatchList>
        {
            new("slow", WatchTexts.Slow, new UnfinishedFilter { Slow = true }),
            new("overdue", WatchTexts.Overdue, new UnfinishedFilter { ResolveDueBefore = now }),
        };
        if (terms is not null)
        {
            lists.AddRange(Ladder(terms.Overdue, now));
            lists.Add(
                new WatchList(
                    "serious",
                    WatchTexts.Serious,
                    new UnfinishedFilter { ResolveDueBefore = now - terms.SeriouslyOverdue.MoreThan }
                )
            );
        }

        lists.Add(new WatchList("grave", WatchTexts.Grave, new UnfinishedFilter { Grave = true }));
        return lists;
    }

    /// <summary>Overdue day k begins at the deadline and k − 1 units: a bracket ends where the next one's first day begins.</summary>
    private static IEnumerable<WatchList> Ladder(TieredCharge charge, Instant now)
    {
        var from = 0;
        foreach (var tier in charge.Tiers)
        {
            yield return Bracket(from + 1, tier.Through, charge.Every, now);
            from = tier.Through;
        }

        yield return Bracket(from + 1, null, charge.Every, now);
    }

    private static WatchList Bracket(int first, int? last, TimeSpan every, Instant now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"day{first}"),
            last is { } through ? WatchTexts.Days(first, through) : WatchTexts.DaysFrom(first),
            new UnfinishedFilter
            {
                ResolveDueBefore = now - ((first - 1) * every),
                ResolveDueFrom = last is { } end ? now - (end * every) : null,
            }
        );
}
