using System.Globalization;
using Microsoft.EntityFrameworkCore;
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

        await using var db = database.Context();
        var told = new Dictionary<string, List<Late>>(StringComparer.Ordinal);
        foreach (var late in await Overdue(db, asOf, cancellation))
        {
            var holders = await Holders.Of(db, tree, late.Place, asOf, cancellation);
            foreach (var person in late.People.Concat(late.Roles.SelectMany(holders.With)).Distinct(StringComparer.Ordinal))
            {
                told.TryAdd(person, []);
                told[person].Add(late);
            }
        }

        return told.Count == 0
            ? 0
            : await database.Writer.Write(
                session => (long)told.Count(each => Outbox.Put(session, MessageTo(each.Key, each.Value, asOf), asOf)),
                cancellation
            );
    }

    private async Task<List<Late>> Overdue(Db db, Instant asOf, CancellationToken cancellation)
    {
        var found = new List<Late>();
        foreach (var ledger in book.Ledgers.Values.Where(each => each.HasEnd))
        {
            var rows = await db.Set<EntryRow>()
                .Where(row => row.Ledger == ledger.Code)
                .Overdue(db, asOf)
                .OrderBy(row => row.EntryId)
                .ToListAsync(cancellation);
            var ids = rows.Select(row => row.EntryId).ToList();
            var actions = await db.Set<ActionRow>()
                .Where(action => ids.Contains(action.EntryId) && action.DoneAt == null && action.DueAt < asOf)
                .ToListAsync(cancellation);
            found.AddRange(rows.Select(row => LateOf(ledger, row, [.. actions.Where(action => action.EntryId == row.EntryId)], asOf)));
        }

        return found;
    }

    private static Late LateOf(Ledger ledger, EntryRow row, List<ActionRow> actions, Instant asOf)
    {
        var answerIsLate = row.State == EntryState.Open && row.DueAt < asOf;
        var people = actions.Select(action => action.Responsible);
        return new Late(
            ledger,
            row.EntryId,
            row.Place,
            actions.Select(action => action.DueAt).Append(row.DueAt ?? Instant.Latest).Min(),
            [.. answerIsLate && row.Responsible is { } person ? people.Append(person) : people],
            [.. ledger.CloseRoles, .. answerIsLate && row.Responsible is null ? ledger.Answer!.Roles : []]
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
                [NewMessage.Path] = late.Count == 1 ? $"/ledgers/{late[0].Ledger.Code}/{late[0].Id}" : "/ledgers",
            },
        };
    }

    private static string Lines(List<Late> late, Func<Words, string> say)
    {
        var lines = late.Take(MostLines)
            .Select(each => $"{say(each.Ledger.Name)} {each.Id} {LedgerEntry.TextOf(LedgerEntry.LastDay(each.Since))}");
        return string.Join('\n', late.Count > MostLines ? lines.Append("…") : lines);
    }

    /// <param name="Ledger">Where.</param>
    /// <param name="Id">Which entry.</param>
    /// <param name="Place">Whose posts are told.</param>
    /// <param name="Since">The first deadline that passed.</param>
    /// <param name="People">Who has to do something.</param>
    /// <param name="Roles">Who follows it up.</param>
    private sealed record Late(
        Ledger Ledger,
        long Id,
        string Place,
        Instant Since,
        IReadOnlyList<string> People,
        IReadOnlyList<string> Roles
    );
}
