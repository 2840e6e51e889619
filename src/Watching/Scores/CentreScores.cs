using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Scores;

/// <summary>The scores of a month as one reader sees them: everybody is ranked with everybody, the lines are those in scope.</summary>
internal sealed record CentreScores(Month Month, bool Complete, IReadOnlyList<CentreScores.Line> Lines, ScoreTerms Terms)
{
    private const string Checks =
        "SELECT e.place, l.data FROM ledger_entry e JOIN log_event l ON l.month = e.month AND l.case_id = e.entry_id AND l.seq = e.fields_of"
        + " WHERE e.ledger = @ledger AND e.day >= @from AND e.day < @until";

    public sealed record Line(CentreScore Centre, string Name);

    /// <summary>How many have a score, in scope or not.</summary>
    public required int Ranked { get; init; }

    public static async Task<CentreScores> Read(LedgerDesk desk, Month month, CancellationToken cancellation)
    {
        var begins = month.Begins();
        var projects = await desk
            .Db.Set<Place>()
            .AsNoTracking()
            .Where(place => place.Kind == PlaceKind.Project)
            .ToDictionaryAsync(place => place.Id, StringComparer.Ordinal, cancellation);
        using var session = desk.Database.Read();
        var open = projects.Values.Where(place => !(place.ClosedAt <= begins)).Select(place => place.Id);
        var all = CentreScore.Of(open, ChecksOf(session, desk, month), CentreResult.Of(session, month), desk.Book.CentreScore);
        return new CentreScores(
            month,
            desk.Reader.Now >= month.After().Begins(),
            [
                .. all.Where(each => !each.IsEmpty && desk.Me.Scope.Covers(each.Project))
                    .Select(each => new Line(each, projects[each.Project].Name)),
            ],
            desk.Book.CentreScore
        )
        {
            Ranked = all.Count(each => each.Rank is not null),
        };
    }

    private static Dictionary<string, Rate> ChecksOf(Session session, LedgerDesk desk, Month month)
    {
        var terms = desk.Book.CentreScore;
        return session
            .Query(
                Checks,
                row => (Place: row.Text(0), Fields: EventFields.Of(row.Text(1))),
                terms.Ledger,
                month.Begins().Micros,
                month.After().Begins().Micros
            )
            .GroupBy(check => check.Place, StringComparer.Ordinal)
            .ToDictionary(
                place => place.Key,
                place => new Rate(place.Count(check => terms.Good.Holds(LedgerEntry.FieldsIn(check.Fields))), place.Count()),
                StringComparer.Ordinal
            );
    }
}
