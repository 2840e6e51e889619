using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>Who reports: a known customer, a home, both, or nobody known.</summary>
internal sealed record Caller(CustomerRecord? Customer, string? Project, string? Unit)
{
    public static readonly Caller Unknown = new(null, null, null);
}

/// <summary>Finds the caller by telephone, name, initials or home, and what is known of him; all of it in the reader's scope.</summary>
internal sealed class Callers(Db db, RuleLibrary rules, Me me, Instant now)
{
    private const int MostFound = 6;
    private const int MostHomes = 4;
    private const int MostCases = 8;

    /// <summary>Each customer once for each home, each home once.</summary>
    public async Task<IReadOnlyList<FindCaller.View.Found>> Find(string asked, CancellationToken cancellation)
    {
        var customers = await db.CustomersFor(me)
            .Named(asked)
            .OrderBy(customer => customer.Name)
            .ThenBy(customer => customer.Id)
            .Take(MostFound)
            .ToListAsync(cancellation);
        var numbered = await db.UnitsFor(me).Numbered(asked.Trim()).OrderBy(unit => unit.Number).Take(MostFound).ToListAsync(cancellation);
        var ids = customers.Select(customer => (long?)customer.Id).ToList();
        var homes = await db.UnitsFor(me).Where(unit => ids.Contains(unit.Owner)).Take(MostFound * MostHomes).ToListAsync(cancellation);
        var owners = numbered.Select(unit => unit.Owner).Except(ids).ToList();
        customers.AddRange(await db.CustomersFor(me).Where(customer => owners.Contains(customer.Id)).ToListAsync(cancellation));
        var units = numbered.Concat(homes).DistinctBy(unit => (unit.Project, unit.Number)).ToList();
        var names = await ProjectNames.Load(db, units.Select(unit => unit.Project), cancellation);
        return
        [
            .. units
                .OrderBy(unit => unit.Project, StringComparer.Ordinal)
                .ThenBy(unit => unit.Number, StringComparer.Ordinal)
                .Select(unit => Found(customers.Find(customer => customer.Id == unit.Owner), unit, names)),
            .. customers
                .Where(customer => units.TrueForAll(unit => unit.Owner != customer.Id))
                .Select(customer => Found(customer, null, names)),
        ];
    }

    /// <summary>What the address names, as far as it is in scope.</summary>
    public async Task<Caller> Open(long? customerId, string? project, string? number, CancellationToken cancellation)
    {
        var customer = await db.CustomersFor(me).FirstOrDefaultAsync(each => each.Id == customerId, cancellation);
        var unit = await db.UnitsFor(me).FirstOrDefaultAsync(each => each.Project == project && each.Number == number, cancellation);
        return new Caller(customer, unit?.Project, unit?.Number);
    }

    /// <summary>The caller's own cases and those of the home, what is open on top.</summary>
    public async Task<IReadOnlyList<CaseLines.View>> CasesOf(Caller caller, CancellationToken cancellation)
    {
        var rows = new List<CaseRow>();
        if (caller.Customer is { } customer)
        {
            rows.AddRange(
                await db.CasesFor(me).Where(row => row.CustomerId == customer.Id).OpenFirst().Take(MostCases).ToListAsync(cancellation)
            );
        }

        if (caller.Unit is not null)
        {
            rows.AddRange(
                await db.CasesFor(me)
                    .Where(row => row.Project == caller.Project && row.Unit == caller.Unit)
                    .OpenFirst()
                    .Take(MostCases)
                    .ToListAsync(cancellation)
            );
        }

        var shown = rows.DistinctBy(row => row.CaseId).AsQueryable().OpenFirst().Take(MostCases).ToList();
        return await new CaseLineQuery(db, rules, now).Load(shown, cancellation);
    }

    /// <summary>What is open in the other homes of the building: a group complaint begins there.</summary>
    public async Task<IReadOnlyList<CaseLines.View>> OpenInBuilding(Caller caller, CancellationToken cancellation)
    {
        if (caller.Unit?.Split('-') is not [{ Length: > 0 } building, _, ..])
        {
            return [];
        }

        var (from, to) = (building + "-", building + ".");
        var open = db.CasesFor(me)
            .Where(row => row.Project == caller.Project && string.Compare(row.Unit, from) >= 0 && string.Compare(row.Unit, to) < 0)
            .Where(row => row.ClosedAt == null && row.Unit != caller.Unit)
            .OrderByDescending(row => row.OpenedAt)
            .Take(MostCases);
        return await new CaseLineQuery(db, rules, now).Load(open, cancellation);
    }

    private static FindCaller.View.Found Found(CustomerRecord? customer, Unit? unit, ProjectNames names) =>
        new(
            customer?.Name,
            customer?.Phone is { } phone ? Phrases.MaskedPhone(phone) : null,
            unit is null ? null : names.Home(unit.Project, unit.Number),
            Address(customer, unit)
        );

    private static string Address(CustomerRecord? customer, Unit? unit)
    {
        var parts = new[]
        {
            customer is null ? null : $"customer={customer.Id}",
            unit is null ? null : $"project={Uri.EscapeDataString(unit.Project)}&unit={Uri.EscapeDataString(unit.Number)}",
        };
        return string.Join('&', parts.OfType<string>());
    }
}
