using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Opens cases, records what happens to them and keeps their projections: events, case, clocks and penalties are written
/// together or not at all.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="rules">The books and the calendar.</param>
/// <param name="context">Who holds the posts the penalties name, at the moment of asking.</param>
/// <param name="clock">What time it is.</param>
public sealed class CaseLog(Database database, RuleLibrary rules, Func<Context> context, TimeProvider clock)
{
    private const int SweepBatch = 200;

    public async Task<CaseAnswer> Open(NewCase request, CancellationToken cancellation = default) =>
        (await OpenMany([request], cancellation))[0];

    /// <summary>
    /// Many cases in one commit, in order; each is answered on its own. Reading and judging happen on the caller's thread,
    /// so that a caller who keeps two calls under way uses two cores. A few thousand cases a call is a good size.
    /// </summary>
    public async Task<IReadOnlyList<CaseAnswer>> OpenMany(IReadOnlyList<NewCase> requests, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var readers = new Dictionary<Procedure, EventReader>();
        var openings = new Opening[requests.Count];
        for (var i = 0; i < requests.Count; i++)
        {
            openings[i] = Prepare(requests[i], readers, now);
        }

        return await database.Writer.Write(session => Open(session, openings), cancellation);
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
        if (ProjectionSql.Find(session, request.Number) is not { } stored)
        {
            return Refuse(request.Number, Refusals.NoSuchCase(request.Number));
        }

        var rows = EventLog.Read(session, stored.Key);
        if (request.ExpectedVersion is { } expected && expected != rows.Count)
        {
            return Refuse(request.Number, Refusals.Stale(expected, rows.Count));
        }

        if (request.Events.Count == 0)
        {
            return Refuse(request.Number, Refusals.NothingHappened);
        }

        var now = clock.GetUtcNow();
        var book = rules.Books[stored.Rules];
        if (CaseDraft.Of(book, new EventReader(book.Procedure), request.Events, now, out var draft) is { } wrong)
        {
            return new CaseAnswer { Number = request.Number, Malformed = wrong };
        }

        List<CaseEvent> events = [.. Folding.Read(book, rows), .. draft!.Events];
        var (history, refusal, refusedAt) = CaseHistory.Fold(book, rules.Calendar, events);
        if (refusal is not null)
        {
            var late = refusedAt < rows.Count;
            return Refuse(request.Number, late ? Refusals.Conflict(draft.Events[0], events[refusedAt], refusal) : refusal);
        }

        var log = EventLog.Begin(session);
        var head = log.Append(stored.Key, new CaseHead(rows.Count, rows[^1].Hash), [.. draft.Entries]);
        log.Finish();
        var projection = Projection.Of(
            stored.Key,
            Particulars.Of(rows[0]),
            OpeningFacts.Of(rows[0].Data),
            history,
            head,
            Now(now, history),
            context()
        );
        ProjectionSql.Replace(session, projection);
        return Done(projection.Case);
    }

    /// <summary>One case with its words, judged at the given moment (default: now); null when there is none.</summary>
    public CaseFile? Load(string number, Instant? asOf = null)
    {
        using var session = database.Read();
        if (ProjectionSql.Find(session, number) is not { } stored)
        {
            return null;
        }

        var rows = EventLog.Read(session, stored.Key);
        var texts = EventLog.Texts(session, stored.Key).ToDictionary(text => text.Seq);
        var book = rules.Books[stored.Rules];
        var events = Folding.Read(book, rows);
        var history = Folding.Fold(book, rules.Calendar, events);
        var about = Particulars.Of(rows[0]);
        var opening = OpeningFacts.Of(rows[0].Data);
        return new CaseFile(number, book.Name, rows.Count, history.Judge(asOf ?? Now(clock.GetUtcNow(), history), context()))
        {
            Book = book,
            Project = about.Project ?? opening.Project,
            Kind = about.Kind,
            Customer = CustomerOf(about, texts.GetValueOrDefault(1)),
            Source = about.Source,
            Reference = about.Reference,
            Events = [.. CaseHistory.JudgedOrder(events).Select(i => Recorded(book, rows[i], texts.GetValueOrDefault(rows[i].Seq)))],
            History = history,
        };
    }

