using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.Watching.Model;

/// <summary>
/// The ledgers' one way to write: an event of the log, its projection and the decisions it calls for, in one transaction.
/// </summary>
internal sealed class LedgerLog(Database database, LedgerBook book)
{
    /// <summary>A new entry; its number.</summary>
    public Task<long> Write(EventFields fields, string by, Holders holders, Instant now, CancellationToken cancellation) =>
        database.Writer.Write(
            session =>
            {
                var log = EventLog.Begin(session);
                var key = new CaseKey(now.Month.Index, log.NewCase());
                log.Append(key, CaseHead.None, fields.As(LedgerEntry.Written, by, now));
                var entry = Read(session, key)!;
                EntrySql.Keep(session, entry);
                Follow(session, log, null, entry, holders, now);
                log.Finish();
                return key.CaseId;
            },
            cancellation
        );

    /// <summary>Another event of an entry, unless the model refuses it or somebody was faster.</summary>
    /// <param name="ledger">The ledger's code.</param>
    /// <param name="id">The entry.</param>
    /// <param name="change">What is recorded, by whom, at which version.</param>
    /// <param name="decide">Why it cannot be; null when it can.</param>
    /// <param name="holders">Who hears of a decision it calls for.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public Task<Refusal?> Change(
        string ledger,
        long id,
        EntryChange change,
        Func<LedgerEntry, Refusal?> decide,
        Holders holders,
        Instant now,
        CancellationToken cancellation
    ) =>
        database.Writer.Write(
            session =>
            {
                if (EntrySql.KeyOf(session, ledger, id) is not { } key || Read(session, key) is not { } before)
                {
                    return Refusals.Stale;
                }

                var refusal = before.Version != change.Version ? Refusals.Stale : decide(before);
                if (refusal is not null)
                {
                    return refusal;
                }

                var log = EventLog.Begin(session);
                log.Append(key, new CaseHead(before.Version, before.Hash), change.Fields.As(change.Type, change.By, now));
                var after = Read(session, key)!;
                EntrySql.Keep(session, after);
                Follow(session, log, before, after, holders, now);
                log.Finish();
                return null;
            },
            cancellation
        );

    /// <summary>Empties the personal words of an entry or a decision for ever, its files too; returns how many events had words left.</summary>
    public Task<int> Erase(CaseKey key, Instant now, CancellationToken cancellation) =>
        database.Writer.Write(
            session =>
            {
                LogFiles.Erase(session, key, now);
                return EventLog.Erase(session, key, now.ToDateTimeOffset());
            },
            cancellation
        );

    public LedgerEntry? Read(Session session, CaseKey key) => LedgerEntry.Fold(book, EventLog.Read(session, key));

    /// <summary>Brings the register of decisions to what the person's entries of the month call for, before and after the change.</summary>
    private void Follow(WriteSession session, EventLog log, LedgerEntry? before, LedgerEntry after, Holders holders, Instant now)
    {
        if (after.Ledger.Proposals.Count == 0)
        {
            return;
        }

        var concerned = new[] { before, after }
            .Where(entry => entry?.Subject is not null)
            .Select(entry => (Subject: entry!.Subject!, Month: new Month(entry.Day.Year, entry.Day.Month)))
            .Distinct();
        foreach (var (subject, month) in concerned)
        {
            Follow(session, log, after, subject, month, holders, now);
        }
    }

    private void Follow(WriteSession session, EventLog log, LedgerEntry changed, string subject, Month month, Holders holders, Instant now)
    {
        var first = new DateOnly(month.Year, month.Number, 1);
        var entries = EntrySql
            .About(session, changed.Ledger.Code, subject, first, first.AddMonths(1))
            .Select(key => Read(session, key)!)
            .ToList();
        var called = Proposals.Of(changed.Ledger, entries, subject, month);
        foreach (var proposal in called.Where(each => DecisionSql.Of(session, each.Decision, each.Occurrence) is null))
        {
            Propose(session, log, Fields(proposal, changed, subject), holders, now);
        }

        // An entry that was corrected to another person or month is no longer among them: what it called for is withdrawn too.
        var possible = Proposals.Possible(changed.Ledger, [.. entries.Append(changed).DistinctBy(entry => entry.Key)], subject, month);
        foreach (var (decision, occurrence) in possible.Concat(OfThisEntry(changed, subject)).Distinct())
        {
            if (
                !called.Exists(each => each.Decision == decision && each.Occurrence == occurrence)
                && DecisionSql.Of(session, decision, occurrence) is { } key
            )
            {
                Withdraw(session, log, key, now);
            }
        }
    }

    private static IEnumerable<(string Decision, string Occurrence)> OfThisEntry(LedgerEntry changed, string subject) =>
        changed
            .Ledger.Proposals.Where(rule => rule.MoreThan is null)
            .Select(rule => (rule.Decision, string.Create(CultureInfo.InvariantCulture, $"entry:{changed.Key.CaseId}:{subject}")));

    private static EventFields Fields(Proposal proposal, LedgerEntry changed, string subject) =>
        new EventFields()
            .With(DecisionItem.DecisionName, proposal.Decision)
            .With(DecisionItem.SubjectName, subject)
            .With(DecisionItem.PlaceName, changed.Place)
            .With(DecisionItem.OccurrenceName, proposal.Occurrence)
            .With(DecisionItem.LedgerName, changed.Ledger.Code)
            .With(DecisionItem.EntryName, changed.Key.CaseId.ToString(CultureInfo.InvariantCulture))
            .With(DecisionItem.CountName, proposal.Count?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Brings the register of decisions to what the slowness of one case calls for; returns how many items changed.</summary>
    public long Follow(WriteSession session, EventLog log, SlowCase slow, Instant now)
    {
        var kept = DecisionSql.OfCase(session, slow.Kind.Code, slow.Case);
        var called = slow.Grounds.ToDictionary(slow.Occurrence, StringComparer.Ordinal);
        var missing = called.Where(each => !kept.Exists(item => item.Occurrence == each.Key)).ToList();
        foreach (var (occurrence, ground) in missing)
        {
            Propose(session, log, Fields(slow, occurrence, ground), slow.Holders, now);
        }

        return missing.Count + kept.Count(item => !called.ContainsKey(item.Occurrence) && Withdraw(session, log, item.Key, now));
    }

    private static EventFields Fields(SlowCase slow, string occurrence, Ground ground) =>
        new EventFields()
            .With(DecisionItem.DecisionName, slow.Kind.Code)
            .With(DecisionItem.SubjectName, ground.Subject)
            .With(DecisionItem.PlaceName, slow.Place)
            .With(DecisionItem.OccurrenceName, occurrence)
            .With(DecisionItem.CaseName, slow.Case)
            .With(DecisionItem.CauseName, EnumCode.Of(ground.Cause))
            .With(DecisionItem.DueName, ground.DueAt.ToString())
            .With(DecisionItem.EventsName, string.Join(',', ground.Events))
            .With(DecisionItem.SiblingName, ground.Sibling);

    /// <summary>Puts an item into the register and tells who decides it.</summary>
    public long Propose(WriteSession session, EventLog log, EventFields fields, Holders holders, Instant now, string? by = null)
    {
        var key = new CaseKey(now.Month.Index, log.NewCase());
        log.Append(key, CaseHead.None, fields.As(DecisionItem.Proposed, by, now));
        var item = Keep(session, key);
        foreach (var person in holders.With(item.Kind.Decider))
        {
            Outbox.Put(session, DecisionMessages.Proposed(item, person, now), now);
        }

        return key.CaseId;
    }

    /// <summary>Takes back what is no longer called for; not what somebody has decided.</summary>
    public bool Withdraw(WriteSession session, EventLog log, CaseKey key, Instant now)
    {
        var item = DecisionItem.Fold(book.Decisions, EventLog.Read(session, key))!;
        if (item.State != DecisionState.Proposed)
        {
            return false;
        }

        log.Append(key, new CaseHead(item.Version, item.Hash), new EventFields().As(DecisionItem.Withdrawn, null, now));
        Keep(session, key);
        return true;
    }

    /// <summary>Writes what somebody has decided, unless it was decided before, and tells the person concerned.</summary>
    public Task<Refusal?> Decide(
        long id,
        EntryChange change,
        Func<DecisionItem, Refusal?> decide,
        Instant now,
        CancellationToken cancellation
    ) =>
        database.Writer.Write(
            session =>
            {
                if (
                    DecisionSql.KeyOf(session, id) is not { } key
                    || DecisionItem.Fold(book.Decisions, EventLog.Read(session, key)) is not { } item
                )
                {
                    return Refusals.Stale;
                }

                if (decide(item) is { } refusal)
                {
                    return refusal;
                }

                var log = EventLog.Begin(session);
                log.Append(key, new CaseHead(item.Version, item.Hash), change.Fields.As(change.Type, change.By, now));
                log.Finish();
                var decided = Keep(session, key);
                if (decided.Praise is { } praise)
                {
                    Commendations.Keep(session, praise);
                }

                Outbox.Put(session, DecisionMessages.Ended(decided, now), now);
                return null;
            },
            cancellation
        );

    private DecisionItem Keep(WriteSession session, CaseKey key)
    {
        var item = DecisionItem.Fold(book.Decisions, EventLog.Read(session, key))!;
        DecisionSql.Keep(session, item);
        return item;
    }
}

/// <summary>One event on its way into an entry or a decision.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Fields">What it says.</param>
/// <param name="By">Who says it.</param>
/// <param name="Version">The number of events its writer has seen.</param>
internal sealed record EntryChange(string Type, EventFields Fields, string By, int Version);
