using Shouwen.Cases.Claims;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Messages;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// A case about to be opened, read, folded and judged; or the answer why not. Everything is ready before the writer gets
/// it, so that the writer does nothing but write.
/// </summary>
internal sealed record Opening(NewCase Request)
{
    /// <summary>Set when the case cannot be opened.</summary>
    public CaseAnswer? Answer { get; private init; }
    private CaseDraft? Draft { get; init; }
    private CaseHistory? History { get; init; }
    private Judgement? Judgement { get; init; }
    private OpeningFacts? Facts { get; init; }
    private Instant Until { get; init; }
    private string? CustomerName { get; init; }
    private string? CustomerPhone { get; init; }

    /// <param name="request">What is asked.</param>
    /// <param name="rules">The books and the calendar.</param>
    /// <param name="above">A project and the places above it; null where places are not looked at.</param>
    /// <param name="readers">Of this thread.</param>
    /// <param name="context">Who holds the posts.</param>
    /// <param name="now">When.</param>
    public static Opening Prepare(
        NewCase request,
        RuleLibrary rules,
        Func<string, IReadOnlyList<string>>? above,
        EventReaders readers,
        Context context,
        DateTimeOffset now
    )
    {
        if (!rules.Books.TryGetValue(request.Rules, out var book))
        {
            return Wrong(request, new CaseAnswer { Refusal = Refusals.NoSuchBook(request.Rules) });
        }

        if (CaseDraft.Of(book, readers.Of(book.Procedure), request.Events, now, out var draft) is { } malformed)
        {
            return Wrong(request, new CaseAnswer { Malformed = malformed });
        }

        if (above is not null && draft!.Events.Count > 0)
        {
            // EG-41: the place has the last word on the book; the same procedure reads the same events.
            var project = request.Project ?? OpeningFacts.Of(draft.Entries[0].Data).Project;
            book = rules.Governing(book, project is null ? [] : above(project), draft.Events[0].At);
            draft = draft with { Book = book };
        }

        var (history, refusal, _) = CaseHistory.Fold(book, rules.Calendar, draft!.Events);
        refusal ??= request.Events.Count == 0 ? Refusals.NothingHappened : null;
        if (refusal is not null)
        {
            return Wrong(request, new CaseAnswer { Refusal = refusal });
        }

        var until = Projection.Now(now, history);
        var seal = draft.Entries[0].Seal!;
        var opening = new Opening(request)
        {
            Draft = draft,
            History = history,
            Judgement = history.Judge(until, context),
            Facts = OpeningFacts.Of(draft.Entries[0].Data),
            Until = until,
            CustomerName = request.Customer?.Name is { } name ? seal.Digest(Particulars.CustomerNameField, name) : null,
            CustomerPhone = request.Customer?.Phone is { } phone ? seal.Digest(Particulars.CustomerPhoneField, phone) : null,
        };
        foreach (var entry in draft.Entries)
        {
            entry.Seal!.Close();
        }

        return opening;
    }

    public CaseAnswer Write(WriteSession session, EventLog log, CaseNumbers numbers)
    {
        if (Answer is not null)
        {
            return Answer;
        }

        if (
            Request.Source is { } source
            && Request.Reference is { } reference
            && ProjectionSql.Find(session, source, reference) is { } there
        )
        {
            return there;
        }

        var openedAt = History!.State.OpenedAt;
        var about = new Particulars
        {
            Number = numbers.Next(Request.Project ?? Facts!.Project, openedAt.Date.Year),
            Rules = Draft!.Book.Name,
            Project = Request.Project,
            Kind = Request.Kind,
            Source = Request.Source,
            Reference = Request.Reference,
            CustomerId = Request.CustomerId,
            CustomerName = CustomerName,
            CustomerPhone = CustomerPhone,
        };
        var entries = Draft.Entries.ToArray();
        entries[0] = entries[0] with { About = about.ToJson() };
        var key = new CaseKey(openedAt.Month.Index, log.NewCase());
        var head = log.Append(key, CaseHead.None, entries);
        var projection = Projection.Of(key, about, Facts!, Relations.None, History, head, Until, Judgement!);
        ProjectionSql.Insert(session, projection);
        ClaimSql.Replace(session, key, History, Judgement!);
        CaseMessages.Put(session, History.Book, projection, Judgement!, Until);
        CaseHooks.Opened(session, projection.Case, History.Events, Until);
        return projection.Case.Answer();
    }

    private static Opening Wrong(NewCase request, CaseAnswer answer) => new(request) { Answer = answer };
}

/// <summary>One reader for each procedure met, for the work of one thread.</summary>
internal sealed class EventReaders
{
    private readonly Dictionary<Procedure, EventReader> readers = [];

    public EventReader Of(Procedure procedure)
    {
        if (!readers.TryGetValue(procedure, out var reader))
        {
            reader = new EventReader(procedure);
            readers.Add(procedure, reader);
        }

        return reader;
    }
}
