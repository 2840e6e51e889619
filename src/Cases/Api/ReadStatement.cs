using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /statements/{month}: what the month has cost whom, over all cases in scope, as it stands now.</summary>
internal static class ReadStatement
{
    private static readonly Malformed NoMonth = new("month", new Words("月份写成 2026-10", "a month is written like 2026-10"));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statements/{month}", Get)
            .WithName("readStatement")
            .WithSummary("The draft statement of a month over all cases in scope")
            .Produces<StatementJson>()
            .Fails(403, 406, 422);

    private static async Task<IResult> Get(
        string month,
        HttpRequest request,
        Db db,
        RuleLibrary rules,
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

        return TakesJson(request)
            ? ApiAnswer.Ok(Json(Statement.Of(asked, await Items(db, reader.Me!, asked, cancellation))))
            : Problem.Of(StatusCodes.Status406NotAcceptable);
    }

    /// <summary>Another writing of the same statement is another arm here.</summary>
    private static bool TakesJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Any(type => type.Quality is not 0 && (type.MatchesAllTypes || type.MediaType.Value is "application/*" or "application/json"));

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
