using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Simulating;

/// <summary>Begins to try a draft out on the cases of a period, in the scope of who asks.</summary>
internal static class BeginSimulation
{
    private const int LongestYears = 10;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/rules/drafts/{draft}/simulations", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    private static async Task<IResult> Post(string draft, HttpContext http, [AsParameters] DraftDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(draft, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        if (Day(form["from"]) is not { } from || Day(form["to"]) is not { } to || from >= to || to > from.AddYears(LongestYears))
        {
            return await EditDraft.RefusePeriod(desk, found, form["from"], form["to"], cancellation);
        }

        var me = desk.Reader.Me!;
        var projects = me.Projects is { } some ? JsonSerializer.Serialize(some) : null;
        var now = desk.Reader.Now;
        var id = await desk.Database.Writer.Write(
            session => SimulationSql.Insert(session, found, from, to, me.StaffId, now, projects),
            cancellation
        );
        return Answer.SeeOther(ShowSimulation.Path(id));
    }

    /// <summary>The last whole quarter: what people ask for first.</summary>
    public static (DateOnly From, DateOnly To) LastQuarter(Instant now)
    {
        var to = new DateOnly(now.Date.Year, ((now.Date.Month - 1) / 3 * 3) + 1, 1);
        return (to.AddMonths(-3), to);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year >= Instant.Earliest.Date.Year
        && date.Year <= Instant.Latest.Date.Year
            ? date
            : null;
}
