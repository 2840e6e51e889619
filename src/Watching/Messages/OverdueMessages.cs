using System.Globalization;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Messages;

/// <summary>
/// What is late in the ledgers, one message a day to each person who has to do something about it: who answers, who does an
/// agreed action, and who would close the entry. Run twice, it tells nobody twice.
/// </summary>
internal sealed class OverdueMessages(Database database, LedgerBook book, OrganisationTree tree)
{
    private const string Kind = "ledger.overdue";

    /// <summary>Lines in one message: the ledger shows the rest.</summary>
    private const int MostLines = 20;

    public async Task<long> Put(Instant asOf, CancellationToken cancellation)
    {
        if (asOf.TimeOfDay < book.RemindsAt)
        {
            return 0;
        }

        var told = Told(asOf);
        return told.Count == 0
            ? 0
            : await database.Writer.Write(
                session => (long)told.Count(each => Outbox.Put(session, MessageTo(each.Key, each.Value, asOf), asOf)),
                cancellation
            );
    }

    /// <summary>By person, what is late.</summary>
    private Dictionary<string, List<Late>> Told(Instant asOf)
    {
        using var session = database.Read();
        var told = new Dictionary<string, List<Late>>(StringComparer.Ordinal);
        foreach (var late in Overdue(session, asOf))
        {
            var holders = Holders.Of(session, tree, late.Entry.Place, asOf);
            foreach (var person in late.People.Concat(late.Roles.SelectMany(holders.With)).Distinct(StringComparer.Ordinal))
            {
                told.TryAdd(person, []);
                told[person].Add(late);
            }
        }

        return told;
    }

    private IEnumerable<Late> Overdue(Session session, Instant asOf) =>
        book
            .Ledgers.Values.Where(ledger => ledger.HasEnd)
            .SelectMany(ledger => EntrySql.Overdue(session, ledger, asOf))
            .Select(key => LedgerEntry.Fold(book, EventLog.Read(session, key)))
            .OfType<LedgerEntry>()
            .Select(entry => LateOf(entry, asOf));

    private static Late LateOf(LedgerEntry entry, Instant asOf)
    {
        var answerIsLate = entry.State == EntryState.Open && entry.DueAt < asOf;
        var actions = entry.Actions.Where(action => action.DoneAt is null && action.DueAt < asOf).ToList();
        var people = actions.Select(action => action.Responsible);
        return new Late(
            entry,
            actions.Select(action => action.DueAt).Append(entry.DueAt ?? Instant.Latest).Min(),
            [.. answerIsLate && entry.Responsible is { } person ? people.Append(person) : people],
            [.. entry.Ledger.CloseRoles, .. answerIsLate && entry.Responsible is null ? entry.Ledger.Answer!.Roles : []]
        );
    }

    private static NewMessage MessageTo(string person, List<Late> late, Instant asOf)
    {
        var date = asOf.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new NewMessage
        {
            Kind = Kind,
            Occurrence = date,
            Person = person,
            At = asOf,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["date"] = date,
                ["count"] = late.Count.ToString(CultureInfo.InvariantCulture),
                ["lines.zh"] = Lines(late, words => words.Zh),
                ["lines.en"] = Lines(late, words => words.En),
                [NewMessage.Path] = late.Count == 1 ? PageOf(late[0].Entry) : "/ledgers",
            },
        };
    }

    private static string Lines(List<Late> late, Func<Words, string> say)
    {
        var lines = late.Take(MostLines)
            .Select(each => $"{say(each.Entry.Ledger.Name)} {each.Entry.Key.CaseId} {LedgerEntry.TextOf(LedgerEntry.LastDay(each.Since))}");
        return string.Join('\n', late.Count > MostLines ? lines.Append("…") : lines);
    }

    private static string PageOf(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"/ledgers/{entry.Ledger.Code}/{entry.Key.CaseId}");

    /// <param name="Entry">Which; its place says whose posts are told.</param>
    /// <param name="Since">The first deadline that passed.</param>
    /// <param name="People">Who has to do something.</param>
    /// <param name="Roles">Who follows it up.</param>
    private sealed record Late(LedgerEntry Entry, Instant Since, IReadOnlyList<string> People, IReadOnlyList<string> Roles);
}
