using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>
/// The lists of EG-26 and EG-30, one message a day each: what is slow or overdue to the deputy general manager, what is
/// seriously overdue, major, group or common to the general manager. Read from the projections, after they were brought up
/// to the moment. Nothing to list, nothing sent.
/// </summary>
internal sealed class DailyLists(Database database, CaseLog log, RuleLibrary rules, PostHolders posts)
{
    public const string Slow = "daily.slow";
    public const string Serious = "daily.serious";

    /// <summary>Lines in one message: the register shows the rest.</summary>
    private const int MostLines = 20;

    private const string OpenOrders =
        "SELECT c.number, c.unit, c.nature, r.due_at,"
        + " EXISTS (SELECT 1 FROM case_clock p WHERE p.case_id = c.case_id AND p.clock = 'progress' AND p.stopped_at IS NULL"
        + " AND p.due_at > @since AND p.due_at < @now)"
        + " FROM cases c LEFT JOIN case_clock r ON r.case_id = c.case_id AND r.clock = 'resolve' AND r.cycle = c.cycle"
        + " AND r.stopped_at IS NULL AND r.ended_at IS NULL"
        + " WHERE c.closed_at IS NULL AND c.rules = @rules ORDER BY r.due_at IS NULL, r.due_at, c.case_id";

    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>When a list may first fall due; before its own time of day nothing is sent.</summary>
    public static TimeOnly EarliestTime(RuleLibrary rules, Instant now) =>
        BooksWithLists(rules).SelectMany(book => RulesOf(book.At(now))).Select(rule => rule.At!.Value).DefaultIfEmpty().Min();

    /// <summary>Returns how many messages are new.</summary>
    public async Task<long> Put(Instant asOf, CancellationToken cancellation)
    {
        var due = BooksWithLists(rules)
            .SelectMany(book => RulesOf(book.At(asOf)).Select(rule => (Book: book, Rule: rule)))
            .Where(each => each.Rule.At <= asOf.TimeOfDay)
            .ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        await log.Sweep(asOf, cancellation);
        var holders = posts.Now();
        return await database.Writer.Write(session => due.Sum(each => Put(session, each.Book, each.Rule, holders, asOf)), cancellation);
    }

    private static long Put(WriteSession session, RuleBook book, MessageRule rule, Context holders, Instant asOf)
    {
        var at = Instant.At(asOf.Date, rule.At!.Value);
        var listed = session
            .Query(OpenOrders, OpenOrder.Read, (at - OneDay).Micros, at.Micros, book.Name)
            .Where(order => rule.Kind == Slow ? order.IsSlow || order.IsOverdue(at) : order.IsSerious(at, book.At(at)))
            .ToList();
        if (listed.Count == 0)
        {
            return 0;
        }

        var date = asOf.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["date"] = date,
            ["count"] = listed.Count.ToString(CultureInfo.InvariantCulture),
            ["lines.zh"] = Lines(listed, book.At(at), at, words => words.Zh),
            ["lines.en"] = Lines(listed, book.At(at), at, words => words.En),
        };
        return rule
            .To.Select(role => Holder(role, holders, at))
            .Count(person =>
                Outbox.Put(
                    session,
                    new NewMessage
                    {
                        Kind = rule.Kind,
                        Occurrence = date,
                        Person = person,
                        Clause = rule.Clause,
                        At = at,
                        Parameters = parameters,
                    },
                    asOf
                )
            );
    }

    private static string Lines(List<OpenOrder> orders, RuleVersion version, Instant at, Func<Words, string> say)
    {
        var lines = orders.Take(MostLines).Select(order => order.Line(version, at, say));
        return string.Join('\n', orders.Count > MostLines ? lines.Append("…") : lines);
    }

    /// <summary>Whoever holds the post now; a role without one place in the group is its own name.</summary>
    private static string Holder(string role, Context holders, Instant at) =>
        role switch
        {
            "deputyManager" => holders.DeputyManager.At(at),
            "generalManager" => holders.GeneralManager.At(at),
            _ => role,
        };

    private static IEnumerable<RuleBook> BooksWithLists(RuleLibrary rules) =>
        rules.Books.Values.Where(book => book.Latest.Messages.ContainsKey(Slow)).OrderBy(book => book.Name, StringComparer.Ordinal);

    private static IEnumerable<MessageRule> RulesOf(RuleVersion version) =>
        new[] { version.Messages[Slow], version.Messages[Serious] }.Where(rule => rule.At is not null);

    /// <param name="Number">The case.</param>
    /// <param name="Unit">Its home.</param>
    /// <param name="Nature">Ordinary or not.</param>
    /// <param name="DueAt">When it is to be resolved; null while no order was issued or an application is pending.</param>
    /// <param name="IsSlow">The progress of the last required time of day is missing.</param>
    private sealed record OpenOrder(string Number, string? Unit, CaseNature Nature, Instant? DueAt, bool IsSlow)
    {
        public static OpenOrder Read(Row row) =>
            new(
                row.Text(0),
                row.TextOrNull(1),
                EnumCode.Parse<CaseNature>(row.Text(2)),
                row.IsNull(3) ? null : Instant.FromMicros(row.Long(3)),
                row.Int(4) == 1
            );

        public bool IsOverdue(Instant at) => DueAt < at;

        public bool IsSerious(Instant at, RuleVersion version) =>
            Nature != CaseNature.Ordinary || (version.Group is { } group && DueAt + group.SeriouslyOverdue.MoreThan < at);

        public string Line(RuleVersion version, Instant at, Func<Words, string> say)
        {
            string?[] parts =
            [
                Number,
                Unit,
                Nature == CaseNature.Ordinary ? null : say(version.Terms["natures"][EnumCode.Of(Nature)]),
                DueAt is { } due && due < at ? say(Phrases.Overdue(due, at)) : null,
                IsSlow ? say(MessageWords.NoProgress) : null,
            ];
            return string.Join(' ', parts.Where(part => part is not null));
        }
    }
}
