using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>The records of a request, read and sealed, before anything is written.</summary>
internal sealed class RecordDraft
{
    private readonly RuleBook book;
    private readonly IReadOnlyList<NewRecord> given;
    private readonly NewEntry[] entries;

    private RecordDraft(RuleBook book, IReadOnlyList<NewRecord> given, NewEntry[] entries) =>
        (this.book, this.given, this.entries) = (book, given, entries);

    /// <summary>Reads them all; says what is wrong with which, when something is.</summary>
    public static IReadOnlyList<(int Record, Malformed Wrong)> Of(
        RuleBook book,
        IReadOnlyList<NewRecord> given,
        DateTimeOffset now,
        out RecordDraft? draft
    )
    {
        var faults = new List<(int, Malformed)>();
        var drafted = new NewEntry[given.Count];
        for (var i = 0; i < given.Count; i++)
        {
            var wrong = RecordRow.Draft(book, given[i], now, out var entry);
            faults.AddRange(wrong.Select(each => (i, each)));
            drafted[i] = entry!;
        }

        draft = faults.Count == 0 ? new RecordDraft(book, given, drafted) : null;
        return faults;
    }

    /// <summary>Why the case, as it is after the request's events, does not take one of them.</summary>
    /// <param name="history">The case with them.</param>
    /// <param name="events">The numbers of the case's events, those of the request at the end.</param>
    public Refusal? WhyNot(CaseHistory history, IReadOnlyList<int> events)
    {
        foreach (var record in given)
        {
            var version = book.At(record.At);
            var rule = version.Records[record.Name];
            if (!rule.IsPossibleAt(history.State.Stage))
            {
                return Refusals.NotAtThisStage(version, rule, history.State.Stage);
            }

            if (record.Event is { } seq && !events.Contains(seq))
            {
                return Refusals.NoSuchEvent(seq);
            }
        }

        return null;
    }

    /// <summary>As rows, each with the number of its event.</summary>
    /// <param name="first">The number of the request's first event.</param>
    public IEnumerable<NewEntry> Entries(int first) =>
        given.Zip(entries, (record, entry) => RecordRow.Of(entry, record.Event ?? first + record.WithEvent));
}
