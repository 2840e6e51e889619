using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>A decision that entries call for.</summary>
/// <param name="Decision">Its kind.</param>
/// <param name="Occurrence">What called for it: called for again, it is the same.</param>
/// <param name="Count">How many entries of the month led to it; null for one that each entry calls for.</param>
internal sealed record Proposal(string Decision, string Occurrence, int? Count);

/// <summary>
/// Which decisions a ledger calls for against one person in one calendar month, computed from its entries. Pure: what is
/// missing in the register is proposed, what is no longer called for and not decided is withdrawn.
/// </summary>
internal static class Proposals
{
    /// <param name="ledger">Whose rules.</param>
    /// <param name="entries">All entries about the person whose day lies in the month.</param>
    /// <param name="subject">The person.</param>
    /// <param name="month">The month.</param>
    public static List<Proposal> Of(Ledger ledger, IReadOnlyList<LedgerEntry> entries, string subject, Month month)
    {
        var called = new List<Proposal>();
        foreach (var rule in ledger.Proposals)
        {
            var matching = entries.Where(entry => rule.When.Holds(entry.Fields)).ToList();
            if (rule.MoreThan is not { } limit)
            {
                called.AddRange(matching.Select(entry => new Proposal(rule.Decision, Occurrence(entry), null)));
            }
            else if (matching.Count > limit)
            {
                called.Add(new Proposal(rule.Decision, Occurrence(ledger, subject, month), matching.Count));
            }
        }

        return called;
    }

    /// <summary>Everything the register may hold because of these entries, called for or not.</summary>
    public static IEnumerable<(string Decision, string Occurrence)> Possible(
        Ledger ledger,
        IReadOnlyList<LedgerEntry> entries,
        string subject,
        Month month
    ) =>
        ledger.Proposals.SelectMany(rule =>
            rule.MoreThan is null
                ? entries.Select(entry => (rule.Decision, Occurrence(entry)))
                : [(rule.Decision, Occurrence(ledger, subject, month))]
        );

    /// <summary>The person is part of it: an entry corrected to another person calls for another decision.</summary>
    private static string Occurrence(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"entry:{entry.Key.CaseId}:{entry.Subject}");

    private static string Occurrence(Ledger ledger, string subject, Month month) => $"month:{ledger.Code}:{month}:{subject}";
}
