using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;

namespace Shouwen.Properties.Customers;

public sealed partial class ShowCustomers
{
    private const int PageSize = 50;
    private const int LongestText = 60;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string? Asked, IReadOnlyList<View.Row> Rows, string? First, string? Next)
    {
        /// <param name="Id">The customer.</param>
        /// <param name="Name">As written down.</param>
        /// <param name="Phone">Masked.</param>
        /// <param name="Homes">Those the reader may see.</param>
        public sealed record Row(long Id, string Name, string? Phone, string Homes);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? q, string? after, Db db, Reader reader, CancellationToken cancellation)
    {
        var asked = q?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;
        var from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var customers = db.CustomersFor(reader.Me!);
        customers = asked is null ? customers : customers.Named(asked);
        var found = await customers
            .Where(customer => customer.Id > from)
            .OrderBy(customer => customer.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var shown = found.Take(PageSize).ToList();
        var homes = await Homes(db, reader.Me!, shown, cancellation);
        return Answer.Page<ShowCustomers>(
            new View(
                asked,
                [
                    .. shown.Select(customer => new View.Row(
                        customer.Id,
                        customer.Name,
                        Masked(customer.Phone),
                        string.Join("、", homes[customer.Id])
                    )),
                ],
                from == 0 ? null : Address(asked, null),
                found.Count > PageSize ? Address(asked, shown[^1].Id) : null
            )
        );
    }

    private static async Task<ILookup<long, string>> Homes(Db db, Me me, List<CustomerRecord> customers, CancellationToken cancellation)
    {
        var ids = customers.Select(customer => (long?)customer.Id).ToList();
        var units = await db.UnitsFor(me)
            .Where(unit => ids.Contains(unit.Owner))
            .OrderBy(unit => unit.Project)
            .ThenBy(unit => unit.Number)
            .ToListAsync(cancellation);
        var names = await ProjectNames.Load(db, units.Select(unit => unit.Project), cancellation);
        return units.ToLookup(unit => unit.Owner!.Value, unit => names.Home(unit.Project, unit.Number)!);
    }

    private static string? Masked(string? phone) => phone is null ? null : Phrases.MaskedPhone(phone);

    private static string Address(string? asked, long? after) =>
        QueryHelpers.AddQueryString(
            "/customers",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = asked,
                ["after"] = after?.ToString(CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );
}
