using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The monthly statements, the newest first. Who may not see charges is led to the own ones.</summary>
public sealed partial class ShowStatements
{
    public const string Page = "/statements";
    private const int Size = 12;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Line> Months, string? First, string? Next)
    {
        public bool SeesAppeals { get; init; }

        public sealed record Line(string Name, Words State, Instant? DeliveredAt, int People, int Lines, string Amount, int Unsettled);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string? before, [AsParameters] StatementDesk desk)
    {
        if (!desk.Sees)
        {
            return Answer.SeeOther(ShowMyStatements.Page);
        }

        using var session = desk.Database.Read();
        var last =
            Month.TryParse(before ?? "", out var asked) && asked.Index <= desk.Now.Month.Index ? asked.Index - 1 : desk.Now.Month.Index;
        var first = StatementSql.First(session)?.Index ?? last + 1;
        var months = Enumerable.Range(0, Size).Select(i => last - i).TakeWhile(index => index >= first).Select(Month.FromIndex).ToList();
        return Answer.Page<ShowStatements>(
            new View(
                [.. months.Select(month => LineOf(MonthlyStatement.Load(session, month, desk.Me.Scope), desk.Now))],
                before is null ? null : Page,
                months.Count == Size && months[^1].Index > first ? $"{Page}?before={months[^1]}" : null
            )
            {
                SeesAppeals = desk.Me.SeesAppeals(desk.Rules, desk.Now),
            }
        );
    }

    private static View.Line LineOf(MonthlyStatement statement, Instant now)
    {
        var totals = statement.Totals();
        return new View.Line(
            statement.Month.ToString(),
            StateOf(statement, now),
            statement.Delivered?.DeliveredAt,
            totals.Count,
            statement.Lines.Count,
            Phrases.Money(totals.Sum(total => total.Amount)),
            statement.IsDelivered ? 0 : statement.Unconfirmed.Count() + statement.Open.Count()
        );
    }

    internal static Words StateOf(MonthlyStatement statement, Instant now) =>
        statement.IsDelivered ? StatementTexts.Delivered
        : now < MonthlyStatement.EndOf(statement.Month) ? StatementTexts.Running
        : StatementTexts.Draft;
}
