using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>
/// The ranking of one month: of regions and property companies, and of projects. Everybody is ranked against everybody; a
/// reader sees the lines of what is in scope.
/// </summary>
internal sealed record MonthlyRanking(
    Month Month,
    bool Complete,
    IReadOnlyList<MonthlyRanking.Line> Companies,
    IReadOnlyList<MonthlyRanking.Line> Projects
)
{
    private const string OfMonth = "SELECT project, indicator, value FROM case_indicator WHERE month = @month ORDER BY project";

    /// <param name="Place">Who.</param>
    /// <param name="Name">How it is called.</param>
    /// <param name="Of">How many are ranked with it, in scope or not.</param>
    public sealed record Line(RankedPlace Place, string Name, int Of);

    public bool IsEmpty => Companies.Count == 0 && Projects.Count == 0;

    public static async Task<MonthlyRanking> Read(RankingDesk desk, Month month, CancellationToken cancellation)
    {
        var places = await desk
            .Db.Set<Place>()
            .Where(place => place.Kind == PlaceKind.Region || place.Kind == PlaceKind.Company || place.Kind == PlaceKind.Project)
            .OrderBy(place => place.Id)
            .ToListAsync(cancellation);
        var begins = month.Begins();
        places.RemoveAll(place => place.ClosedAt <= begins);
        var byProject = OfProjects(desk.Database, month);
        var (me, now) = (desk.Reader.Me!, desk.Reader.Now);
        var terms = desk.Rules.RankingTermsAt(now);
        return new MonthlyRanking(
            month,
            now >= month.After().Begins(),
            Lines(places.Where(place => place.Kind is PlaceKind.Region or PlaceKind.Company)),
            Lines(places.Where(place => place.Kind == PlaceKind.Project))
        );

        IReadOnlyList<Line> Lines(IEnumerable<Place> ranked)
        {
            var names = ranked.ToDictionary(place => place.Id, place => place.Name, StringComparer.Ordinal);
            var figures = names.Keys.ToDictionary(id => id, id => Under(desk.Tree.ScopeOf(id), byProject), StringComparer.Ordinal);
            return
            [
                .. Ranking
                    .Of(figures, terms)
                    .Where(line => me.Covers(desk.Tree.ScopeOf(line.Id)))
                    .Select(line => new Line(line, names[line.Id], names.Count)),
            ];
        }
    }

    private static Dictionary<string, List<(Indicator Indicator, long Value)>> OfProjects(Database database, Month month)
    {
        using var session = database.Read();
        return session
            .Query(OfMonth, row => (Project: row.Text(0), Figure: (EnumCode.Parse<Indicator>(row.Text(1)), row.Long(2))), month.Index)
            .GroupBy(row => row.Project, StringComparer.Ordinal)
            .ToDictionary(project => project.Key, project => project.Select(row => row.Figure).ToList(), StringComparer.Ordinal);
    }

    private static Figures Under(Scope scope, Dictionary<string, List<(Indicator Indicator, long Value)>> byProject)
    {
        var figures = new Figures();
        foreach (var (indicator, value) in (scope.Projects ?? []).SelectMany(project => byProject.GetValueOrDefault(project) ?? []))
        {
            figures.Add(indicator, value);
        }

        return figures;
    }
}

/// <summary>What the pages of the ranking need.</summary>
internal sealed record RankingDesk(Db Db, Database Database, RuleLibrary Rules, OrganisationTree Tree, Reader Reader);

internal static class RankingRules
{
    /// <summary>The measures of the group rank all its companies, whatever book judged a case.</summary>
    public static RankingTerms RankingTermsAt(this RuleLibrary rules, Instant at) => RankingBookAt(rules, at).Group!.Ranking;

    public static RuleVersion RankingBookAt(this RuleLibrary rules, Instant at) =>
        rules.Books.Values.First(book => book is { Procedure: Procedure.Group, Extends: null }).At(at);

    /// <summary>As it stood when the month was over.</summary>
    public static RuleVersion RankingBookOf(this RuleLibrary rules, Month month) =>
        RankingBookAt(rules, month.After().Begins() - TimeSpan.FromSeconds(1));

    /// <summary>All of it: whoever sees one project of a company does not see the company's figure.</summary>
    public static bool Covers(this Me me, Scope place) =>
        me.Projects is null || (place.Projects is { Count: > 0 } projects && projects.All(me.Scope.Covers));
}
