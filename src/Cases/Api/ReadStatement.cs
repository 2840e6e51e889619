using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Shouwen.Cases.Statements;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /statements/{month}: what the month has cost whom, over all cases in scope: as it stands now, or as it was delivered.</summary>
internal static class ReadStatement
{
    /// <summary>How it can be written; the first one unless only another is accepted.</summary>
    private static readonly string[] Writings = ["application/json", StatementSheet.Type];

    private static readonly Malformed NoMonth = new("month", new Words("月份写成 2026-10", "a month is written like 2026-10"));

    private static readonly Refusal NotBegun = new("statement.notBegun", new Words("这个月还没有开始", "this month has not begun"));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statements/{month}", Get)
            .WithName("readStatement")
            .WithSummary("The statement of a month over all cases in scope: a draft, or as it was delivered")
            .WithDescription("JSON, or a workbook when Accept asks for one; taking it out is noted.")
            .Produces<StatementJson>()
            .Fails(403, 404, 406, 422);

    private static async Task<IResult> Get(
        string month,
        HttpRequest request,
        [AsParameters] StatementDesk desk,
        AccessLog notes,
        CancellationToken cancellation
    )
    {
        if (!desk.Sees)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.ChargesAreNotYours);
        }

        if (desk.Open(month) is not { } statement)
        {
            return Problem.Of(NoMonth);
        }

        if (statement.Month.Begins() > desk.Now)
        {
            return Problem.Of(StatusCodes.Status404NotFound, NotBegun);
        }

        var writing = Writings.FirstOrDefault(type => Takes(request, type));
        if (writing is null)
        {
            return Problem.Of(StatusCodes.Status406NotAcceptable);
        }

        if (writing == Writings[0])
        {
            return ApiAnswer.Ok(StatementWriting.Json(statement));
        }

        await notes.Note(desk.Me, ExportStatement.Exported, $"{statement.Month}", cancellation);
        return new StatementSheet(statement, desk.Reader, await desk.Words(statement, cancellation));
    }

    private static bool Takes(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Any(each => each.Quality is not 0 && MediaTypeHeaderValue.Parse(type).IsSubsetOf(each));
}
