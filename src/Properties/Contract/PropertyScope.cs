using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>Which homes and customers a person may open, list and find: those of the projects under the person's place.</summary>
public static class PropertyScope
{
    public static IQueryable<Unit> UnitsFor(this Db db, Me me)
    {
        ArgumentNullException.ThrowIfNull(me);
        var units = db.Set<Unit>().AsNoTracking();
        return me.Projects is { } projects ? units.Where(unit => projects.Contains(unit.Project)) : units;
    }

    /// <summary>A customer is seen by whoever sees one of his homes; one without a home belongs to the whole group.</summary>
    public static IQueryable<CustomerRecord> CustomersFor(this Db db, Me me)
    {
        ArgumentNullException.ThrowIfNull(me);
        var customers = db.Set<CustomerRecord>().AsNoTracking();
        if (me.Projects is null)
        {
            return customers;
        }

        var owners = db.UnitsFor(me).Select(unit => unit.Owner);
        return customers.Where(customer => owners.Contains(customer.Id));
    }
}
