using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>The claims of the list as a workbook. Who took it is kept.</summary>
internal static class ExportClaims
{
    public const string Page = "/claims/export.xlsx";
    private const string Exported = "claims.exported";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    private static async Task Get(
        string? of,
        HttpContext http,
        Db db,
        RuleLibrary rules,
        Reader reader,
        AccessLog looks,
        CancellationToken cancellation
    )
    {
        var choice = ShowClaims.Choice(of);
        await looks.Note(reader.Me!, Exported, EnumCode.Of(choice), cancellation);
        var lines = await db.Claims(reader.Me!, choice).ToListAsync(cancellation);
        var projects = await ProjectNames.Load(db, lines.Select(line => line.Project), cancellation);
        var title = reader.Say(ClaimTexts.Claims);
        using var table = new XlsxWriter(http.Response.Body, title);
        Download.Begin(http.Response, table, reader, ClaimTexts.Claims, $"{reader.Now.Date:yyyy-MM-dd}.xlsx");
        Words[] head =
        [
            ClaimTexts.CaseNumber,
            ClaimTexts.Home,
            ClaimTexts.RaisedAt,
            ClaimTexts.Cause,
            ClaimTexts.Contractor,
            ClaimTexts.State,
            ClaimTexts.Proposed,
            ClaimTexts.GrantedAmount,
            ClaimTexts.PaidAmount,
            ClaimTexts.PaidAt,
        ];
        await table.Head([.. head.Select(reader.Say)], cancellation);
        foreach (var line in lines)
        {
            await table.Row(
                [
                    Cell.Of(line.Number),
                    Cell.Of(projects.Home(line.Project, line.Unit)),
                    Cell.Of(line.Claim.RaisedAt),
                    Cell.Of(reader.Say(ShowClaims.CauseOf(line, rules, reader.Now))),
                    Cell.Of(line.Claim.Contractor),
                    Cell.Of(reader.Say(ClaimWords.Progress(line.Claim.Progress))),
                    Cell.Of(Yuan(line.Claim.ProposedFen)),
                    Cell.Of(Yuan(line.Claim.GrantedFen)),
                    Cell.Of(Yuan(line.Claim.PaidFen)),
                    Cell.Of(line.Claim.PaidAt),
                ],
                cancellation
            );
        }

        await table.Finish(cancellation);
    }

    private static decimal? Yuan(long? fen) => fen is { } known ? (decimal)known / 100 : null;
}
