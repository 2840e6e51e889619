using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>A person delivers a month's statement to HR and finance. It cannot be taken back, so it is asked once more.</summary>
public sealed partial class DeliverStatement
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statements/{month}/delivery", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/statements/{month}/delivery", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Month, int People, int Lines, string Amount, int Unconfirmed, int Open, IReadOnlyList<string> Earlier)
    {
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string month, [AsParameters] StatementDesk desk) =>
        desk.Open(month) is not { } statement ? Results.NotFound()
        : !desk.Me.Delivers(desk.Rules, desk.Now) ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Answer.Page<DeliverStatement>(Page(statement, desk));

    private static async Task<IResult> Post(
        string month,
        [AsParameters] StatementDesk desk,
        CaseLog log,
        AccessLog notes,
        CancellationToken cancellation
    )
    {
        if (desk.Open(month) is not { } statement)
        {
            return Results.NotFound();
        }

        if (!desk.Me.Delivers(desk.Rules, desk.Now))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await log.Sweep(desk.Now, cancellation);
        var refusal = await desk.Database.Writer.Write(
            session => Delivering.Deliver(session, statement.Month, desk.Me.StaffId, desk.Rules, desk.Now),
            cancellation
        );
        if (refusal is not null)
        {
            return Answer.Page<DeliverStatement>(Page(statement, desk) with { Problem = refusal.Sentence }, StatusCodes.Status409Conflict);
        }

        await notes.Note(desk.Me, "statement.delivered", month, cancellation);
        return Answer.SeeOther($"/statements/{statement.Month}?done=delivered");
    }

    private static View Page(MonthlyStatement statement, StatementDesk desk)
    {
        var totals = statement.Totals();
        return new View(
            statement.Month.ToString(),
            totals.Count,
            statement.Lines.Count,
            Phrases.Money(totals.Sum(total => total.Amount)),
            statement.IsDelivered ? 0 : statement.Unconfirmed.Count(),
            statement.Open.Count(),
            [.. Earlier(statement.Month, desk)]
        );
    }

    /// <summary>Nothing forces an order, but whoever skips a month should know it.</summary>
    private static List<string> Earlier(Month month, StatementDesk desk)
    {
        using var session = desk.Database.Read();
        var delivered = StatementSql.All(session).Select(row => row.Month).ToHashSet();
        var first = StatementSql.First(session)?.Index ?? month.Index;
        return
        [
            .. Enumerable
                .Range(first, Math.Max(0, month.Index - first))
                .Where(index => !delivered.Contains(index))
                .Select(index => Month.FromIndex(index).ToString()),
        ];
    }
}
