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

public sealed partial class ShowUnit
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/units/{project}/{number}", Get).RequireAuthorization(Permissions.Desk);

    internal static string Address(string project, string number) =>
        $"/units/{Uri.EscapeDataString(project)}/{Uri.EscapeDataString(number)}";

    public sealed record View(string Name, View.Person? Owner, IReadOnlyList<CaseLines.View> Cases)
    {
        /// <param name="Id">The customer.</param>
        /// <param name="Name">As written down.</param>
        /// <param name="Phone">Masked.</param>
        public sealed record Person(long Id, string Name, string? Phone);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string project,
        string number,
        Db db,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        if (await db.UnitsFor(me).SingleOrDefaultAsync(u => u.Project == project && u.Number == number, cancellation) is not { } unit)
        {
            return Results.NotFound();
        }

        var owner = await db.Set<CustomerRecord>().SingleOrDefaultAsync(customer => customer.Id == unit.Owner, cancellation);
        var names = await ProjectNames.Load(db, [project], cancellation);
        var cases = db.CasesFor(me).Where(row => row.Project == project && row.Unit == number).OpenFirst();
        return Answer.Page<ShowUnit>(
            new View(
                names.Home(project, number)!,
                owner is null ? null : new View.Person(owner.Id, owner.Name, owner.Phone is { } phone ? Phrases.MaskedPhone(phone) : null),
                await new CaseLineQuery(db, rules, reader.Now).Load(cases, cancellation)
            )
        );
    }
}
