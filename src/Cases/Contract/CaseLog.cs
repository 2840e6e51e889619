using System.Collections.Concurrent;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Claims;
using Shouwen.Cases.Messages;
using Shouwen.Cases.Model;
using Shouwen.Cases.Owners;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Opens cases, records what happens to them and keeps their projections: events, case, clocks, penalties and the messages
/// that have fallen due are written together or not at all.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="rules">The books and the calendar.</param>
/// <param name="context">Who holds the posts the penalties name, at the moment of asking.</param>
/// <param name="clock">What time it is.</param>
/// <param name="above">A project and the places above it: whose book governs a new case there (EG-41). Null: the one asked for.</param>
public sealed class CaseLog(
    Database database,
    RuleLibrary rules,
    Func<Context> context,
    TimeProvider clock,
    Func<string, IReadOnlyList<string>>? above = null
)
{
    private const int SweepBatch = 200;

    /// <summary>A reader keeps what it has learnt of ids; each thread borrows one.</summary>
    private readonly ConcurrentBag<EventReaders> idleReaders = [];

    public async Task<CaseAnswer> Open(NewCase request, CancellationToken cancellation = default) =>
        (await OpenMany([request], cancellation))[0];

    /// <summary>
    /// Many cases in one commit, in order; each is answered on its own. Reading and judging happen on the caller's thread,
    /// so that a caller who keeps two calls under way uses two cores. A few thousand cases a call is a good size.
    /// </summary>
    public async Task<IReadOnlyList<CaseAnswer>> OpenMany(IReadOnlyList<NewCase> requests, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var holders = context();
        var readers = new EventReaders();
        Opening[] openings = [.. requests.Select(request => Opening.Prepare(request, rules, above, readers, holders, now))];
        return await database.Writer.Write(session => Open(session, openings), cancellation);
    }

    /// <summary>Reads and judges a case about to be opened, on the caller's thread.</summary>
    internal Opening Prepare(NewCase request)
    {
        var readers = idleReaders.TryTake(out var idle) ? idle : new EventReaders();
        var opening = Opening.Prepare(request, rules, above, readers, context(), clock.GetUtcNow());
        idleReaders.Add(readers);
        return opening;
    }

    /// <summary>Opens it inside a request of the caller's own.</summary>
    internal static CaseAnswer Open(WriteSession session, Opening opening) => Open(session, [opening])[0];

    /// <summary>The same for who has prepared nothing: read and judged where only writing should happen, so for single cases.</summary>
    public CaseAnswer Open(WriteSession session, NewCase request) => Open(session, Prepare(request));

    /// <summary>
    /// Notes facts beside the events, inside a request of the caller's own: <c>NewRecord.Of("cooperation.refused", now,
    /// me.StaffId, json)</c>. Nothing is judged by them; they lie in the log as events do, their words erasable. Roles are the
    /// caller's to ask for.
    /// </summary>
    public CaseAnswer Record(WriteSession session, string number, params IReadOnlyList<NewRecord> records) =>
        Append(session, new AppendRequest(number, []) { Records = records });

    /// <summary>What was noted of a case beside its events, in the order of recording; nothing when it is out of scope.</summary>
    public static IReadOnlyList<CaseRecord> Records(Session session, string number, Scope scope)
    {
        if (ProjectionSql.Find(session, number, scope) is not { } found)
        {
            return [];
        }

        var texts = EventLog.Texts(session, found.Key).ToDictionary(text => text.Seq);
        return
        [
            .. EventLog.Read(session, found.Key).Where(RecordRow.Is).Select(row => RecordRow.Read(row, texts.GetValueOrDefault(row.Seq))),
        ];
    }

    /// <summary>
    /// Says something of two cases in the logs of both, in the order given, inside a request of the caller's own. Both were found
    /// fit for it before; a log that takes it not undoes the request.
    /// </summary>
    internal void Tie(WriteSession session, string record, Me me, Instant now, params ReadOnlySpan<(string Field, string? Number)> ends)
    {
        var data = FlatJson.Bytes(ends);
        foreach (var (_, number) in ends)
        {
            var request = new AppendRequest(number!, [])
            {
                OfItself = true,
                Scope = me.Scope,
                Records = [new NewRecord(record, now, me.StaffId, data)],
            };
            var answer = Append(session, request);
            if (!answer.Done)
            {
                throw new InvalidOperationException(
                    $"{record} of {number}: {answer.Refusal?.Sentence.En ?? "not declared by its rule book"}"
                );
            }
        }
    }

    /// <summary>Records events of one case.</summary>
    public Task<CaseAnswer> Append(AppendRequest request, CancellationToken cancellation = default) =>
        database.Writer.Write(session => Append(session, request), cancellation);

    /// <summary>
    /// The same inside a request of the caller's own, so that other rows stand or fall with it. The whole case must stay
    /// legal in judged order: a late event is folded in where it belongs, and refused if what was recorded before would
    /// not have been possible then.
    /// </summary>
    public CaseAnswer Append(WriteSession session, AppendRequest request)
    {
        var stored = request.OfItself
            ? ProjectionSql.FindItself(session, request.Number, request.Scope)
            : ProjectionSql.Find(session, request.Number, request.Scope);
        if (stored is not { } found)
        {
            return Refuse(request.Number, Refusals.NoSuchCase(request.Number));
        }

        var rows = EventLog.Read(session, found.Key);
        if (Unwanted(request, rows.Count) is { } unwanted)
        {
            return Refuse(request.Number, unwanted);
        }

        var now = clock.GetUtcNow();
        var book = rules.Books[found.Rules];
        var malformed = CaseDraft.Of(book, new EventReader(book.Procedure), request.Events, now, out var draft);
        var faults = RecordDraft.Of(book, request.Records, now, out var records);
        if (malformed is not null || faults.Count > 0)
        {
            return new CaseAnswer
            {
                Number = request.Number,
                Malformed = malformed,
                RecordFaults = faults,
            };
        }

        var (history, refusal) = Decide(request, book, rows, draft!, records!);
        refusal ??= Grouping.WhyNotClose(
            session,
            book.At(Instant.From(now)),
            found.Number,
            draft!.Events.Select(happened => happened.Type)
        );
        var relations = Relations.Of(found.Number, rows);
        refusal ??= relations.WhyNot(request.Records);
        if (refusal is not null)
        {
            return Refuse(request.Number, refusal);
        }

        var first = rows.Count + 1;
        var log = EventLog.Begin(session);
        var head = log.Append(found.Key, new CaseHead(rows.Count, rows[^1].Hash), [.. draft!.Entries, .. records!.Entries(first)]);
        log.Finish();
        rows = request.Records.Count == 0 && !relations.WaitsForDesk ? rows : EventLog.Read(session, found.Key);
        var kept = Keep(session, found.Key, rows, history, head, Projection.Now(now, history)).Case;
        var numbered = request.Records.Select((record, place) => (first + request.Events.Count + place, record));
        RecordMessages.Put(session, history, kept, numbered, context());
        CaseHooks.Recorded(session, kept, draft.Events, request.Records, Instant.From(now));
        MatterMessages.Put(session, book.At(Instant.From(now)), kept, Instant.From(now));
        return kept.Answer() with { FirstSeq = first };
    }

    private static Refusal? Unwanted(AppendRequest request, int version) =>
        request.ExpectedVersion is { } expected && expected != version ? Refusals.Stale(expected, version)
        : request.Events.Count + request.Records.Count == 0 ? Refusals.NothingHappened
        : null;

    private (CaseHistory History, Refusal? Refusal) Decide(
        AppendRequest request,
        RuleBook book,
        List<LogEvent> rows,
        CaseDraft draft,
        RecordDraft records
    )
    {
        var stored = Folding.Read(book, rows);
        List<CaseEvent> events = [.. stored, .. draft.Events];
        var (history, refusal, refusedAt) = CaseHistory.Fold(book, rules.Calendar, events);
        if (refusal is not null && refusedAt < stored.Count && draft.Events.Count > 0)
        {
            refusal = Refusals.Conflict(draft.Events[0], events[refusedAt], refusal);
        }

        return (
            history,
            request.Guard?.Invoke(book, stored)
                ?? ClaimGate.WhyNot(request, book.At(Instant.From(clock.GetUtcNow())), stored, rows, Instant.From(clock.GetUtcNow()))
                ?? (request.Versions?.Accepts(rows.Count) == false ? Refusals.Stale(rows.Count) : null)
                ?? refusal
                ?? records.WhyNot(history, [.. rows.Where(row => !RecordRow.Is(row)).Select(row => row.Seq)])
        );
    }

    /// <summary>
    /// Runs what opens very many cases. The first cases of a database come in without the indexes that serve reading; those
    /// are made afterwards, whatever becomes of the work.
    /// </summary>
    public async Task Fill(Func<Task> work, CancellationToken cancellation = default)
    {
        if (!await database.Writer.Write(ProjectionSql.PostponeIndexes, cancellation))
        {
            await work();
            return;
        }

        try
        {
            await work();
        }
        finally
        {
            await database.MakePostponedIndexes();
        }
    }

    /// <summary>Whether anything was ever recorded.</summary>
    public static bool Any(Database database)
    {
        using var session = database.Read();
        return ProjectionSql.Any(session);
    }

    /// <summary>The book of a case, null when there is none for this person: asked before anything else that was sent is looked at.</summary>
    internal RuleBook? BookOf(Me me, string number)
    {
        using var session = database.Read();
        return ProjectionSql.Find(session, number, me.Scope) is { } found ? rules.Books[found.Rules] : null;
    }

    /// <summary>Scope before find: a case that the person may not see is not there.</summary>
    public CaseFile? Load(Me me, string number, Instant? asOf = null)
    {
        var now = Instant.From(clock.GetUtcNow());
        return Load(me.Scope, number, asOf) is { } file
            ? file with
            {
                Records = [.. file.Records.Where(record => me.MaySee(record, file.Book.At(now), now))],
            }
            : null;
    }

    /// <summary>One case with its words, judged at the given moment (default: now); null when there is none.</summary>
    public CaseFile? Load(string number, Instant? asOf = null) => Load(Scope.WholeGroup, number, asOf);

    /// <summary>A merged case as it ended; null when the number is that of no merged case in scope.</summary>
    internal CaseFile? LoadMerged(Me me, string number) => LoadMerged(me.Scope, number);

    internal CaseFile? LoadMerged(string number) => LoadMerged(Scope.WholeGroup, number);

    /// <summary>The case of this very number, merged or not: what it was charged stands under its own number for ever.</summary>
    internal CaseFile? LoadItself(string number) => LoadMerged(number) ?? Load(number);

    private CaseFile? LoadMerged(Scope scope, string number)
    {
        using var session = database.Read();
        return
            RelatedCase.Itself(session, number, scope) is { MergedInto: not null }
            && ProjectionSql.FindItself(session, number, scope) is { } stored
            ? Open(session, stored, null)
            : null;
    }

    private CaseFile? Load(Scope scope, string number, Instant? asOf)
    {
        using var session = database.Read();
        return ProjectionSql.Find(session, number, scope) is { } stored ? Open(session, stored, asOf) : null;
    }

    private CaseFile Open(ReadSession session, StoredCase stored, Instant? asOf)
    {
        var rows = EventLog.Read(session, stored.Key);
        var relations = Relations.Of(stored.Number, rows);
        var whole = new WholeCase(rules.Books[stored.Rules], rows, EventLog.Texts(session, stored.Key));
        return whole.Open(
            stored.Number,
            rules.Calendar,
            history => history.Judge(Projection.At(asOf ?? Projection.Now(clock.GetUtcNow(), history), relations, history), context())
        ) with
        {
            Relations = relations,
        };
    }

    /// <summary>Empties the personal text of a case for ever, its files too; figures do not change. Returns how many events had words left.</summary>
    public Task<int> Erase(string number, CancellationToken cancellation = default) =>
        database.Writer.Write(
            session => ProjectionSql.FindItself(session, number, Scope.WholeGroup) is { } stored ? Erase(session, stored.Key) : 0,
            cancellation
        );

    private int Erase(WriteSession session, CaseKey key)
    {
        var left = EventLog.Erase(session, key, clock.GetUtcNow());
        CaseIndex.Forget(session, key);
        AttachmentSql.Erase(session, key.CaseId, Instant.From(clock.GetUtcNow()));
        CaseLinks.Revoke(session, key.CaseId, Instant.From(clock.GetUtcNow()));
        return left;
    }

    /// <summary>
    /// Refolds the cases whose clocks or charges have moved without an event by the given moment. Safe to run twice and
    /// beside other writers; returns how many were refolded.
    /// </summary>
    public async Task<int> Sweep(Instant asOf, CancellationToken cancellation = default)
    {
        var refolded = 0;
        var (after, afterCase) = (long.MinValue, 0L);
        while (true)
        {
            var batch = await database.Writer.Write(session => Refold(session, asOf, after, afterCase), cancellation);
            if (batch.Count == 0)
            {
                return refolded;
            }

            refolded += batch.Count;
            (after, afterCase) = (batch[^1].ChangesAt, batch[^1].Case.Key.CaseId);
        }
    }

    private List<(StoredCase Case, long ChangesAt)> Refold(WriteSession session, Instant asOf, long after, long afterCase)
    {
        var batch = ProjectionSql.OutOfDate(session, asOf.Micros, after, afterCase, SweepBatch);
        foreach (var (stored, _) in batch)
        {
            Refold(session, stored, asOf);
        }

        return batch;
    }

    private void Refold(WriteSession session, StoredCase stored, Instant asOf)
    {
        var rows = EventLog.Read(session, stored.Key);
        if (rows.Count == 0 || !rules.Books.TryGetValue(stored.Rules, out var book))
        {
            return;
        }

        try
        {
            var history = Folding.Fold(book, rules.Calendar, Folding.Read(book, rows));
            Keep(session, stored.Key, rows, history, new CaseHead(rows.Count, rows[^1].Hash), Instant.Max(asOf, history.State.LastAt));
        }
        catch (UnreadableEventException)
        {
            // One case that was tampered with must not stop the clocks of all others; verify names it.
        }
    }

    private Projection Keep(WriteSession session, CaseKey key, List<LogEvent> rows, CaseHistory history, CaseHead head, Instant until)
    {
        var about = Particulars.Of(rows[0]);
        var relations = Relations.Of(about.Number, rows);
        until = Projection.At(until, relations, history);
        var judgement = history.Judge(until, context());
        var projection = Projection.Of(key, about, OpeningFacts.Of(rows[0].Data), relations, history, head, until, judgement);
        ProjectionSql.Replace(session, projection);
        ClaimSql.Replace(session, key, history, judgement);
        CaseMessages.Put(session, history.Book, projection, judgement, until);
        return projection;
    }

    private static CaseAnswer[] Open(WriteSession session, Opening[] openings)
    {
        var log = EventLog.Begin(session);
        var numbers = new CaseNumbers(session);
        CaseAnswer[] answers = [.. openings.Select(opening => opening.Write(session, log, numbers))];
        numbers.Keep();
        log.Finish();
        return answers;
    }

    private static CaseAnswer Refuse(string number, Refusal refusal) => new() { Number = number, Refusal = refusal };
}
