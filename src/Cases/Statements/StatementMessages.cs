using System.Globalization;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>What is told about statements, and to whom: the holders of the posts the rule book names, at the group.</summary>
internal static class StatementMessages
{
    /// <summary>Last month's draft is ready. The outbox keeps it once, however often this is asked.</summary>
    public static int Drafted(WriteSession session, MonthlyStatement statement, RuleLibrary rules, Instant now) =>
        Put(session, statement, rules, now, terms => terms.DraftNotice);

    public static int Delivered(WriteSession session, MonthlyStatement statement, RuleLibrary rules, Instant now) =>
        Put(session, statement, rules, now, terms => terms.DeliveryNotice);

    public static void ToldToPrograms(WriteSession session, MonthlyStatement statement, StatementRow row, Instant now) =>
        WebHooks.Put(
            session,
            WebHooks.StatementDelivered,
            "",
            statement.Month.ToString(),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["month"] = statement.Month.ToString(),
                ["number"] = statement.Number,
                ["sha256"] = Convert.ToHexStringLower(row.Seal),
                ["self"] = $"/api/v1/statements/{statement.Month}",
            },
            now
        );

    /// <summary>Whoever decides appeals is told of a new one; the reason stays on its page.</summary>
    public static void Appealed(WriteSession session, Month month, StatementLine line, AppealTerms terms, Me me, Instant now)
    {
        foreach (var person in HoldersOf(session, terms.Decide, now))
        {
            Outbox.Put(session, AboutLine("appeal.raised", month, line, terms.Clause, person, now, ("name", me.Name)), now);
        }
    }

    public static void AppealDecided(WriteSession session, Month month, StatementLine line, string clause, bool accepted, Instant now) =>
        Outbox.Put(session, AboutLine(accepted ? "appeal.accepted" : "appeal.rejected", month, line, clause, line.Key.Subject, now), now);

    private static NewMessage AboutLine(
        string kind,
        Month month,
        StatementLine line,
        string clause,
        string person,
        Instant now,
        params (string Name, string Value)[] more
    ) =>
        new()
        {
            Kind = kind,
            Occurrence = $"{month}/{line.Id}",
            Person = person,
            Clause = clause,
            At = now,
            Parameters = new Dictionary<string, string>(
                [
                    new("month", month.ToString()),
                    new("case", line.Key.Case),
                    new("clause", line.Key.Clause),
                    new(NewMessage.Path, $"/statements/{month}/lines/{line.Id}"),
                    .. more.Select(each => new KeyValuePair<string, string>(each.Name, each.Value)),
                ],
                StringComparer.Ordinal
            ),
        };

    private static int Put(
        WriteSession session,
        MonthlyStatement statement,
        RuleLibrary rules,
        Instant now,
        Func<GroupTerms, MessageRule> notice
    )
    {
        var told = 0;
        foreach (var rule in rules.Books.Values.Select(book => book.At(now).Group).OfType<GroupTerms>().Select(notice))
        {
            foreach (var person in HoldersOf(session, rule.To, now))
            {
                told += Outbox.Put(session, Message(statement, rule, person, now), now) ? 1 : 0;
            }
        }

        return told;
    }

    private static NewMessage Message(MonthlyStatement statement, MessageRule rule, string person, Instant now) =>
        new()
        {
            Kind = rule.Kind,
            Occurrence = statement.Month.ToString(),
            Person = person,
            Clause = rule.Clause,
            At = now,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["month"] = statement.Month.ToString(),
                ["lines"] = statement.Lines.Count.ToString(CultureInfo.InvariantCulture),
                ["people"] = statement.Totals().Count.ToString(CultureInfo.InvariantCulture),
                ["amount"] = Phrases.Money(statement.Totals().Sum(total => total.Amount)),
                [NewMessage.Path] = $"/statements/{statement.Month}",
            },
        };

    /// <summary>Whoever holds one of the posts at the group, or stands in; a role that is no post is nobody.</summary>
    public static IReadOnlyList<string> HoldersOf(Session session, IEnumerable<string> roles, Instant at)
    {
        var posts = Enum.GetValues<Post>().Where(post => roles.Contains(EnumCode.Of(post), StringComparer.Ordinal)).ToList();
        var assignments = Assignments.At(session, [Place.Group]);
        return
        [
            .. assignments
                .All.Where(seat => posts.Contains(seat.Post) && seat.HoldsAt(at))
                .Select(seat => assignments.ActingFor(seat, at).StaffId)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
