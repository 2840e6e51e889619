using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

/// <summary>The register of decisions: what waits for one, what was decided, and for everybody what concerns themselves.</summary>
public sealed partial class ShowDecisions
{
    public const string Page = "/decisions";
    private const string Exported = "decisions.exported";
    private const int PageSize = 50;
    private const int MostRows = 50_000;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapGet(Page + "/export.xlsx", Send).RequireAuthorization(Permissions.Desk);
    }

    public sealed record View(IReadOnlyList<View.Row> Rows, bool All, bool MayPropose)
    {
        public string? First { get; init; }
        public string? Next { get; init; }
        public string Export => Page + "/export.xlsx" + (All ? "?state=all" : "");

        public sealed record Row(long Id, Words Kind, string Clause, string Subject, string Place, Instant At, Words Result);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? state, long? before, [AsParameters] LedgerDesk desk, CancellationToken cancellation)
    {
        var all = state == "all";
        var rows = await Rows(all, before, desk).Take(PageSize + 1).ToListAsync(cancellation);
        var here = Page + (all ? "?state=all" : "");
        return Answer.Page<ShowDecisions>(
            new View(
                await Lines(rows.Take(PageSize), desk, cancellation),
                all,
                desk.Book.Decisions.Values.Any(kind => kind.MayPropose(desk.Me))
            )
            {
                First = before is null ? null : here,
                Next =
                    rows.Count > PageSize
                        ? string.Create(CultureInfo.InvariantCulture, $"{here}{(all ? '&' : '?')}before={rows[PageSize - 1].ItemId}")
                        : null,
            }
        );
    }

    /// <summary>Newest first.</summary>
    private static IQueryable<DecisionRow> Rows(bool all, long? before, LedgerDesk desk)
    {
        var rows = desk.Db.DecisionsFor(desk.Me, desk.Book.Decisions.Values, desk.Tree);
        rows = all ? rows : rows.Where(row => row.State == DecisionState.Proposed);
        return (before is null ? rows : rows.Where(row => row.ItemId < before)).OrderByDescending(row => row.ItemId);
    }

    private static async Task<List<View.Row>> Lines(IEnumerable<DecisionRow> rows, LedgerDesk desk, CancellationToken cancellation)
    {
        var shown = rows.Where(row => desk.Book.Decisions.ContainsKey(row.Decision)).ToList();
        var words = await FieldWords.Load(desk, shown.Select(row => row.Subject), cancellation);
        return
        [
            .. shown.Select(row => new View.Row(
                row.ItemId,
                desk.Book.Decisions[row.Decision].Name,
                desk.Book.Decisions[row.Decision].Clause,
                words.Person(row.Subject),
                words.Place(row.Place),
                row.ProposedAt,
                DecisionTexts.ResultOf(desk.Book.Decisions[row.Decision], row.State, row.Measure, row.Amount)
            )),
        ];
    }

    private static async Task Send(string? state, HttpContext http, [AsParameters] LedgerDesk desk, AccessLog looks)
    {
        var (reader, cancellation) = (desk.Reader, http.RequestAborted);
        await looks.Note(desk.Me, Exported, http.Request.Path + http.Request.QueryString, cancellation);
        var title = reader.Say(DecisionTexts.Title);
        using var table = new XlsxWriter(http.Response.Body, title);
        Download.Begin(http.Response, table, reader, DecisionTexts.Title, $"{reader.Now.Date:yyyy-MM-dd}.xlsx");
        Words[] head =
        [
            LedgerTexts.Number,
            DecisionTexts.Kind,
            DecisionTexts.Clause,
            DecisionTexts.Subject,
            LedgerTexts.Place,
            DecisionTexts.ProposedAt,
            DecisionTexts.Result,
        ];
        await table.Head([.. head.Select(reader.Say)], cancellation);
        foreach (
            var row in await Lines(await Rows(state == "all", null, desk).Take(MostRows).ToListAsync(cancellation), desk, cancellation)
        )
        {
            await table.Row(
                [
                    Cell.Of((decimal)row.Id),
                    Cell.Of(reader.Say(row.Kind)),
                    Cell.Of(row.Clause),
                    Cell.Of(row.Subject),
                    Cell.Of(row.Place),
                    Cell.Of(row.At),
                    Cell.Of(reader.Say(row.Result)),
                ],
                cancellation
            );
        }

        await table.Finish(cancellation);
    }
}
