using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>What consequences come to: amounts added, shares of bonuses added, decisions counted.</summary>
public readonly record struct Consequences(decimal Amount, int PercentOfBonus, int Decisions)
{
    public static Consequences Of(IEnumerable<Penalty> items) => items.Aggregate(default(Consequences), (sum, item) => sum + Of(item));

    public static Consequences operator +(Consequences a, Consequences b) =>
        new(a.Amount + b.Amount, a.PercentOfBonus + b.PercentOfBonus, a.Decisions + b.Decisions);

    private static Consequences Of(Penalty item) => new(item.Amount ?? 0, item.PercentOfBonus ?? 0, item.Decision is null ? 0 : 1);
}

/// <summary>The same cases under the book as it stands and under the other one.</summary>
/// <param name="Key">A clause, a person, or the number of a case.</param>
/// <param name="Before">Under the book as it stands.</param>
/// <param name="After">Under the other one.</param>
public sealed record Simulated(string Key, Consequences Before, Consequences After);

/// <param name="Until">The moment everything was judged at.</param>
/// <param name="Cases">How many cases were judged.</param>
/// <param name="Total">All of them together.</param>
/// <param name="ByClause">By clause.</param>
/// <param name="ByPerson">By the person charged.</param>
/// <param name="Differences">The cases that come out otherwise, by number.</param>
/// <param name="Impossible">Cases whose events the other book would not have allowed, with the reason; they count nowhere.</param>
public sealed record SimulationResult(
    Instant Until,
    int Cases,
    Simulated Total,
    IReadOnlyList<Simulated> ByClause,
    IReadOnlyList<Simulated> ByPerson,
    IReadOnlyList<Simulated> Differences,
    IReadOnlyList<(string Number, Words Reason)> Impossible
);

/// <summary>
/// What a period would have cost under another book: its cases judged twice at one moment, as a replay of their events
/// under each book judges them. Changes nothing, and reads in short stretches so that it stands in nobody's way.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="rules">The books as they stand.</param>
/// <param name="context">Who holds the posts the penalties name.</param>
/// <param name="above">A project and the places above it.</param>
public sealed class CaseSimulation(Database database, RuleLibrary rules, Context context, Func<string, IReadOnlyList<string>> above)
{
    private const int Stretch = 200;

    private const string OfBook =
        "SELECT case_id, month, number, project FROM cases WHERE rules = @rules AND opened_at >= @from AND opened_at < @to";

    /// <summary>In two, because open and closed cases have an index over their opening each.</summary>
    private const string Cases = OfBook + " AND closed_at IS NULL UNION ALL " + OfBook + " AND closed_at IS NOT NULL ORDER BY number";

    /// <param name="other">
    /// The book to be tried: the cases of the book of its name are judged. One that applies to places takes those of its parent there
    /// too, as if it had governed them from their opening (EG-41).
    /// </param>
    /// <param name="from">The first day of opening.</param>
    /// <param name="to">The first day of opening that does not count any more.</param>
    /// <param name="scope">Whose cases.</param>
    /// <param name="until">The moment they are judged at.</param>
    /// <param name="goOn">Told how many of how many are done; false ends it without a result.</param>
    public SimulationResult? Run(RuleBook other, DateOnly from, DateOnly to, Scope scope, Instant until, Func<int, int, bool> goOn)
    {
        var book = rules.Books[other.Name];
        var cases = Find(book, Start(from), Start(to), scope).Concat(FindOfParent(other, Start(from), Start(to), scope)).ToList();
        var sheet = new SimulationSheet(until);
        for (var done = 0; done < cases.Count; done += Stretch)
        {
            if (!goOn(done, cases.Count))
            {
                return null;
            }

            using var session = database.Read();
            foreach (var found in cases.Skip(done).Take(Stretch))
            {
                Judge(sheet, found.Book, other, found.Number, EventLog.Read(session, found.Key));
            }
        }

        return goOn(cases.Count, cases.Count) ? sheet.Result() : null;
    }

    private IEnumerable<Found> FindOfParent(RuleBook other, Instant from, Instant to, Scope scope)
    {
        var places = other.Latest.AppliesTo;
        return other.Extends is { } parent && places.Count > 0
            ? Find(rules.Books[parent], from, to, scope)
                .Where(found => found.Project is { } project && above(project).Intersect(places, StringComparer.Ordinal).Any())
            : [];
    }

    private List<Found> Find(RuleBook book, Instant from, Instant to, Scope scope)
    {
        using var session = database.Read();
        return
        [
            .. session
                .Query(
                    Cases,
                    row => new Found(book, new CaseKey(row.Int(1), row.Long(0)), row.Text(2), row.TextOrNull(3)),
                    book.Name,
                    from.Micros,
                    to.Micros
                )
                .Where(found => scope.Covers(found.Project)),
        ];
    }

    /// <summary>A case that was tampered with does not stop the others: it is named, and verify says what is wrong with it.</summary>
    private void Judge(SimulationSheet sheet, RuleBook book, RuleBook other, string number, List<LogEvent> rows)
    {
        try
        {
            var events = Folding.Read(book, rows);
            Judge(sheet, Folding.Fold(book, rules.Calendar, events), other, number, events);
        }
        catch (UnreadableEventException unreadable)
        {
            sheet.AddImpossible(number, unreadable.Sentence);
        }
    }

    private void Judge(SimulationSheet sheet, CaseHistory stored, RuleBook other, string number, List<CaseEvent> events)
    {
        var before = stored.Judge(sheet.Until, context).Penalties;
        var (history, refusal, _) = CaseHistory.Fold(other, rules.Calendar, events);
        if (refusal is not null)
        {
            sheet.AddImpossible(number, refusal.Sentence);
            return;
        }

        sheet.Add(number, before, history.Judge(sheet.Until, context).Penalties);
    }

    private sealed record Found(RuleBook Book, CaseKey Key, string Number, string? Project);

    private static Instant Start(DateOnly date) => Instant.At(date, TimeOnly.MinValue);
}
