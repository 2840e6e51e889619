using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The page's statement as a workbook; taking it out is noted.</summary>
internal static class ExportStatement
{
    public const string Exported = "statement.exported";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/statements/{month}/export.xlsx", Get).RequireAuthorization(Permissions.Desk);

    private static async Task<IResult> Get(string month, [AsParameters] StatementDesk desk, AccessLog notes, CancellationToken cancellation)
    {
        if (desk.Open(month) is not { } statement)
        {
            return Results.NotFound();
        }

        await notes.Note(desk.Me, Exported, month, cancellation);
        return new StatementSheet(statement, desk.Reader, await desk.Words(statement, cancellation));
    }
}
