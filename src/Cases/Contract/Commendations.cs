using Shouwen.Cases.Statements;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Somebody is commended or gets a bonus (SN-64): what a decision came to, in the words of the day it was taken.</summary>
/// <param name="Item">The decision's number, /decisions/{item}; the same is kept once.</param>
/// <param name="Month">The month it is for.</param>
/// <param name="Subject">Who.</param>
/// <param name="Place">Where the work was done.</param>
public sealed record NewCommendation(long Item, Month Month, string Subject, string Place)
{
    public required string Clause { get; init; }

    /// <summary>What it is called.</summary>
    public required Words Name { get; init; }

    /// <summary>What was decided, its amount included.</summary>
    public required Words Measure { get; init; }
    public int? Amount { get; init; }
    public required string DecidedBy { get; init; }
    public required Instant DecidedAt { get; init; }

    /// <summary>The hash of the event that decided it: the statement is sealed over it.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>
/// Commendations stand in the monthly statement beside the fines: in that of their month, or, when it was delivered before, in
/// the first later one that is not.
/// </summary>
public static class Commendations
{
    /// <summary>Written in the request that decides it.</summary>
    public static void Keep(WriteSession session, NewCommendation commendation) => CommendationSql.Keep(session, commendation);

    /// <summary>Whether the statement's copy says what the decision says.</summary>
    public static bool IsKept(Session session, NewCommendation commendation) => CommendationSql.IsKept(session, commendation);
}
