using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>The cases a case is tied to, and those it may be tied to; all of it in the reader's scope.</summary>
internal sealed record CaseRelatives(Database Database, RuleLibrary Rules, Reader Reader)
{
    private const int MostSimilar = 12;

    private Me Me => Reader.Me!;

    /// <param name="number">Its own number.</param>
    /// <param name="events">What the case holds: some may be done by whom its order names.</param>
    public async Task<RelatedCases.View> Load(string number, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var ties = Ties.Of(Database, number, Me);
        var version = Rules.Books[ties.Case.Rules].At(Reader.Now);
        var members = await Lines(ties.Members, cancellation);
        var open = members.Count(member => member.IsOpen);
        var isOpen = ties.Case.IsOpen;
        return new RelatedCases.View(number)
        {
            Merged = await Lines(ties.Aliases, cancellation),
            Lead = await Line(ties.Case.Lead, cancellation),
            Members = members,
            OpenMembers = open,
            Serving = await Lines(ties.Serving, cancellation),
            Served = await Line(ties.Case.Serves, cancellation),
            MayMerge = isOpen && Me.IsOneOf(version.Relations.Merge),
            MayGroup = Me.IsOneOf(version.Relations.Group),
            MayAdd = isOpen && ties.Case.Lead is null && Me.IsOneOf(version.Relations.Group),
            MayLink =
                isOpen
                && Me.IsOneOf(version.Relations.Link)
                && Rules.MayOpen(Me, Reader.Now).Any(book => book.Procedure == Procedure.Group),
            Natures =
                open > 0 && Me.MayNotRecord(version, EventType.CaseNatured, events) is null
                    ? [.. version.Terms["natures"].Select(term => new RelatedCases.View.Nature(term.Key, term.Value))]
                    : [],
        };
    }

    /// <summary>What is open under the same book for the same customer, in the same home and in its building.</summary>
    public async Task<IReadOnlyList<CaseLines.View>> Similar(string number, CancellationToken cancellation)
    {
        await using var db = Database.Context();
        var row = await db.CasesFor(Me).FirstAsync(each => each.Number == number, cancellation);
        var open = db.CasesFor(Me)
            .Where(other =>
                other.ClosedAt == null && other.CaseId != row.CaseId && other.Project == row.Project && other.Rules == row.Rules
            );
        var rows = new List<CaseRow>();
        if (row.Unit is { } unit)
        {
            var building = unit.Split('-')[0];
            var (from, to) = (building + "-", building + ".");
            var near = open.Where(other =>
                other.Unit == unit || (string.Compare(other.Unit, from) >= 0 && string.Compare(other.Unit, to) < 0)
            );
            rows.AddRange(await near.OrderByDescending(other => other.OpenedAt).Take(MostSimilar).ToListAsync(cancellation));
        }

        if (row.CustomerId is { } customer)
        {
            rows.AddRange(await open.Where(other => other.CustomerId == customer).Take(MostSimilar).ToListAsync(cancellation));
        }

        var shown = rows.DistinctBy(other => other.CaseId)
            .OrderByDescending(other => other.Unit == row.Unit)
            .ThenByDescending(other => other.OpenedAt)
            .Take(MostSimilar);
        return await new CaseLineQuery(db, Rules, Reader.Now).Load([.. shown], cancellation);
    }

    /// <summary>The cases of the numbers given, in scope, and open ones of the same project and category that are in no group.</summary>
    public async Task<(IReadOnlyList<CaseLines.View> Chosen, IReadOnlyList<CaseLines.View> Similar)> Groupable(
        IReadOnlyList<string> numbers,
        CancellationToken cancellation
    )
    {
        await using var db = Database.Context();
        var chosen = await db.CasesFor(Me)
            .Where(row => numbers.Contains(row.Number))
            .OrderBy(row => row.OpenedAt)
            .ToListAsync(cancellation);
        var lines = new CaseLineQuery(db, Rules, Reader.Now);
        var similar = new List<CaseRow>();
        if (chosen is [var first, ..])
        {
            similar = await db.CasesFor(Me)
                .Where(row => row.ClosedAt == null && row.Project == first.Project && row.Rules == first.Rules)
                .Where(row => row.Category == first.Category && row.Lead == null && !numbers.Contains(row.Number))
                .OrderByDescending(row => row.OpenedAt)
                .Take(MostSimilar)
                .ToListAsync(cancellation);
        }

        return (await lines.Load(chosen, cancellation), await lines.Load(similar, cancellation));
    }

    private async Task<CaseLines.View?> Line(string? number, CancellationToken cancellation) =>
        number is not null && await Lines([number], cancellation) is [var line] ? line : null;

    /// <summary>Few cases are tied to others: for the rest nothing is asked.</summary>
    private async Task<IReadOnlyList<CaseLines.View>> Lines(IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        await using var db = Database.Context();
        var cases = db.CasesFor(Me).Where(row => numbers.Contains(row.Number)).OrderBy(row => row.CaseId);
        return await new CaseLineQuery(db, Rules, Reader.Now).Load(cases, cancellation);
    }

    /// <summary>The numbers a case is tied to, whoever may see them.</summary>
    private sealed record Ties(
        RelatedCase Case,
        IReadOnlyList<string> Members,
        IReadOnlyList<string> Aliases,
        IReadOnlyList<string> Serving
    )
    {
        public static Ties Of(Database database, string number, Me me)
        {
            using var session = database.Read();
            return new Ties(
                RelatedCase.Itself(session, number, me.Scope)!,
                Numbers(RelatedCase.Members(session, number)),
                Numbers(RelatedCase.Aliases(session, number)),
                Numbers(RelatedCase.ServingOf(session, number))
            );
        }

        private static string[] Numbers(IReadOnlyList<RelatedCase> cases) => [.. cases.Select(each => each.Number)];
    }
}
