using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Cases.Register;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Matters;

/// <summary>
/// PM-3: what an employee has registered, and how far it is. Whoever asked first sees it also outside his own projects, and of
/// the case nothing but its state.
/// </summary>
public sealed partial class ShowMatters
{
    public const string Page = "/matters";
    private const int Size = 20;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Line> Lines)
    {
        public Words? Notice { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        /// <param name="Demand">In the employee's own words; null once erased.</param>
        public sealed record Line(
            string Number,
            string? Home,
            string? Demand,
            Instant OpenedAt,
            Words State,
            string? Style,
            Instant? DoneAt
        );
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowMatters>> Get(
        string? registered,
        long? after,
        Database database,
        Db db,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!.StaffId;
        var mine = db.Set<CaseRow>().AsNoTracking().Where(row => row.Reporter == me);
        var rows = await mine.Where(row => after == null || row.CaseId < after)
            .OrderByDescending(row => row.CaseId)
            .Take(Size + 1)
            .ToListAsync(cancellation);
        var names = await ProjectNames.Load(db, rows.Select(row => row.Project), cancellation);
        var lines = new List<View.Line>();
        using var session = database.Read();
        foreach (var row in rows.Take(Size))
        {
            var told = await OneMatter.Behind(db, row, cancellation);
            var done = told.ClosedAt;
            lines.Add(
                new View.Line(
                    row.Number,
                    names.Home(row.Project, row.Unit),
                    ListedCase.Read(session, row.CaseId).Demand,
                    row.OpenedAt,
                    done is not null ? MatterTexts.Done
                        : row.WaitsForDesk ? MatterTexts.Waits
                        : MatterTexts.InHand,
                    done is null && row.WaitsForDesk ? "common" : null,
                    done
                )
            );
        }

        return Answer.Page<ShowMatters>(
            new View(lines)
            {
                Notice =
                    registered is not null && await mine.AnyAsync(row => row.Number == registered, cancellation)
                        ? MatterTexts.Registered(registered)
                        : null,
                First = after is null ? null : Page,
                Next = rows.Count > Size ? $"{Page}?after={rows[Size - 1].CaseId}" : null,
            }
        );
    }
}
