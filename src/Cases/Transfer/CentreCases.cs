using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

/// <summary>The open cases a service centre answers for, and their transfer to another place.</summary>
internal sealed record CentreCases(CaseLog Log, RuleLibrary Rules)
{
    /// <summary>The numbers, the clock that ends first on top.</summary>
    public static IReadOnlyList<string> OpenOf(Session session, RuleLibrary rules, string place) =>
        OpenCases.NumbersOf(session, place, rules);

    /// <summary>A record in each case, inside the request that hands the centre over; returns why one cannot be handed over.</summary>
    public Refusal? HandOver(WriteSession session, Me me, Instant now, string from, string to, string reason)
    {
        var data = FlatJson.Bytes(("from", from), ("to", to), ("reason", reason));
        foreach (var number in OpenOf(session, Rules, from))
        {
            var request = new AppendRequest(number, []) { Records = [new NewRecord(Relations.Transferred, now, me.StaffId, data)] };
            var answer = Log.Append(session, request);
            if (!answer.Done)
            {
                throw new InvalidOperationException(
                    $"{number}: {answer.Refusal?.Sentence.En ?? "its rule book declares no case.transferred"}"
                );
            }
        }

        return null;
    }
}
