using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Search;

/// <summary>A few of everything that a text may mean: numbers, customers, homes, cases. All of it within the reader's scope.</summary>
internal sealed class SearchQuery(Db db, CaseSearch search, RuleLibrary rules, Reader reader)
{
    private const int Few = 5;
    private readonly Me me = reader.Me!;

    public async Task<SearchResults.View> Groups(string asked, CancellationToken cancellation)
    {
        SearchResults.View.Group[] groups =
        [
            await Numbers(asked.ToUpperInvariant(), cancellation),
            await Customers(asked, cancellation),
            await Homes(asked, cancellation),
            await Cases(asked, cancellation),
        ];
        return new SearchResults.View(asked, [.. groups.Where(group => group.Rows.Count > 0)]);
    }

    private async Task<SearchResults.View.Group> Numbers(string beginning, CancellationToken cancellation)
    {
        if (!MayBegin(beginning))
        {
            return new SearchResults.View.Group(SearchTexts.Numbers, [], null);
        }

        // A range, not LIKE: only a range is looked up in the index on both stores.
        var end = beginning + '\uffff';
        var found = db.CasesFor(me)
            .Where(row => string.Compare(row.Number, beginning) >= 0 && string.Compare(row.Number, end) < 0)
            .OrderBy(row => row.Number)
            .Take(Few + 1);
        var lines = await Lines(found, beginning, cancellation);
        return Group(SearchTexts.Numbers, lines, QueryHelpers.AddQueryString("/cases", "number", beginning));
    }

    /// <summary>A number begins with its project; without this a narrow scope would walk through all numbers of another project.</summary>
    private bool MayBegin(string beginning) =>
        me.Projects is not { } projects
        || projects.Any(code =>
            beginning.StartsWith(code, StringComparison.OrdinalIgnoreCase) || code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
        );

    private async Task<SearchResults.View.Group> Customers(string asked, CancellationToken cancellation)
    {
        var found = await db.CustomersFor(me).Named(asked).OrderBy(customer => customer.Id).Take(Few + 1).ToListAsync(cancellation);
        var ids = found.Select(customer => (long?)customer.Id).ToList();
        var units = await db.UnitsFor(me).Where(unit => ids.Contains(unit.Owner)).ToListAsync(cancellation);
        var names = await ProjectNames.Load(db, units.Select(unit => unit.Project), cancellation);
        var homes = units.ToLookup(unit => unit.Owner, unit => names.Home(unit.Project, unit.Number));
        return Group(
            SearchTexts.Customers,
            [
                .. found.Select(customer => new SearchResults.View.Row(
                    $"/customers/{customer.Id}",
                    customer.Name,
                    customer.Phone is { } phone ? Phrases.MaskedPhone(phone) : null,
                    string.Join("、", homes[customer.Id])
                )),
            ],
            QueryHelpers.AddQueryString("/customers", "q", asked)
        );
    }

    /// <summary>The number may follow the project's name: "澜岸 3-2-1201".</summary>
    private async Task<SearchResults.View.Group> Homes(string asked, CancellationToken cancellation)
    {
        var runs = SearchText.Runs(asked).ToList();
        if (runs is not [.., { Chinese: false } number] || !number.Run.Any(char.IsAsciiDigit))
        {
            return new SearchResults.View.Group(SearchTexts.Homes, [], null);
        }

        var units = db.UnitsFor(me).Numbered(number.Run);
        if (runs.Count > 1 && runs[0].Chinese)
        {
            var name = runs[0].Run;
            units = units.Where(unit => db.Set<Project>().Any(project => project.Code == unit.Project && project.Name.Contains(name)));
        }

        var found = await units.OrderBy(unit => unit.Number).ThenBy(unit => unit.Project).Take(Few).ToListAsync(cancellation);
        var owners = found.Select(unit => unit.Owner).ToList();
        var names = await ProjectNames.Load(db, found.Select(unit => unit.Project), cancellation);
        var people = await db.Set<CustomerRecord>()
            .Where(customer => owners.Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancellation);
        return new SearchResults.View.Group(
            SearchTexts.Homes,
            [
                .. found.Select(unit => new SearchResults.View.Row(
                    ShowUnit.Address(unit.Project, unit.Number),
                    names.Home(unit.Project, unit.Number)!,
                    people.GetValueOrDefault(unit.Owner ?? 0),
                    null
                )),
            ],
            null
        );
    }

    private async Task<SearchResults.View.Group> Cases(string asked, CancellationToken cancellation)
    {
        var ids = search.Find(asked, me.Projects, null, Few + 1);
        var found = db.CasesFor(me).Where(row => ids.Contains(row.CaseId)).OrderByDescending(row => row.CaseId);
        return Group(SearchTexts.Cases, await Lines(found, asked, cancellation), ShowSearch.AllCases(asked));
    }

    private async Task<List<SearchResults.View.Row>> Lines(IQueryable<CaseRow> cases, string asked, CancellationToken cancellation)
    {
        var lines = await new CaseLineQuery(db, rules, reader.Now).Load(cases, cancellation, asked);
        return
        [
            .. lines.Select(line => new SearchResults.View.Row(
                $"/cases/{Uri.EscapeDataString(line.Number)}",
                line.Number,
                string.Join(" · ", new[] { line.UnitAndCustomer, reader.Say(line.State) }.Where(part => part.Length > 0)),
                line.Demand ?? reader.Say(SearchTexts.NoWords)
            )
            {
                Match = line.Match,
            }),
        ];
    }

    private static SearchResults.View.Group Group(Words name, List<SearchResults.View.Row> found, string all) =>
        new(name, [.. found.Take(Few)], found.Count > Few ? all : null);
}
