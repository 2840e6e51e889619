using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What every page of the ledgers asks with.</summary>
internal sealed record LedgerDesk(
    Db Db,
    Database Database,
    Reader Reader,
    OrganisationTree Tree,
    LedgerBook Book,
    RuleLibrary Rules,
    LedgerLog Log,
    FileStore Store,
    Cases.Contract.CaseLog Cases
)
{
    public Me Me => Reader.Me!;

    public Ledger? Find(string code) => Book.Ledgers.GetValueOrDefault(code);

    /// <summary>One entry, if it is in scope; what is not is not there.</summary>
    public async Task<OpenedEntry?> Open(string ledger, long id, CancellationToken cancellation)
    {
        if (Find(ledger) is not { } kind || !await Db.EntriesFor(Me, kind, Tree).AnyAsync(row => row.EntryId == id, cancellation))
        {
            return null;
        }

        using var session = Database.Read();
        if (EntrySql.KeyOf(session, ledger, id) is not { } key)
        {
            return null;
        }

        var events = EventLog.Read(session, key);
        return LedgerEntry.Fold(Book, events) is { } entry ? new OpenedEntry(entry, events, EventLog.Texts(session, key)) : null;
    }

    /// <summary>The places of the ledger's kinds where the person may write one down.</summary>
    public async Task<List<Place>> PlacesFor(Ledger ledger, CancellationToken cancellation)
    {
        var kinds = ledger.Places;
        var places = Tree.PlacesOf(Me);
        return await Db.Set<Place>()
            .AsNoTracking()
            .Where(place => place.ClosedAt == null && kinds.Contains(place.Kind) && (places == null || places.Contains(place.Id)))
            .OrderBy(place => place.Name)
            .ToListAsync(cancellation);
    }

    public async Task<Dictionary<string, string>> PlaceNames(CancellationToken cancellation) =>
        await Db.Set<Place>()
            .AsNoTracking()
            .ToDictionaryAsync(place => place.Id, place => place.Name, StringComparer.Ordinal, cancellation);

    public Holders HoldersAt(string place)
    {
        using var session = Database.Read();
        return Holders.Of(session, Tree, place, Reader.Now);
    }

    /// <summary>The roles in the words of the rule books.</summary>
    public Words Roles(IEnumerable<string> roles)
    {
        var words = roles.Select(Role).ToList();
        return new Words(string.Join('、', words.Select(each => each.Zh)), string.Join(", ", words.Select(each => each.En)));
    }

    public Words Role(string role) => Term("roles", role);

    public Words Term(string group, string code) =>
        Rules
            .Books.Values.OrderBy(book => book.Name, StringComparer.Ordinal)
            .Select(book => book.At(Reader.Now).Terms.GetValueOrDefault(group)?.GetValueOrDefault(code))
            .FirstOrDefault(words => words is not null)
        ?? new Words(code, code);

    /// <summary>The ladder and thresholds of the book by which the group centre follows cases.</summary>
    public GroupTerms? GroupTerms =>
        Rules
            .Books.Values.Where(book => book.Procedure == Procedure.Group)
            .OrderBy(book => book.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.At(Reader.Now)
            .Group;

    public RecordRule? RecordOf(string rules, string record) =>
        Rules.Books.TryGetValue(rules, out var book) ? book.At(Reader.Now).Records.GetValueOrDefault(record) : null;

    public Words ClauseOf(string clause) => Book.Clauses.TryGetValue(clause, out var text) ? text.Text : new Words(clause, clause);
}

/// <summary>An entry with its events and the personal words beside them.</summary>
internal sealed record OpenedEntry(LedgerEntry Entry, IReadOnlyList<LogEvent> Events, IReadOnlyList<LogText> Texts)
{
    /// <summary>The words of a personal field as one event gave them; null when they were erased.</summary>
    public string? Words(int seq, string field) =>
        Texts.FirstOrDefault(text => text.Seq == seq)?.Text is { } text ? TextSeal.Open(text).GetValueOrDefault(field) : null;
}
