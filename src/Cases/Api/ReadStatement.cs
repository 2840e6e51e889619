using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /statements/{month}: what the month has cost whom, over all cases in scope, as it stands now.</summary>
internal static class ReadStatement
{
    private const string Exported = "statement.exported";

    /// <summary>How it can be written; the first one unless only another is accepted.</summary>
    private static readonly string[] Writings = ["application/json", StatementSheet.Type];

    private static readonly Malformed NoMonth = new("month", new Words("月份写成 2026-10", "a month is written like 2026-10"));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statements/{month}", Get)
            .WithName("readStatement")
            .WithSummary("The draft statement of a month over all cases in scope")
            .WithDescription("JSON, or a workbook when Accept asks for one; taking it out is noted.")
            .Produces<StatementJson>()
            .Fails(403, 406, 422);

    private static async Task<IResult> Get(
        string month,
        HttpRequest request,
        Db db,
        RuleLibrary rules,
        AccessLog notes,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!rules.Books.Values.Any(book => reader.Me!.MaySeeCharges(book.At(reader.Now), [])))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.ChargesAreNotYours);
        }

        if (!Month.TryParse(month, out var asked))
        {
            return Problem.Of(NoMonth);
        }

        var writing = Writings.FirstOrDefault(type => Takes(request, type));
        if (writing is null)
        {
            return Problem.Of(StatusCodes.Status406NotAcceptable);
        }

        var statement = Statement.Of(asked, await Items(db, reader.Me!, asked, cancellation));
        if (writing == Writings[0])
        {
            return ApiAnswer.Ok(Json(statement));
        }

        await notes.Note(reader.Me!, Exported, $"{asked}", cancellation);
        var names = await StaffNames.Load(db, statement.Totals.Select(total => total.Subject), cancellation);
        return new StatementSheet(statement, reader, names);
    }

    private static bool Takes(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Any(each => each.Quality is not 0 && MediaTypeHeaderValue.Parse(type).IsSubsetOf(each));

    private static async Task<List<(string Case, Penalty Item)>> Items(Db db, Me me, Month month, CancellationToken cancellation)
    {
        var index = month.Index;
        var rows = await db.Set<PenaltyRow>()
            .AsNoTracking()
            .Where(item => item.Month == index)
            .Join(db.CasesFor(me), item => item.CaseId, row => row.CaseId, (item, row) => new { row.Number, Item = item })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Number, PenaltiesJson.Item(row.Item)))];
    }

    private static StatementJson Json(Statement statement) =>
        new()
        {
            Month = statement.Month.ToString(),
            Status = "draft",
            Lines = [.. statement.Lines.Select(line => PenaltiesJson.Of(line.Case, line.Item))],
            Totals =
            [
                .. statement.Totals.Select(total => new TotalJson
                {
                    Subject = total.Subject,
                    Amount = PenaltiesJson.Plain(total.Amount),
                    PercentOfBonus = total.PercentOfBonus,
                    Decisions = total.Decisions,
                }),
            ],
        };
}
