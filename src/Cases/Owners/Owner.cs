using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>An owner at the door: the one place that decides which cases and homes are his.</summary>
/// <param name="Customers">The customers behind the telephone that the code went to.</param>
/// <param name="Linked">The number of the case that a link has opened.</param>
internal sealed record Owner(IReadOnlyList<long> Customers, string? Linked)
{
    public static Owner Of(ClaimsPrincipal owner) => new(OwnerClaims.CustomersOf(owner), owner.FindFirstValue(OwnerClaims.Case));

    /// <summary>Whose forms keep their files until they are sent again.</summary>
    public string Sender => $"customer {string.Join(',', Customers)} {Linked}";

    public IQueryable<CaseRow> Cases(Db db)
    {
        var mine = Customers.Select(id => (long?)id).ToList();
        return db.Set<CaseRow>().AsNoTracking().Where(row => mine.Contains(row.CustomerId) || (Linked != null && row.Number == Linked));
    }

    /// <summary>Only after a code: a link knows one case and no home.</summary>
    public IQueryable<Unit> Homes(Db db)
    {
        var mine = Customers.Select(id => (long?)id).ToList();
        return db.Set<Unit>().AsNoTracking().Where(unit => mine.Contains(unit.Owner));
    }
}
