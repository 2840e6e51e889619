using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The appeals that wait for a decision, and those that have one: for who settles lines or decides appeals.</summary>
public sealed partial class ShowAppeals
{
    public const string Page = "/appeals";
    private const int Size = 50;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Line> Appeals, bool Decided, long? Before, long? Next)
    {
        public sealed record Line(string Address, string Name, string Month, string Reason, Instant At, Words State);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private string Address(long? before)
    {
        var state = Model.Decided ? "state=decided" : "";
        var from = before is { } id ? string.Create(CultureInfo.InvariantCulture, $"before={id}") : "";
        var query = string.Join('&', new[] { state, from }.Where(part => part.Length > 0));
        return query.Length == 0 ? Page : $"{Page}?{query}";
    }

    private static async Task<IResult> Get(string? state, long? before, [AsParameters] StatementDesk desk, CancellationToken cancellation)
    {
        if (!desk.Me.SeesAppeals(desk.Rules, desk.Now))
        {
            return Results.NotFound();
        }

        var decided = state == "decided";
        var rows = await desk
            .Db.Set<AppealRow>()
            .AsNoTracking()
            .Where(row => decided ? row.State != AppealState.Open : row.State == AppealState.Open)
            .Where(row => before == null || row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(Size + 1)
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(desk.Db, rows.Select(row => row.Subject), cancellation);
        return Answer.Page<ShowAppeals>(
            new View([.. rows.Take(Size).Select(row => LineOf(row, names))], decided, before, rows.Count > Size ? rows[Size - 1].Id : null)
        );
    }

    private static View.Line LineOf(AppealRow row, StaffNames names)
    {
        var month = Month.FromIndex(row.Month).ToString();
        return new View.Line(
            $"/statements/{month}/lines/{row.Line}",
            names.Of(row.Subject),
            month,
            row.Reason,
            row.At,
            AppealTexts.NameOf(row.State)
        );
    }
}
