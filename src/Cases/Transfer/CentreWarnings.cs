using System.Globalization;
using Microsoft.EntityFrameworkCore;
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

        await using var db = database.Context();
        var open = await db.Set<ServiceCentre>().AsNoTracking().Where(each => each.ClosedAt == null).ToListAsync(cancellation);
        var messages = new List<NewMessage>();
        foreach (var centre in open)
        {
            if (centre.ClosesAt(known.Terms) is { } closes && closes > asOf && WarnsAt(closes, known.Terms, time) is var at && at <= asOf)
            {
                messages.AddRange(await Warnings(db, centre, closes, at, known.Rule, cancellation));
            }
        }

        return messages.Count == 0
            ? 0
            : await database.Writer.Write(
                session => messages.Count(message => Outbox.Put(session, message with { Parameters = Counted(session, message) }, asOf)),
                cancellation
            );
    }

    private async Task<IEnumerable<NewMessage>> Warnings(
        Db db,
        ServiceCentre centre,
        Instant closes,
        Instant at,
        MessageRule rule,
        CancellationToken cancellation
    )
    {
        var path = tree.UpFrom(centre.Place);
        var held = await Assignments.At(db, path, cancellation);
        var name = await db.Set<Place>().Where(place => place.Id == centre.Place).Select(place => place.Name).FirstAsync(cancellation);
        var day = closes.Date.ToString(Dated, CultureInfo.InvariantCulture);
        return Enum.GetValues<Post>()
            .Where(post => rule.To.Contains(EnumCode.Of(post), StringComparer.Ordinal))
            .Select(post => held.HolderOf(post, "", path, at)?.StaffId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(person => new NewMessage
            {
                Kind = rule.Kind,
                Occurrence = $"{centre.Place} {day}",
                Person = person,
                Clause = rule.Clause,
                At = at,
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["place"] = centre.Place,
                    ["project"] = name,
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
