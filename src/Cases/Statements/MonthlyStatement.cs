using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// The statement of a month as one reader sees it: a draft computed from the projections, with the decisions beside it, or
/// what was delivered.
/// </summary>
internal sealed record MonthlyStatement(Month Month, StatementRow? Delivered, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>The good side (SN-64), beside the lines and in no sum.</summary>
    public IReadOnlyList<CommendationRow> Commendations { get; init; } = [];

    public bool IsEmpty => Lines.Count + Commendations.Count == 0;

    public bool IsDelivered => Delivered is not null;

    /// <summary>"KF-2026-10": how people and papers name it.</summary>
    public string Number => NumberOf(Month);

    /// <summary>The first instant after the month.</summary>
    public static Instant EndOf(Month month) => month.After().Begins();

    public static string NumberOf(Month month) => $"KF-{month}";

    public IEnumerable<StatementLine> Items => Lines.Where(line => line.Kind == LineKind.Item);

    public IEnumerable<StatementLine> Corrections => Lines.Where(line => line.Kind == LineKind.Correction);

    /// <summary>Lines that somebody still has to confirm or waive.</summary>
    public IEnumerable<StatementLine> Unconfirmed => Lines.Where(line => line.Outcome == LineOutcome.Undecided && !line.IsDecision);

    /// <summary>Decisions nobody has taken yet.</summary>
    public IEnumerable<StatementLine> Open => Lines.Where(line => line.Outcome == LineOutcome.Undecided && line.IsDecision);

    /// <summary>Person by person, in the order of their ids; what was waived does not count.</summary>
    public IReadOnlyList<StatementTotal> Totals() =>
        [
            .. Lines
                .GroupBy(line => line.Key.Subject, StringComparer.Ordinal)
                .OrderBy(person => person.Key, StringComparer.Ordinal)
                .Select(person =>
                {
                    var sum = person.Aggregate(default(Charge), (all, line) => all + line.Counted);
                    return new StatementTotal(person.Key, sum.Amount, sum.PercentOfBonus, sum.Decisions);
                }),
        ];

    public StatementLine? Find(string id) => Lines.FirstOrDefault(line => line.Id == id);

    /// <param name="session">One picture of the database.</param>
    /// <param name="month">Which month.</param>
    /// <param name="scope">Whose cases: a line out of scope is not there.</param>
    /// <param name="subject">Only what this person is charged; null for everybody.</param>
    public static MonthlyStatement Load(Session session, Month month, Scope scope, string? subject = null)
    {
        var delivered = StatementSql.Find(session, month);
        var all = delivered is null ? DeliveredMonths(session) : [];
        var lines = delivered is null ? Draft(session, month, subject, all) : StatementSql.DeliveredLinesOf(session, month, subject);
        var commended = delivered is null ? CommendationSql.DraftOf(session, month, all) : CommendationSql.DeliveredIn(session, month);
        return new MonthlyStatement(month, delivered, [.. lines.Where(line => scope.Covers(line.Project))])
        {
            Commendations = [.. commended.Where(row => scope.Covers(row.Place) && (subject is null || row.Subject == subject))],
        };
    }

    private static HashSet<Month> DeliveredMonths(Session session) =>
        [.. StatementSql.All(session).Select(row => Month.FromIndex(row.Month))];

    private static IEnumerable<StatementLine> Draft(Session session, Month month, string? subject, HashSet<Month> delivered)
    {
        var corrections = delivered.Count == 0 ? [] : Statements.Corrections.For(session, month, delivered);
        var verdicts = StatementSql
            .Decisions(session, month)
            .GroupBy(each => each.Line, StringComparer.Ordinal)
            .ToDictionary(line => line.Key, line => line.Last(), StringComparer.Ordinal);
        return Ordered(StatementSql.ItemsOf(session, month, subject))
            .Concat(Ordered(corrections.Where(line => subject is null || line.Key.Subject == subject)))
            .Select(line =>
                verdicts.TryGetValue(line.Id, out var last) && last.About == line.Charge ? line with { Verdict = last.Verdict } : line
            );
    }

    /// <summary>The order of the replay contract.</summary>
    private static IEnumerable<StatementLine> Ordered(IEnumerable<StatementLine> lines) =>
        lines
            .OrderBy(line => line.FirstAt)
            .ThenBy(line => line.Key.Clause, StringComparer.Ordinal)
            .ThenBy(line => line.Key.Subject, StringComparer.Ordinal)
            .ThenBy(line => line.Key.Case, StringComparer.Ordinal);
}
