using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>SN-62: what was paid in the last twelve months, by cause, contractor, project and month.</summary>
public sealed partial class ClaimFigures
{
    public const string Page = "/claims/statistics";
    private const int Months = 12;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Group> All)
    {
        public sealed record Group(string Id, Words Title, Words Key, IReadOnlyList<Row> Rows);

        public sealed record Row(Words Name, int Count, decimal Yuan);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ClaimFigures>> Get(
        Db db,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var since = Instant.At(reader.Now.Date.AddMonths(-Months), TimeOnly.MinValue);
        var paid = await db.Claims(reader.Me!, ClaimChoice.All)
            .Where(line => line.Claim.PaidAt != null && line.Claim.PaidAt >= since)
            .ToListAsync(cancellation);
        var projects = await ProjectNames.Load(db, paid.Select(line => line.Project), cancellation);
        return Answer.Page<ClaimFigures>(
            new View(
                paid.Count == 0
                    ? []
                    :
                    [
                        Group("cause", ClaimTexts.ByCause, ClaimTexts.Cause, paid, line => ShowClaims.CauseOf(line, rules, reader.Now)),
                        Group(
                            "contractor",
                            ClaimTexts.ByContractor,
                            ClaimTexts.Contractor,
                            paid,
                            line => Same(line.Claim.Contractor ?? "—")
                        ),
                        Group(
                            "project",
                            ClaimTexts.ByProject,
                            ClaimTexts.Project,
                            paid,
                            line => Same(line.Project is { } code ? projects.Of(code) : "—")
                        ),
                        ByMonth(paid),
                    ]
            )
        );
    }

    private static View.Group Group(string id, Words title, Words key, List<ClaimLine> paid, Func<ClaimLine, Words> name) =>
        new(id, title, key, [.. paid.GroupBy(name).Select(Row).OrderByDescending(row => row.Yuan)]);

    private static View.Group ByMonth(List<ClaimLine> paid) =>
        new(
            "month",
            ClaimTexts.ByMonth,
            ClaimTexts.Month,
            [
                .. paid.GroupBy(line => line.Claim.PaidAt!.Value.Month)
                    .OrderBy(month => month.Key)
                    .Select(month => Row(Same(month.Key.ToString()), month)),
            ]
        );

    private static View.Row Row(IGrouping<Words, ClaimLine> lines) => Row(lines.Key, lines);

    private static View.Row Row(Words name, IEnumerable<ClaimLine> lines)
    {
        var all = lines.ToList();
        return new View.Row(name, all.Count, all.Sum(line => (decimal)(line.Claim.PaidFen ?? 0)) / 100);
    }

    private static Words Same(string text) => new(text, text);
}
