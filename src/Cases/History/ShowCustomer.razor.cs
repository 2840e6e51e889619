using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.History;

public sealed partial class ShowCustomer
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{id:long}", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Name, string? Phone, IReadOnlyList<View.Home> Homes)
    {
        public required IReadOnlyList<CaseLines.View> OfHomes { get; init; }
        public required IReadOnlyList<CaseLines.View> Reported { get; init; }

        public sealed record Home(string Name, string Href);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long id, Db db, RuleLibrary rules, Reader reader, CancellationToken cancellation)
    {
        var me = reader.Me!;
        if (await db.CustomersFor(me).SingleOrDefaultAsync(customer => customer.Id == id, cancellation) is not { } customer)
        {
            return Results.NotFound();
        }

        var units = await db.UnitsFor(me)
            .Where(unit => unit.Owner == id)
            .OrderBy(unit => unit.Project)
            .ThenBy(unit => unit.Number)
            .ToListAsync(cancellation);
        var names = await ProjectNames.Load(db, units.Select(unit => unit.Project), cancellation);
        var lines = new CaseLineQuery(db, rules, reader.Now);
        return Answer.Page<ShowCustomer>(
            new View(
                customer.Name,
                customer.Phone is { } phone ? Phrases.MaskedPhone(phone) : null,
                [
                    .. units.Select(unit => new View.Home(
                        names.Home(unit.Project, unit.Number)!,
                        ShowUnit.Address(unit.Project, unit.Number)
                    )),
                ]
            )
            {
                OfHomes = await lines.Load(await OfHomes(db.CasesFor(me), units, cancellation), cancellation),
                Reported = await lines.Load(db.CasesFor(me).Where(row => row.CustomerId == id).OpenFirst(), cancellation),
            }
        );
    }

    /// <summary>Home by home, each by its index, then put in one order.</summary>
    private static async Task<List<CaseRow>> OfHomes(IQueryable<CaseRow> cases, List<Unit> units, CancellationToken cancellation)
    {
        var all = new List<CaseRow>();
        foreach (var unit in units)
        {
            all.AddRange(
                await cases.Where(row => row.Project == unit.Project && row.Unit == unit.Number).OpenFirst().ToListAsync(cancellation)
            );
        }

        return [.. all.AsQueryable().OpenFirst()];
    }
}
