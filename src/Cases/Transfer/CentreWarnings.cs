using System.Globalization;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

/// <summary>EG-7: tells whoever answers for a service centre, once, that its day is near. Safe to run twice.</summary>
internal sealed class CentreWarnings(Database database, OrganisationTree tree, RuleLibrary rules)
{
    public const string Kind = "centre.closing";
    private const string Dated = "yyyy-MM-dd";

    /// <summary>When a warning may first fall due.</summary>
    public static TimeOnly TimeOf(RuleLibrary rules, Instant now) => RuleAt(rules, now)?.Rule.At ?? TimeOnly.MinValue;

    /// <summary>Returns how many messages are new.</summary>
    public async Task<long> Put(Instant asOf, CancellationToken cancellation)
    {
        if (RuleAt(rules, asOf) is not { Rule.At: { } time } known)
        {
            return 0;
        }

        var messages = Warnings(known.Rule, known.Terms, time, asOf);
        return messages.Count == 0
            ? 0
            : await database.Writer.Write(
                session => messages.Count(message => Outbox.Put(session, message with { Parameters = Counted(session, message) }, asOf)),
                cancellation
            );
    }

    private List<NewMessage> Warnings(MessageRule rule, CentreTerms terms, TimeOnly time, Instant asOf)
    {
        using var session = database.Read();
        return
        [
            .. ServiceCentre
                .Open(session)
                .SelectMany(open =>
                    open.Centre.ClosesAt(terms) is { } closes && closes > asOf && WarnsAt(closes, terms, time) is var at && at <= asOf
                        ? Warnings(session, open.Centre.Place, open.Project, closes, at, rule)
                        : []
                ),
        ];
    }

    private IEnumerable<NewMessage> Warnings(Session session, string place, string project, Instant closes, Instant at, MessageRule rule)
    {
        var path = tree.UpFrom(place);
        var held = Assignments.At(session, path);
        var day = closes.Date.ToString(Dated, CultureInfo.InvariantCulture);
        return Enum.GetValues<Post>()
            .Where(post => rule.To.Contains(EnumCode.Of(post), StringComparer.Ordinal))
            .Select(post => held.HolderOf(post, "", path, at)?.StaffId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(person => new NewMessage
            {
                Kind = rule.Kind,
                Occurrence = $"{place} {day}",
                Person = person,
                Clause = rule.Clause,
                At = at,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["place"] = place,
                    ["project"] = project,
                    ["date"] = day,
                },
            });
    }

    /// <summary>With what is open at this moment.</summary>
    private Dictionary<string, string> Counted(Session session, NewMessage message) =>
        new(message.Parameters, StringComparer.Ordinal)
        {
            ["count"] = CentreCases.OpenOf(session, rules, message.Parameters["place"]).Count.ToString(CultureInfo.InvariantCulture),
        };

    private static Instant WarnsAt(Instant closes, CentreTerms terms, TimeOnly time) => Instant.At((closes - terms.WarnBefore).Date, time);

    private static (MessageRule Rule, CentreTerms Terms)? RuleAt(RuleLibrary rules, Instant at) =>
        rules.Books.Values.FirstOrDefault(book => book.Procedure == Procedure.Group)?.At(at) is { Group: { } group } version
        && version.Messages.TryGetValue(Kind, out var rule)
            ? (rule, group.ServiceCentre)
            : null;
}
