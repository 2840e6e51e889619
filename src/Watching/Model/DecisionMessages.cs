using System.Globalization;
using Shouwen.Messaging.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>What people are told about decisions: who has to decide, and whom it concerned. No names and no reasons: the page has them.</summary>
internal static class DecisionMessages
{
    public const string ProposedKind = "decision.proposed";
    public const string EndedKind = "decision.ended";

    public static NewMessage Proposed(DecisionItem item, string person, Instant now) => Of(item, ProposedKind, person, now);

    public static NewMessage Ended(DecisionItem item, Instant now) => Of(item, EndedKind, item.Subject, now);

    private static NewMessage Of(DecisionItem item, string kind, string person, Instant now)
    {
        var number = item.Key.CaseId.ToString(CultureInfo.InvariantCulture);
        return new NewMessage
        {
            Kind = kind,
            Occurrence = number,
            Person = person,
            Clause = item.Kind.Clause,
            At = now,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["item"] = number,
                ["name.zh"] = item.Kind.Name.Zh,
                ["name.en"] = item.Kind.Name.En,
                ["clause"] = item.Kind.Clause,
                [NewMessage.Path] = $"/decisions/{number}",
            },
        };
    }
}
