namespace Shouwen.Rules.Contract;

/// <summary>
/// PM-3: any employee may register a matter. It waits at the desk; the employee stays first contact until told that it is done.
/// </summary>
/// <param name="Clause">The clause it rests on.</param>
/// <param name="Channel">The channel such a case is counted under.</param>
/// <param name="Desk">Who takes it up.</param>
public sealed record FirstContactRule(string Clause, string Channel, IReadOnlyList<string> Desk);
