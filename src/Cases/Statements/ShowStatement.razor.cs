using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>One month, person by person; each opens the lines, each line its explanation.</summary>
public sealed partial class ShowStatement
{
    private const int Size = 30;

    /// <summary>A short statement is read without a click.</summary>
    private const int OpenUpTo = 20;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statements/{month}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/statements/{month}/confirmations", ConfirmRest).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Month, string Number, Words State)
    {
        public Words? Notice { get; init; }
        public Words? Problem { get; init; }
        public Instant? DeliveredAt { get; init; }
        public string? DeliveredBy { get; init; }
        public string? Seal { get; init; }
        public required int People { get; init; }
        public required int Lines { get; init; }
        public required string Amount { get; init; }
        public required int Unconfirmed { get; init; }
        public required int Open { get; init; }
        public bool MayConfirmRest { get; init; }
        public bool MayDeliver { get; init; }
        public bool OpenAll { get; init; }
        public required IReadOnlyList<Person> Persons { get; init; }
        public required CommendationLines.View Commendations { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record Person(string Id, string Name, Words Total, StatementLines.View Lines);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string month,
        string? after,
        string? done,
        [AsParameters] StatementDesk desk,
        CancellationToken cancellation
    ) =>
        desk.Open(month) is { } statement
            ? Answer.Page<ShowStatement>(await Page(statement, after, desk, cancellation) with { Notice = StatementTexts.Done(done) })
            : Results.NotFound();

    private static async Task<IResult> ConfirmRest(string month, [AsParameters] StatementDesk desk, CancellationToken cancellation)
    {
        if (desk.Open(month) is not { } statement)
        {
            return Results.NotFound();
        }

        if (!desk.Me.Confirms(desk.Rules, desk.Now))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (_, refusal) = await desk.Database.Writer.Write(
            session => Settling.ConfirmRest(session, statement.Month, desk.Me, desk.Now),
            cancellation
        );
        return refusal is null
            ? Answer.SeeOther($"/statements/{statement.Month}?done=confirmed")
            : Answer.Page<ShowStatement>(
                await Page(statement, null, desk, cancellation) with
                {
                    Problem = refusal.Sentence,
                },
                StatusCodes.Status409Conflict
            );
    }

    private static async Task<View> Page(MonthlyStatement statement, string? after, StatementDesk desk, CancellationToken cancellation)
    {
        var words = await desk.Words(statement, cancellation);
        var totals = statement.Totals();
        var shown = totals.Where(total => after is null || string.CompareOrdinal(total.Subject, after) > 0).Take(Size + 1).ToList();
        var lines = statement.Lines.ToLookup(line => line.Key.Subject, StringComparer.Ordinal);
        var isOver = desk.Now >= MonthlyStatement.EndOf(statement.Month);
        var unconfirmed = statement.IsDelivered ? 0 : statement.Unconfirmed.Count();
        var address = $"/statements/{statement.Month}";
        return new View(statement.Month.ToString(), statement.Number, ShowStatements.StateOf(statement, desk.Now))
        {
            DeliveredAt = statement.Delivered?.DeliveredAt,
            DeliveredBy = statement.Delivered?.DeliveredBy is { } by ? words.NameOf(by) : null,
            Seal = statement.Delivered is { } row ? Convert.ToHexStringLower(row.Seal) : null,
            People = totals.Count,
            Lines = statement.Lines.Count,
            Amount = Phrases.Money(totals.Sum(total => total.Amount)),
            Unconfirmed = unconfirmed,
            Open = statement.Open.Count(),
            MayConfirmRest = !statement.IsDelivered && isOver && unconfirmed > 0 && desk.Me.Confirms(desk.Rules, desk.Now),
            MayDeliver = !statement.IsDelivered && isOver && desk.Me.Delivers(desk.Rules, desk.Now),
            OpenAll = statement.Lines.Count <= OpenUpTo,
            Persons =
            [
                .. shown
                    .Take(Size)
                    .Select(total => new View.Person(
                        total.Subject,
                        words.NameOf(total.Subject),
                        LineWords.TotalOf(total),
                        new StatementLines.View([.. lines[total.Subject].Select(words.Of)])
                    )),
            ],
            Commendations = CommendationLines.View.Of(statement, words, linked: true),
            First = after is null ? null : address,
            Next = shown.Count > Size ? $"{address}?after={Uri.EscapeDataString(shown[Size - 1].Subject)}" : null,
        };
    }
}
