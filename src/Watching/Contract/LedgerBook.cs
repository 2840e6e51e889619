using Shouwen.Rules.Contract;
using Shouwen.Watching.Files;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Contract;

/// <summary>
/// The ledgers a company keeps and the decisions that follow from them: rules/ledgers.yaml, described in rules/README.md.
/// A new ledger is a piece of data; a new kind of field is a code change.
/// </summary>
public sealed class LedgerBook
{
    /// <summary>How a check of any data file knows this one.</summary>
    public static readonly DataFileKind Kind = new("ledgers", entry => LedgerReader.Read(entry));

    internal LedgerBook(
        IReadOnlyDictionary<string, Clause> clauses,
        TimeOnly remindsAt,
        IReadOnlyDictionary<string, DecisionKind> decisions,
        IReadOnlyDictionary<string, Ledger> ledgers,
        ScoreTerms centreScore
    )
    {
        Clauses = clauses;
        RemindsAt = remindsAt;
        Decisions = decisions;
        Ledgers = ledgers;
        CentreScore = centreScore;
    }

    internal IReadOnlyDictionary<string, Clause> Clauses { get; }

    /// <summary>When people are told each day of what is overdue.</summary>
    internal TimeOnly RemindsAt { get; }

    internal IReadOnlyDictionary<string, DecisionKind> Decisions { get; }

    /// <summary>By code, in the order of the file.</summary>
    internal IReadOnlyDictionary<string, Ledger> Ledgers { get; }

    /// <summary>How the service centres are scored each month (EG-39).</summary>
    internal ScoreTerms CentreScore { get; }

    /// <summary>Throws what opening the file throws; everything else that is wrong is a finding.</summary>
    public static Loaded<LedgerBook> Read(string path) => DataFile.Read(path, LedgerReader.Read);
}
