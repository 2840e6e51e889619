using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;
using Shouwen.Watching.Monthly;
using Shouwen.Watching.Urging;

namespace Shouwen.Watching.Contract;

/// <summary>An entry that nobody types in: from a file, or of the demo.</summary>
/// <param name="Ledger">Its ledger's code.</param>
/// <param name="Place">Where it belongs.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When; the day it is about is the same.</param>
/// <param name="Fields">By field, as the log keeps them: codes, whole numbers, days as 2026-10-08.</param>
public sealed record NewLedgerEntry(string Ledger, string Place, string By, Instant At, IReadOnlyDictionary<string, string> Fields);

/// <summary>Writes entries with everything that follows from them, as the forms do.</summary>
public sealed class LedgerEntries(Database database, LedgerBook book, OrganisationTree tree)
{
    private readonly LedgerLog log = new(database, book);

    public async Task<long> Write(NewLedgerEntry entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var ledger = book.Ledgers[entry.Ledger];
        var fields = EntryFields
            .Of(ledger, entry.At.Date, entry.Fields, entry.At)
            .With(LedgerEntry.LedgerName, ledger.Code)
            .With(LedgerEntry.PlaceName, entry.Place)
            .With(LedgerEntry.AgendaName, ledger.Agenda is { } period ? AgendaAt(period, entry.At) : null);
        return await log.Write(fields, entry.By, HoldersFor(entry), entry.At, cancellation);
    }

    /// <summary>Proposes what the results of the month before call for, as the daily run does.</summary>
    public Task<long> Follow(CaseLog cases, RuleLibrary rules, Instant asOf, CancellationToken cancellation = default) =>
        new MonthlyDecisions(database, book, log, cases, rules, tree).Put(asOf, cancellation);

    private Holders HoldersFor(NewLedgerEntry entry)
    {
        using var session = database.Read();
        return Holders.Of(session, tree, entry.Place, entry.At);
    }

    private string AgendaAt(Period period, Instant at)
    {
        using var session = database.Read();
        return Agenda.Freeze(period, session, Scope.WholeGroup, tree, at);
    }
}
