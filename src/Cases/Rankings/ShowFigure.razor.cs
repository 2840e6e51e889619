using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The cases behind one figure of the ranking, each with what it counts as.</summary>
public sealed partial class ShowFigure
{
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/{place}/{indicator}", Get).RequireAuthorization(Permissions.Desk);

    internal static string Path(Month month, string place, Indicator indicator) =>
        $"{ShowRanking.Path(month)}/{Uri.EscapeDataString(place)}/{EnumCode.Of(indicator)}";

    public sealed record View(Month Month, string Place, Words Indicator, string Value)
    {
        public required Words How { get; init; }
        public required Words Count { get; init; }
        public required IReadOnlyList<Line> Cases { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record Line(string Number, string? Unit, Words Says);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string month,
        string place,
        string indicator,
        string? after,
        [AsParameters] RankingDesk desk,
        CancellationToken cancellation
    )
    {
        if (!Month.TryParse(month, out var asked) || Find(indicator) is not { } wanted)
        {
            return Results.NotFound();
        }

        var ranking = await MonthlyRanking.Read(desk, asked, cancellation);
        if (ranking.Companies.Concat(ranking.Projects).FirstOrDefault(each => each.Place.Id == place) is not { } line)
        {
            return Results.NotFound();
        }

        var from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var cases = await Cases(desk, asked, wanted, desk.Tree.ScopeOf(place), from, cancellation);
        var figure = line.Place.FigureOf(wanted);
        var path = Path(asked, place, wanted);
        return Answer.Page<ShowFigure>(
            new View(asked, line.Name, RankingTexts.NameOf(wanted), RankingTexts.Say(wanted, figure.Value))
            {
                How = RankingTexts.How(wanted),
                Count = RankingTexts.CountOf(wanted, figure.Cases),
                Cases = [.. cases.Take(PageSize).Select(each => new View.Line(each.Number, each.Unit, Says(wanted, each.Value)))],
                First = from == 0 ? null : path,
                Next =
                    cases.Count > PageSize
                        ? string.Create(CultureInfo.InvariantCulture, $"{path}?after={cases[PageSize - 1].CaseId}")
                        : null,
            }
        );
    }

    private static Indicator? Find(string code) =>
        Enum.GetValues<Indicator>().Where(each => EnumCode.Of(each) == code).Select(each => (Indicator?)each).FirstOrDefault();

    /// <summary>A case may count twice (reopened, called back again): a page ends with whole cases.</summary>
    private static async Task<List<(long CaseId, string Number, string? Unit, long Value)>> Cases(
        RankingDesk desk,
        Month month,
        Indicator indicator,
        Scope scope,
        long after,
        CancellationToken cancellation
    )
    {
        var (index, projects) = (month.Index, scope.Projects ?? []);
        var rows = await desk
            .Db.Set<IndicatorRow>()
            .Where(row => row.Month == index && row.Indicator == indicator && projects.Contains(row.Project) && row.CaseId > after)
            .Join(
                desk.Db.CasesFor(desk.Reader.Me!),
                row => row.CaseId,
                found => found.CaseId,
                (row, found) =>
                    new
                    {
                        row.CaseId,
                        found.Number,
                        found.Unit,
                        row.Value,
                        row.Ordinal,
                    }
            )
            .OrderBy(row => row.CaseId)
            .ThenBy(row => row.Ordinal)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.CaseId, row.Number, row.Unit, row.Value))];
    }

    private static Words Says(Indicator indicator, long value) =>
        indicator switch
        {
            Indicator.OnTime => value == 1 ? RankingTexts.Met : RankingTexts.Missed,
            Indicator.Efficiency => Same(RankingTexts.Say(indicator, value / (decimal)IndicatorRow.One)),
            Indicator.Satisfaction => RankingTexts.Score(value),
        };

    private static Words Same(string text) => new(text, text);
}
