using Shouwen.Cases.Api;
using Shouwen.Cases.Statements;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A month's statement of the whole group, for the command line.</summary>
public sealed class StatementOfMonth(Database database, RuleLibrary rules, CaseLog log, Month month)
{
    /// <summary>The JSON of the API: the draft as of the given moment, or what was delivered.</summary>
    public async Task<byte[]> Json(Instant now, CancellationToken cancellation = default)
    {
        await log.Sweep(now, cancellation);
        using var session = database.Read();
        return ApiAnswer.Ok(StatementWriting.Json(MonthlyStatement.Load(session, month, Scope.WholeGroup))).Body;
    }

    /// <summary>Freezes it; the refusal says why not.</summary>
    public async Task<Refusal?> Deliver(Instant now, CancellationToken cancellation = default)
    {
        await log.Sweep(now, cancellation);
        return await database.Writer.Write(session => Delivering.Deliver(session, month, null, rules, now), cancellation);
    }
}
