using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The statement as a paper: totals, lines, decisions, and the fields to sign. Who printed it is kept.</summary>
public sealed partial class PrintStatement
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/statements/{month}/print", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Month, string Number, string Address, bool IsDelivered)
    {
        public string? DeliveredAt { get; init; }
        public string? Seal { get; init; }
        public required string Amount { get; init; }
        public required IReadOnlyList<Person> Persons { get; init; }
        public required IReadOnlyList<Entry> Lines { get; init; }
        public required CommendationLines.View Commendations { get; init; }

        public sealed record Person(string Id, string Name, string Amount, string Bonus, string Decisions);

        public sealed record Entry(string Name, StatementLines.View.Line Line);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string month,
        HttpContext http,
        [AsParameters] StatementDesk desk,
        AccessLog notes,
        CancellationToken cancellation
    )
    {
        if (desk.Open(month) is not { } statement)
        {
            return Results.NotFound();
        }

        await notes.Note(desk.Me, "statement.printed", month, cancellation);
        var words = await desk.Words(statement, cancellation);
        var totals = statement.Totals();
        return Answer.Page<PrintStatement>(
            new View(
                month,
                statement.Number,
                $"{http.Request.Scheme}://{http.Request.Host}/statements/{statement.Month}",
                statement.IsDelivered
            )
            {
                DeliveredAt = statement.Delivered is { } row ? Phrases.Exact(row.DeliveredAt)[..16] : null,
                Seal = statement.Delivered is { } sealedRow ? Convert.ToHexStringLower(sealedRow.Seal) : null,
                Amount = Phrases.Money(totals.Sum(total => total.Amount)),
                Persons =
                [
                    .. totals.Select(total => new View.Person(
                        total.Subject,
                        words.NameOf(total.Subject),
                        Phrases.Money(total.Amount),
                        total.PercentOfBonus == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{total.PercentOfBonus}%"),
                        total.Decisions == 0 ? "" : total.Decisions.ToString(CultureInfo.InvariantCulture)
                    )),
                ],
                Commendations = CommendationLines.View.Of(statement, words, linked: false),
                Lines = [.. statement.Lines.Select(line => new View.Entry(words.NameOf(line.Key.Subject), words.Of(line)))],
            }
        );
    }
}
