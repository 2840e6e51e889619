using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>What the reader is charged and commended for, month by month, whatever role or scope: nobody is charged in secret.</summary>
public sealed partial class ShowMyStatements
{
    public const string Page = "/statements/mine";
    private const int Size = 12;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Part> Months, bool SeesAll, string? First, string? Next)
    {
        public sealed record Part(string Name, Words State, Words? Total, StatementLines.View Lines, CommendationLines.View Commendations);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowMyStatements>> Get(
        string? before,
        [AsParameters] StatementDesk desk,
        CancellationToken cancellation
    )
    {
        var parts = new List<View.Part>();
        var (last, first) = Range(before, desk);
        var index = last;
        for (; index >= first && parts.Count < Size; index--)
        {
            if (desk.OpenOwn(Month.FromIndex(index).ToString()) is { IsEmpty: false } statement)
            {
                parts.Add(PartOf(statement, await desk.Words(statement, cancellation), desk.Now));
            }
        }

        return Answer.Page<ShowMyStatements>(
            new View(parts, desk.Sees, before is null ? null : Page, index >= first ? $"{Page}?before={Month.FromIndex(index + 1)}" : null)
        );
    }

    private static (int Last, int First) Range(string? before, StatementDesk desk)
    {
        using var session = desk.Database.Read();
        var last = desk.Now.Month.Index;
        var from = Month.TryParse(before ?? "", out var asked) ? Math.Min(last, asked.Index - 1) : last;
        return (from, StatementSql.First(session)?.Index ?? last + 1);
    }

    private static View.Part PartOf(MonthlyStatement statement, LineWords words, Instant now) =>
        new(
            statement.Month.ToString(),
            ShowStatements.StateOf(statement, now),
            statement.Totals() is [var total, ..] ? LineWords.TotalOf(total) : null,
            new StatementLines.View([.. statement.Lines.Select(words.Of)]),
            CommendationLines.View.Of(statement, words, linked: true)
        );
}
