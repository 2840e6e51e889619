using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>What an owner sees: the own cases, how far they are, and the time that was promised. Nothing of anybody else.</summary>
public sealed partial class OwnCases
{
    private const int Most = 100;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/owner/cases", Get).RequireAuthorization(Permissions.Owner);

    public sealed record View(IReadOnlyList<View.Line> Lines)
    {
        public sealed record Line(string Number, string? Home, Words About, Words State, Instant OpenedAt, ClockFace? Promise);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<OwnCases>> Get(
        ClaimsPrincipal owner,
        Db db,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var promises = OwnPage.Promises;
        var rows = await Owner.Of(owner).Cases(db).OrderByDescending(row => row.OpenedAt).Take(Most).ToListAsync(cancellation);
        var matters = await OneMatter.Of(db, rows, cancellation);
        var ids = matters.Select(matter => matter.Told.CaseId).ToList();
        var clocks = await db.Set<ClockRow>()
            .AsNoTracking()
            .Where(clock =>
                ids.Contains(clock.CaseId) && promises.Contains(clock.Clock) && clock.StoppedAt == null && clock.EndedAt == null
            )
            .ToListAsync(cancellation);
        var names = await ProjectNames.Load(db, rows.Select(row => row.Project), cancellation);
        var promised = clocks.ToLookup(clock => clock.CaseId);
        return Answer.Page<OwnCases>(
            new View([.. matters.Select(matter => Line(matter, promised[matter.Told.CaseId], rules, names, reader.Now))])
        );
    }

    private static View.Line Line(OneMatter.Matter matter, IEnumerable<ClockRow> clocks, RuleLibrary rules, ProjectNames names, Instant now)
    {
        var (row, told) = matter;
        var book = rules.Books[told.Rules];
        var version = book.Versions.FirstOrDefault(each => each.Name == told.RuleVersion) ?? book.Latest;
        var category =
            row.Category is { } code && version.Categories.TryGetValue(code, out var known) ? known.Plain ?? known.Name : OwnTexts.Case;
        var next = told.ClosedAt is null ? clocks.MinBy(clock => clock.DueAt) : null;
        return new View.Line(
            row.Number,
            names.Home(row.Project, row.Unit),
            category,
            OwnTexts.State(told.Procedure, Codes.Of(told.State)),
            row.OpenedAt,
            next is null
                ? null
                : ClockFace.Running(version.FindClock(next.Clock, next.Clause)?.Name ?? OwnTexts.Promise, next.StartedAt, next.DueAt, now)
        );
    }
}
