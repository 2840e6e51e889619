using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>The cases a case is tied to, and those it may be tied to; all of it in the reader's scope.</summary>
internal sealed record CaseRelatives(Db Db, Database Database, RuleLibrary Rules, Reader Reader)
{
    private const int MostSimilar = 12;

    private Me Me => Reader.Me!;

    /// <param name="number">Its own number.</param>
    /// <param name="events">What the case holds: some may be done by whom its order names.</param>
    public async Task<RelatedCases.View> Load(string number, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var row = await Db.CasesFor(Me).FirstAsync(each => each.Number == number, cancellation);
        var version = Rules.Books[row.Rules].At(Reader.Now);
        var members = await Lines(each => each.Lead == number && each.MergedInto == null, cancellation);
        var open = members.Count(member => member.IsOpen);
        var isOpen = row.ClosedAt is null;
        return new RelatedCases.View(number)
        {
            Merged = await Aliases(number, cancellation),
            Lead = row.Lead is { } lead ? await Line(lead, cancellation) : null,
            Members = members,
            OpenMembers = open,
            Serving = await Lines(each => each.Serves == number, cancellation),
            Served = row.Serves is { } served ? await Line(served, cancellation) : null,
            MayMerge = isOpen && Me.IsOneOf(version.Relations.Merge),
            MayGroup = Me.IsOneOf(version.Relations.Group),
            MayAdd = isOpen && row.Lead is null && Me.IsOneOf(version.Relations.Group),
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
        var row = await Db.CasesFor(Me).FirstAsync(each => each.Number == number, cancellation);
        var open = Db.CasesFor(Me)
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
        return await new CaseLineQuery(Db, Rules, Reader.Now).Load([.. shown], cancellation);
    }

    /// <summary>The cases of the numbers given, in scope, and open ones of the same project and category that are in no group.</summary>
    public async Task<(IReadOnlyList<CaseLines.View> Chosen, IReadOnlyList<CaseLines.View> Similar)> Groupable(
        IReadOnlyList<string> numbers,
        CancellationToken cancellation
    )
    {
        var chosen = await Db.CasesFor(Me)
            .Where(row => numbers.Contains(row.Number))
            .OrderBy(row => row.OpenedAt)
            .ToListAsync(cancellation);
        var lines = new CaseLineQuery(Db, Rules, Reader.Now);
        var similar = new List<CaseRow>();
        if (chosen is [var first, ..])
        {
            similar = await Db.CasesFor(Me)
                .Where(row => row.ClosedAt == null && row.Project == first.Project && row.Rules == first.Rules)
                .Where(row => row.Category == first.Category && row.Lead == null && !numbers.Contains(row.Number))
                .OrderByDescending(row => row.OpenedAt)
                .Take(MostSimilar)
                .ToListAsync(cancellation);
        }

        return (await lines.Load(chosen, cancellation), await lines.Load(similar, cancellation));
    }

    private async Task<IReadOnlyList<CaseLines.View>> Aliases(string number, CancellationToken cancellation)
    {
        using var session = Database.Read();
        var numbers = RelatedCase.Aliases(session, number).Select(alias => alias.Number).ToList();
        return numbers.Count == 0 ? [] : await Lines(row => numbers.Contains(row.Number), cancellation);
    }

    private async Task<CaseLines.View?> Line(string number, CancellationToken cancellation) =>
        await Lines(row => row.Number == number, cancellation) is [var line, ..] ? line : null;

    private async Task<IReadOnlyList<CaseLines.View>> Lines(
        System.Linq.Expressions.Expression<Func<CaseRow, bool>> which,
        CancellationToken cancellation
    ) => await new CaseLineQuery(Db, Rules, Reader.Now).Load(Db.CasesFor(Me).Where(which).OrderBy(row => row.CaseId), cancellation);
}