    /// <summary>Empties the personal text of a case for ever; figures do not change. Returns how many events had words left.</summary>
    public Task<int> Erase(string number, CancellationToken cancellation = default) =>
        database.Writer.Write(
            session => ProjectionSql.Find(session, number) is { } stored ? EventLog.Erase(session, stored.Key, clock.GetUtcNow()) : 0,
            cancellation
        );

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
            var rows = EventLog.Read(session, stored.Key);
            var book = rules.Books[stored.Rules];
            var history = Folding.Fold(book, rules.Calendar, Folding.Read(book, rows));
            var until = Instant.Max(asOf, history.State.LastAt);
            var head = new CaseHead(rows.Count, rows[^1].Hash);
            ProjectionSql.Replace(
                session,
                Projection.Of(stored.Key, Particulars.Of(rows[0]), OpeningFacts.Of(rows[0].Data), history, head, until, context())
            );
        }

        return batch;
    }

    private Opening Prepare(NewCase request, Dictionary<Procedure, EventReader> readers, DateTimeOffset now)
    {
        if (!rules.Books.TryGetValue(request.Rules, out var book))
        {
            return Opening.Wrong(request, new CaseAnswer { Refusal = Refusals.NoSuchBook(request.Rules) });
        }

        if (!readers.TryGetValue(book.Procedure, out var reader))
        {
            reader = new EventReader(book.Procedure);
            readers.Add(book.Procedure, reader);
        }

        if (CaseDraft.Of(book, reader, request.Events, now, out var draft) is { } wrong)
        {
            return Opening.Wrong(request, new CaseAnswer { Malformed = wrong });
        }

        var (history, refusal, _) = CaseHistory.Fold(book, rules.Calendar, draft!.Events);
        refusal ??= request.Events.Count == 0 ? Refusals.NothingHappened : null;
        return refusal is not null
            ? Opening.Wrong(request, new CaseAnswer { Refusal = refusal })
            : new Opening(request, null, draft, history, OpeningFacts.Of(draft.Entries[0].Data), Now(now, history));
    }

    private CaseAnswer[] Open(WriteSession session, Opening[] openings)
    {
        var log = EventLog.Begin(session);
        var numbers = new CaseNumbers(session);
        var holders = context();
        var answers = new CaseAnswer[openings.Length];
        for (var i = 0; i < openings.Length; i++)
        {
            answers[i] = openings[i].Answer ?? Open(session, log, numbers, openings[i], holders);
        }

        numbers.Keep();
        log.Finish();
        return answers;
    }

    private static CaseAnswer Open(WriteSession session, EventLog log, CaseNumbers numbers, Opening opening, Context holders)
    {
        var request = opening.Request;
        if (
            request.Source is { } source
            && request.Reference is { } reference
            && ProjectionSql.Find(session, source, reference) is { } there
        )
        {
            return new CaseAnswer
            {
                Number = there.Number,
                Version = there.Version,
                State = EnumCode.Parse<CaseStage>(there.State),
                AlreadyThere = true,
            };
        }

        var openedAt = opening.History!.State.OpenedAt;
        var entries = opening.Draft!.Entries.ToArray();
        var seal = entries[0].Seal!;
        var about = new Particulars
        {
            Number = numbers.Next(request.Project ?? opening.Facts!.Project, openedAt.Date.Year),
            Rules = opening.Draft.Book.Name,
            Project = request.Project,
            Kind = request.Kind,
            Source = request.Source,
            Reference = request.Reference,
            CustomerName = request.Customer?.Name is { } name ? seal.Digest(Particulars.CustomerNameField, name) : null,
            CustomerPhone = request.Customer?.Phone is { } phone ? seal.Digest(Particulars.CustomerPhoneField, phone) : null,
        };
        entries[0] = entries[0] with { About = about.ToJson() };
        var key = new CaseKey(openedAt.Month.Index, log.NewCase());
        var head = log.Append(key, CaseHead.None, entries);
        var projection = Projection.Of(key, about, opening.Facts!, opening.History, head, opening.Until, holders);
        ProjectionSql.Insert(session, projection);
        return Done(projection.Case);
    }

    /// <summary>Now, or the last event when a clock ran ahead: a projection never leaves an event out.</summary>
    private static Instant Now(DateTimeOffset now, CaseHistory history) => Instant.Max(Instant.From(now), history.State.LastAt);

    private static CaseAnswer Done(CaseRow row) =>
        new()
        {
            Number = row.Number,
            Version = row.Version,
            State = row.State,
        };

    private static CaseAnswer Refuse(string number, Refusal refusal) => new() { Number = number, Refusal = refusal };

    private static RecordedEvent Recorded(RuleBook book, LogEvent row, LogText? text)
    {
        var type = Folding.TypeOf(row);
        var words = text?.Text is { } json ? TextSeal.Open(json) : null;
        var data = EventText.Open(EventVocabulary.Of(book.Procedure).Find(type)!, row.Data, words);
        return new RecordedEvent(
            row.Seq,
            type,
            Instant.From(row.At),
            row.ReceivedAt,
            row.RecordedAt,
            row.DeviceAt,
            row.By,
            data,
            text is { ErasedAt: not null }
        );
    }

    private static Customer? CustomerOf(Particulars about, LogText? text)
    {
        if (about is { CustomerName: null, CustomerPhone: null })
        {
            return null;
        }

        var words = text?.Text is { } json ? TextSeal.Open(json) : [];
        return new Customer(
            words.GetValueOrDefault(Particulars.CustomerNameField),
            words.GetValueOrDefault(Particulars.CustomerPhoneField)
        );
    }

    private sealed record Opening(
        NewCase Request,
        CaseAnswer? Answer,
        CaseDraft? Draft,
        CaseHistory? History,
        OpeningFacts? Facts,
        Instant Until
    )
    {
        public static Opening Wrong(NewCase request, CaseAnswer answer) => new(request, answer, null, null, null, default);
    }
}
