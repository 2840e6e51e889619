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
            foreach (var person in HoldersOf(session.Db, rule.To, now))
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
    public static IReadOnlyList<string> HoldersOf(Db db, IEnumerable<string> roles, Instant at)
    {
        var posts = Enum.GetValues<Post>().Where(post => roles.Contains(EnumCode.Of(post), StringComparer.Ordinal)).ToList();
        var seats = db.Set<Assignment>().Where(each => each.Place == Place.Group && posts.Contains(each.Post)).ToList();
        var ids = seats.ConvertAll(seat => seat.Id);
        var assignments = new Assignments(seats, db.Set<StandIn>().Where(each => ids.Contains(each.AssignmentId)).ToList());
        return
        [
            .. assignments
                .All.Where(seat => seat.HoldsAt(at))
                .Select(seat => assignments.ActingFor(seat, at).StaffId)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
