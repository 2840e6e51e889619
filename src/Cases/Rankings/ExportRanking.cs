using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The ranking as a workbook: one sheet of companies, one of projects.</summary>
internal static class ExportRanking
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/ranking.xlsx", Get).RequireAuthorization(Permissions.Desk);

    public static string Path(Month month) => ShowRanking.Path(month) + "/ranking.xlsx";

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, CancellationToken cancellation) =>
        Month.TryParse(month, out var asked)
            ? new Sheet(await MonthlyRanking.Read(desk, asked, cancellation), desk.Reader)
            : Results.NotFound();

    private sealed class Sheet(MonthlyRanking ranking, Reader reader) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
            using var table = new XlsxWriter(response.Body, reader.Say(RankingTexts.Companies));
            Download.Begin(response, table, reader, RankingTexts.Title, $"{ranking.Month}.xlsx");
            await table.Head(Head(), cancellation);
            await Rows(table, ranking.Companies, cancellation);
            await table.Next(reader.Say(RankingTexts.Projects), Head(), cancellation);
            await Rows(table, ranking.Projects, cancellation);
            await table.Finish(cancellation);
        }

        private string[] Head()
        {
            var rank = reader.Say(RankingTexts.Rank);
            return
            [
                rank,
                reader.Say(RankingTexts.Place),
                .. Enum.GetValues<Indicator>()
                    .Select(indicator => reader.Say(RankingTexts.NameOf(indicator)))
                    .SelectMany(name => new[] { name, $"{name} · {rank}", $"{name} · {reader.Say(RankingTexts.Cases)}" }),
                reader.Say(RankingTexts.MeanRank),
            ];
        }

        private static async Task Rows(XlsxWriter table, IReadOnlyList<MonthlyRanking.Line> lines, CancellationToken cancellation)
        {
            foreach (var line in lines)
            {
                await table.Row(
                    [
                        Cell.Of((decimal?)line.Place.Rank),
                        Cell.Of(line.Name),
                        .. Enum.GetValues<Indicator>().Select(line.Place.FigureOf).SelectMany(Cells),
                        Cell.Of(line.Place.Mean),
                    ],
                    cancellation
                );
            }
        }

        private static Cell[] Cells(Ranked figure) =>
            [Cell.Of(figure.Value), Cell.Of((decimal?)figure.Rank), Cell.Of((decimal)figure.Cases)];
    }
}
