using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The page's lines as a workbook; taking it out is noted.</summary>
internal static class ExportSpecialists
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/specialists.xlsx", Get).RequireAuthorization(Permissions.Desk);

    public static string Path(Month month) => ShowSpecialists.Path(month) + ".xlsx";

    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, AccessLog notes, CancellationToken cancellation)
    {
        if (
            !Month.TryParse(month, out var asked)
            || await SpecialistRanking.Read(desk, asked, cancellation) is not { Hidden: false } ranking
        )
        {
            return Results.NotFound();
        }

        await notes.Note(desk.Reader.Me!, "specialists.exported", month, cancellation);
        return new Sheet(ranking, desk.Reader);
    }

    private sealed class Sheet(SpecialistRanking ranking, Reader reader) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
            using var table = new XlsxWriter(response.Body, reader.Say(SpecialistTexts.Title));
            Download.Begin(response, table, reader, SpecialistTexts.Title, $"{ranking.Month}.xlsx");
            Words[] head =
            [
                RankingTexts.Rank,
                SpecialistTexts.Specialist,
                RankingTexts.Projects,
                SpecialistTexts.Mean,
                SpecialistTexts.Ratings,
            ];
            await table.Head([.. head.Select(reader.Say)], cancellation);
            foreach (var line in ranking.Lines)
            {
                await table.Row(
                    [
                        Cell.Of((decimal?)line.Person.Rank),
                        Cell.Of(line.Name),
                        Cell.Of(line.Places),
                        Cell.Of(line.Person.Mean),
                        Cell.Of((decimal)line.Person.Ratings),
                    ],
                    cancellation
                );
            }

            await table.Finish(cancellation);
        }
    }
}
