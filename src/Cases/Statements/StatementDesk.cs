using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>What every page about statements asks for.</summary>
internal sealed record StatementDesk(Database Database, Db Db, RuleLibrary Rules, Reader Reader)
{
    /// <summary>Asked while the request is at hand: inside the writer there is none.</summary>
    public Me Me { get; } = Reader.Me!;

    public Instant Now => Reader.Now;

    public bool Sees => Me.SeesStatements(Rules, Now);

    /// <summary>The month's statement over the cases in scope; null for an address that is no month, or without the right.</summary>
    public MonthlyStatement? Open(string month)
    {
        if (!Sees || !Month.TryParse(month, out var asked))
        {
            return null;
        }

        using var session = Database.Read();
        return MonthlyStatement.Load(session, asked, Me.Scope);
    }

    /// <summary>What the reader is charged, whatever else may be seen; null for an address that is no month.</summary>
    public MonthlyStatement? OpenOwn(string month)
    {
        if (!Month.TryParse(month, out var asked))
        {
            return null;
        }

        using var session = Database.Read();
        return MonthlyStatement.Load(session, asked, Scope.WholeGroup, Me.StaffId);
    }

    public async Task<LineWords> Words(MonthlyStatement statement, CancellationToken cancellation) =>
        new(
            statement,
            Rules,
            await StaffNames.Load(
                Db,
                statement
                    .Lines.Select(line => line.Key.Subject)
                    .Concat(statement.Commendations.Select(row => row.Subject))
                    .Concat(statement.Lines.Select(line => line.Verdict?.By).Append(statement.Delivered?.DeliveredBy).OfType<string>()),
                cancellation
            )
        );
}
