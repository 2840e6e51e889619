using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;

namespace Shouwen.Watching.Scores;

/// <summary>The page's lines as a workbook, each rate with what it is made of.</summary>
internal static class ExportCentres
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/rankings/{month}/centres.xlsx", Get).RequireAuthorization(Permissions.Desk);

    public static string Path(Month month) => ShowCentres.Path(month) + ".xlsx";

    private static async Task<IResult> Get(string month, [AsParameters] LedgerDesk desk, CancellationToken cancellation) =>
        Month.TryParse(month, out var asked)
            ? new Sheet(await CentreScores.Read(desk, asked, cancellation), desk.Reader)
            : Results.NotFound();

    private sealed class Sheet(CentreScores scores, Reader reader) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
            var title = reader.Say(CentreTexts.Title);
            using var table = new XlsxWriter(response.Body, title);
            Download.Begin(response, table, reader, CentreTexts.Title, $"{scores.Month}.xlsx");
            await table.Head([.. Head()], cancellation);
            foreach (var line in scores.Lines)
            {
                await table.Row(
                    [
                        Cell.Of((decimal?)line.Centre.Rank),
                        Cell.Of(line.Name),
                        .. new[] { line.Centre.Standard, line.Centre.OnTheSpot, line.Centre.Completion }.SelectMany(Cells),
                        Cell.Of(line.Centre.Score),
                    ],
                    cancellation
                );
            }

            await table.Finish(cancellation);
        }

        private IEnumerable<string> Head() =>
            [
                reader.Say(CentreTexts.Rank),
                reader.Say(LedgerTexts.Place),
                .. new[] { CentreTexts.Standard, CentreTexts.OnTheSpot, CentreTexts.Completion }
                    .Select(reader.Say)
                    .SelectMany(name => new[] { $"{name} %", $"{name} 1", $"{name} ∑" }),
                reader.Say(CentreTexts.Score),
            ];

        private static Cell[] Cells(Rate rate) => [Cell.Of(rate.Percent), Cell.Of((decimal)rate.Some), Cell.Of((decimal)rate.All)];
    }
}
