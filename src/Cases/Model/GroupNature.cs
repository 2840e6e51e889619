using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Sets the nature of a leading case and of its open members in one step: an event of each case's own.</summary>
internal static class GroupNature
{
    /// <summary>Cases that have the nature already stay as they are; a case that refuses undoes them all.</summary>
    public static (int Count, Refusal? Refusal) Set(WriteSession session, CaseLog log, Me me, Instant now, string lead, string nature)
    {
        var numbers = RelatedCase.Members(session, lead).Where(member => member.IsOpen).Select(member => member.Number).Prepend(lead);
        var requests = numbers
            .Where(number => NatureOf(session, number) != nature)
            .Select(number => Request(me, now, number, nature))
            .ToList();
        if (requests.Count == 0)
        {
            return (0, RelationRefusals.SameNature);
        }

        foreach (var request in requests)
        {
            var answer = log.Append(session, request);
            if (!answer.Done)
            {
                return requests[0] == request
                    ? (0, answer.Refusal)
                    : throw new InvalidOperationException($"{request.Number}: {answer.Refusal?.Sentence.En}");
            }
        }

        return (requests.Count, null);
    }

    private static string? NatureOf(Session session, string number) =>
        session.Query("SELECT nature FROM cases WHERE number = @number", row => row.Text(0), number).FirstOrDefault();

    private static AppendRequest Request(Me me, Instant now, string number, string nature) =>
        new(number, [NewEvent.Of(EventType.CaseNatured, now, me.StaffId, FlatJson.Text(("nature", nature)))])
        {
            Scope = me.Scope,
            Guard = (book, events) => me.MayNotRecord(book.At(now), EventType.CaseNatured, events),
        };
}
