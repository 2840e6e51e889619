using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>
/// The ranking of all specialists in a month as one reader may see it (EG-16): before it is out only for the group centre, and
/// for nobody who was rated in that month, since one's own rank is the gap in everybody else's; then the own line, and those
/// of others for the roles of the book, each in scope.
/// </summary>
internal sealed record SpecialistRanking(Month Month, bool Complete, bool Hidden, IReadOnlyList<SpecialistRanking.Line> Lines)
{
    /// <param name="Person">Who, and how rated.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Places">The names of the projects.</param>
    public sealed record Line(RankedSpecialist Person, string Name, string Places);

    /// <summary>How many have a rank, shown or not.</summary>
    public required int Ranked { get; init; }
    public required DeskRankingTerms Terms { get; init; }
    public required Clause Clause { get; init; }

    public static async Task<SpecialistRanking> Read(RankingDesk desk, Month month, CancellationToken cancellation)
    {
        var (me, now) = (desk.Reader.Me!, desk.Reader.Now);
        var version = desk.Rules.RankingBookOf(month);
        var terms = version.Group!.DeskRanking;
        var isOut = now >= DeskRatings.VisibleFrom(month);
        var all = await All(desk, month, terms, cancellation);
        var hidden = !isOut && !SeesBefore(me, desk.Rules.RankingBookAt(now), all);
        var seen = hidden ? [] : all.Where(person => !isOut || person.Id == me.StaffId || SeesOthers(me, terms, person)).ToList();
        var names = await StaffNames.Load(desk.Db, seen.Select(person => person.Id), cancellation);
        var places = await desk
            .Db.Set<Place>()
            .Where(place => place.Kind == PlaceKind.Project)
            .ToDictionaryAsync(place => place.Id, place => place.Name, StringComparer.Ordinal, cancellation);
        return new SpecialistRanking(
            month,
            isOut,
            hidden,
            [
                .. seen.Select(person => new Line(
                    person,
                    names.Of(person.Id),
                    string.Join('、', person.Projects.Select(project => places.GetValueOrDefault(project, project)))
                )),
            ]
        )
        {
            Ranked = all.Count(person => person.Rank is not null),
            Terms = terms,
            Clause = version.Clauses[terms.Clause],
        };
    }

    private static bool SeesBefore(Me me, RuleVersion version, List<RankedSpecialist> all) =>
        version.Access.DeskRatings.Any(me.Is) && !all.Exists(person => person.Id == me.StaffId && person.Ratings > 0);

    private static bool SeesOthers(Me me, DeskRankingTerms terms, RankedSpecialist person) =>
        terms.See.Any(me.Is) && me.Covers(new Scope([.. person.Projects]));

    /// <summary>Whoever was rated, and whoever held the post in the month and was not.</summary>
    private static async Task<List<RankedSpecialist>> All(
        RankingDesk desk,
        Month month,
        DeskRankingTerms terms,
        CancellationToken cancellation
    )
    {
        using var session = desk.Database.Read();
        var rated = DeskRanking.Of(DeskRating.Of(session, month), terms.LeastRatings);
        var (begins, ends) = (month.Begins(), month.After().Begins());
        var posts = await desk
            .Db.Set<Assignment>()
            .AsNoTracking()
            .Where(each => each.Post == Post.Specialist && each.From < ends && (each.Until == null || each.Until > begins))
            .OrderBy(each => each.StaffId)
            .ToListAsync(cancellation);
        var known = rated.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rated,
            .. posts
                .Where(post => !known.Contains(post.StaffId))
                .GroupBy(post => post.StaffId, StringComparer.Ordinal)
                .Select(person => new RankedSpecialist(
                    person.Key,
                    [.. person.SelectMany(post => desk.Tree.ScopeOf(post.Place).Projects ?? []).Distinct(StringComparer.Ordinal)],
                    0,
                    null,
                    null,
                    null
                )),
        ];
    }
}
