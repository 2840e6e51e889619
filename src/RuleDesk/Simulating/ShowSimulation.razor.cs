using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Simulating;

/// <summary>A simulation under way, or what came of it: totals by clause and person, then case by case.</summary>
public sealed partial class ShowSimulation
{
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var simulation = routes.MapGroup("/rules/simulations/{simulation}").RequireAuthorization(Permissions.Desk);
        simulation.MapGet("", Get);
        simulation.MapPost("/cancel", Cancel).AsksForForm();
    }

    internal static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/rules/simulations/{id}");

    public sealed record View(long Id, Words Book, Words Period, Words State, bool GoesOn, int Done, int All, string? DraftPath)
    {
        public Outcome? Result { get; init; }

        public sealed record Outcome(Words Judged, Words? Impossible, SumTable.View Total, SumTable.View ByClause, SumTable.View ByPerson)
        {
            public required SumTable.View Cases { get; init; }
            public string? First { get; init; }
            public string? Next { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string simulation, string? after, [AsParameters] DraftDesk desk, CancellationToken cancellation)
    {
        if (await Find(desk, simulation, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var from = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : -1;
        var draft = await desk.Db.Set<RuleDraft>().AnyAsync(each => each.Id == found.DraftId && each.EndedAt == null, cancellation);
        return Answer.Page<ShowSimulation>(
            new View(
                found.Id,
                desk.Rules.Books[found.Book].Title,
                SimulationTexts.Period(Day(found.FirstDay), Day(found.EndDay)),
                SimulationTexts.StateOf(found.State),
                found.State is SimulationState.Waiting or SimulationState.Running,
                found.Done,
                found.Total,
                draft ? EditDraft.Path(found.DraftId) : null
            )
            {
                Result = SimulationDigest.Read(found.Result) is { } digest ? await Outcome(desk, found, digest, from, cancellation) : null,
            }
        );
    }

    private static async Task<IResult> Cancel(string simulation, [AsParameters] DraftDesk desk, CancellationToken cancellation)
    {
        if (await Find(desk, simulation, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var now = desk.Reader.Now;
        await desk.Database.Writer.Write(session => SimulationSql.End(session, found.Id, SimulationState.Cancelled, now), cancellation);
        return Answer.SeeOther(Path(found.Id));
    }

    /// <summary>Whoever may change the book and sees all the projects that were looked at; for anybody else it is not there.</summary>
    private static async Task<RuleSimulation?> Find(DraftDesk desk, string id, CancellationToken cancellation)
    {
        if (
            !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await desk.Db.Set<RuleSimulation>().FirstOrDefaultAsync(each => each.Id == number, cancellation) is not { } found
            || !desk.Rules.Books.TryGetValue(found.Book, out var book)
        )
        {
            return null;
        }

        var me = desk.Reader.Me!;
        var sees =
            me.Projects is null
            || (found.Projects is { } projects && JsonSerializer.Deserialize<string[]>(projects)!.All(project => me.Scope.Covers(project)));
        return sees && me.MayChange(book, desk.Reader.Now) ? found : null;
    }

    private static async Task<View.Outcome> Outcome(
        DraftDesk desk,
        RuleSimulation simulation,
        SimulationDigest digest,
        int after,
        CancellationToken cancellation
    )
    {
        var cases = await desk
            .Db.Set<SimulatedCase>()
            .Where(row => row.SimulationId == simulation.Id && row.Ordinal > after)
            .OrderBy(row => row.Ordinal)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(desk.Db, digest.ByPerson.Select(sum => sum.Key), cancellation);
        return new View.Outcome(
            SimulationTexts.Judged(digest.Cases, digest.Differences),
            digest.Impossible.Count == 0 ? null : SimulationTexts.Impossible(string.Join(", ", digest.Impossible.Take(20))),
            new SumTable.View(SimulationTexts.Total, [Row(digest.Total with { Key = desk.Reader.Say(SimulationTexts.Total) }, null)]),
            new SumTable.View(SimulationTexts.Clause, [.. digest.ByClause.Select(sum => Row(sum, null))]),
            new SumTable.View(SimulationTexts.Person, [.. digest.ByPerson.Select(sum => Row(sum with { Key = names.Of(sum.Key) }, null))])
        )
        {
            Cases = new SumTable.View(SimulationTexts.Case, [.. cases.Take(PageSize).Select(Row)]),
            First = after < 0 ? null : Path(simulation.Id),
            Next = cases.Count > PageSize ? $"{Path(simulation.Id)}?after={cases[PageSize - 1].Ordinal}" : null,
        };
    }

    private static SumTable.View.Row Row(SimulatedCase row) =>
        Row(
            new Simulated(
                row.Number,
                new Consequences(row.BeforeFen / 100m, row.BeforePercent, row.BeforeDecisions),
                new Consequences(row.AfterFen / 100m, row.AfterPercent, row.AfterDecisions)
            ),
            $"/cases/{Uri.EscapeDataString(row.Number)}"
        );

    private static SumTable.View.Row Row(Simulated sum, string? href) =>
        new(
            sum.Key,
            href,
            Say(sum.Before, ""),
            Say(sum.After, ""),
            Say(
                new Consequences(
                    sum.After.Amount - sum.Before.Amount,
                    sum.After.PercentOfBonus - sum.Before.PercentOfBonus,
                    sum.After.Decisions - sum.Before.Decisions
                ),
                "+"
            )
        );

    /// <param name="sum">What it comes to; a part that is nothing is not said.</param>
    /// <param name="more">The sign of what is more than nothing.</param>
    private static Words Say(Consequences sum, string more)
    {
        var parts = new List<Words>();
        if (sum.Amount != 0)
        {
            var amount = Sign(sum.Amount) + Phrases.Money(sum.Amount);
            parts.Add(new Words(amount, amount));
        }

        if (sum.PercentOfBonus != 0)
        {
            parts.Add(SimulationTexts.Percent(Sign(sum.PercentOfBonus), sum.PercentOfBonus));
        }

        if (sum.Decisions != 0)
        {
            parts.Add(SimulationTexts.Decisions(Sign(sum.Decisions), sum.Decisions));
        }

        return parts.Count == 0
            ? SimulationTexts.Nothing
            : new Words(string.Join(" · ", parts.Select(part => part.Zh)), string.Join(" · ", parts.Select(part => part.En)));

        string Sign(decimal number) => number > 0 ? more : "";
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
