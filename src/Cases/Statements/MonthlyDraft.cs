using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>
/// EG-36: on the 1st at 00:00 last month's draft is ready and whoever works on it is told. It is computed whenever somebody
/// looks; nothing is kept of it until it is delivered. The first run after the 1st catches up with what was missed.
/// </summary>
internal sealed class MonthlyDraft(Database database, CaseLog log, RuleLibrary rules)
{
    /// <summary>Returns how many people were told anew.</summary>
    public async Task<long> Put(Instant asOf, CancellationToken cancellation)
    {
        await log.Sweep(asOf, cancellation);
        var month = Month.FromIndex(asOf.Month.Index - 1);
        return await database.Writer.Write(session => Put(session, month, asOf), cancellation);
    }

    private long Put(WriteSession session, Month month, Instant asOf)
    {
        var statement = MonthlyStatement.Load(session, month, Scope.WholeGroup);
        return statement.IsDelivered || statement.Lines.Count == 0 ? 0 : StatementMessages.Drafted(session, statement, rules, asOf);
    }
}
