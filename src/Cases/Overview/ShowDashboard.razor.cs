using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Register;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Overview;

/// <summary>The figures first, then the two pictures, each with its table beside it and its download.</summary>
public sealed partial class ShowDashboard
{
    internal const string Page = "/dashboard";
    internal const string CategoryFile = "/dashboard/categories.csv";
    internal const string MonthFile = "/dashboard/months.csv";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapGet(CategoryFile, GetCategories).RequireAuthorization(Permissions.Desk);
        routes.MapGet(MonthFile, GetMonths).RequireAuthorization(Permissions.Desk);
    }

    /// <param name="Figures">What is counted.</param>
    /// <param name="Categories">The names of the categories, in the order of the figures.</param>
    public sealed record View(Dashboard Figures, IReadOnlyList<Words> Categories)
    {
        /// <summary>What waits for the reader, in the order of the menu.</summary>
        public IReadOnlyList<Waiting> Waiting { get; init; } = [];
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowDashboard>> Get(
        Database database,
        Db db,
        RegisterWords words,
        Reader reader,
        IEnumerable<WaitsForReader> parts,
        CancellationToken cancellation
    )
    {
        using var session = database.Read();
        var figures = Dashboard.Read(session, reader.Me!, reader.Now);
        var waiting = new List<Waiting>();
        foreach (var part in parts)
        {
            if (await part(db, session, reader, cancellation) is { } tile)
            {
                waiting.Add(tile);
            }
        }

        return Answer.Page<ShowDashboard>(
            new View(figures, [.. figures.Categories.Select(each => Name(each, words))]) { Waiting = waiting }
        );
    }

    private static Task GetCategories(HttpContext http, Database database, RegisterWords words, Reader reader)
    {
        var figures = Read(database, reader);
        return Send(
            http,
            reader,
            OverviewTexts.ByCategory,
            [RegisterTexts.Category, OverviewTexts.Open, OverviewTexts.OpenedThisMonth, OverviewTexts.AllCases],
            figures.Categories.Select<Dashboard.CategoryFigures, Cell[]>(each =>
                [Cell.Of(reader.Say(Name(each, words))), Cell.Of(each.Open), Cell.Of(each.OpenedThisMonth), Cell.Of(each.Cases)]
            )
        );
    }

    private static Task GetMonths(HttpContext http, Database database, Reader reader)
    {
        var figures = Read(database, reader);
        return Send(
            http,
            reader,
            OverviewTexts.ByMonth,
            [
                OverviewTexts.Month,
                OverviewTexts.Opened,
                OverviewTexts.StillOpen,
                OverviewTexts.Closed,
                OverviewTexts.Due,
                OverviewTexts.InTime,
            ],
            figures.ByMonth.Select<Dashboard.MonthFigures, Cell[]>(each =>
                [
                    Cell.Of(each.Month.ToString()),
                    Cell.Of(each.Opened),
                    Cell.Of(each.StillOpen),
                    Cell.Of(each.Closed),
                    Cell.Of(each.Due),
                    Cell.Of(each.InTime),
                ]
            )
        );
    }

    private static Dashboard Read(Database database, Reader reader)
    {
        using var session = database.Read();
        return Dashboard.Read(session, reader.Me!, reader.Now);
    }

    private static async Task Send(HttpContext http, Reader reader, Words title, Words[] head, IEnumerable<Cell[]> rows)
    {
        using var table = new CsvWriter(http.Response.Body);
        Download.Begin(http.Response, table, reader, title, $"{reader.Now.Date:yyyy-MM-dd}.csv");
        await table.Head([.. head.Select(reader.Say)], http.RequestAborted);
        foreach (var row in rows)
        {
            await table.Row(row, http.RequestAborted);
        }

        await table.Finish(http.RequestAborted);
    }

    private static Words Name(Dashboard.CategoryFigures figures, RegisterWords words) =>
        figures.Category is { } code ? words.Category(code) : OverviewTexts.NoCategory;

    private static string Percent(double? rate) =>
        rate is { } share ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "–";

    private static string Count(long count) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + (count >= Dashboard.MostCounted ? "+" : "");

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
