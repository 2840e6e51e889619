using System.Globalization;
using Shouwen.Cases.Matters;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>
/// PM-3: the employee who registered a matter is told when it is done, in the transaction that ended it; whoever registered a
/// duplicate of it too. Once for each time it is done: it may be taken up again.
/// </summary>
internal static class MatterMessages
{
    public const string Kind = "matter.done";

    private const string FirstContacts =
        "WITH RECURSIVE told(number) AS (SELECT @number UNION SELECT c.number FROM cases c JOIN told t ON c.merged_into = t.number)"
        + " SELECT c.number, c.reporter, c.unit FROM told t JOIN cases c ON c.number = t.number WHERE c.reporter IS NOT NULL";

    public static void Put(WriteSession session, RuleVersion version, CaseRow row, Instant now)
    {
        if (row.ClosedAt is null || row.MergedInto is not null)
        {
            return;
        }

        var told = session.Query(
            FirstContacts,
            found => (Number: found.Text(0), Who: found.Text(1), Unit: found.TextOrNull(2)),
            row.Number
        );
        foreach (var (number, who, unit) in told)
        {
            Outbox.Put(
                session,
                new NewMessage
                {
                    Subject = number,
                    Kind = Kind,
                    Occurrence = row.Cycle.ToString(CultureInfo.InvariantCulture),
                    Person = who,
                    Clause = version.FirstContact?.Clause ?? "",
                    At = now,
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["number"] = number,
                        ["unit"] = unit ?? "",
                        [NewMessage.Path] = ShowMatters.Page,
                    },
                },
                now
            );
        }
    }
}
