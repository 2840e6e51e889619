using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

public sealed partial class ShowRegister
{
    /// <summary>Beyond this a figure says "999+": counting a million rows would make everybody wait for a number nobody reads.</summary>
    private const int MostCounted = 999;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Open, string Overdue, string DueToday, RegisterRows.View Rows)
    {
        public bool MayRegister { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(HttpContext http, Db db, RuleLibrary rules, Reader reader, CancellationToken cancellation)
    {
        var filter = RegisterFilter.Read(http.Request.Query);
        var cases = db.CasesFor(reader.Me!);
        if (filter.Number is { } number && await cases.AnyAsync(row => row.Number == number, cancellation))
        {
            return Answer.SeeOther($"/cases/{Uri.EscapeDataString(number)}");
        }

        var page = await new RegisterQuery(db, reader.Me!, rules, reader.Now).Page(filter, cancellation);
        if (reader.WantsFragment)
        {
            return Answer.Page<RegisterRows>(page);
        }

        var open = cases.Where(row => row.ClosedAt == null);
        var now = reader.Now;
        var midnight = Instant.At(now.Date.AddDays(1), TimeOnly.MinValue);
        var figures = new View(
            await Count(open, cancellation),
            await Count(open.Where(row => row.DueAt < now), cancellation),
            await Count(open.Where(row => row.DueAt >= now && row.DueAt < midnight), cancellation),
            page
        )
        {
            MayRegister = rules.MayOpen(reader.Me!, now).Any(),
        };
        return Answer.Page<ShowRegister>(figures);
    }

    private static async Task<string> Count(IQueryable<CaseRow> cases, CancellationToken cancellation)
    {
        var counted = await cases.Take(MostCounted + 1).CountAsync(cancellation);
        return counted > MostCounted ? $"{MostCounted}+" : $"{counted}";
    }
}
