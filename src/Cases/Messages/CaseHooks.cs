using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>Tells other programs what was recorded: numbers and codes, from which they ask the API for the rest.</summary>
internal static class CaseHooks
{
    /// <summary>An imported archive is no news.</summary>
    public static void Opened(WriteSession session, CaseRow row, IEnumerable<CaseEvent> events, Instant now)
    {
        if (row.OpenedAt > now - CaseMessages.News)
        {
            WebHooks.Put(session, WebHooks.CaseOpened, row.Number, VersionOf(row), Facts(row, events), now);
        }
    }

    /// <param name="session">The request.</param>
    /// <param name="row">The case as it stands now.</param>
    /// <param name="events">What happened.</param>
    /// <param name="records">What was noted: only how cases are tied to each other is news to other programs.</param>
    /// <param name="now">When.</param>
    public static void Recorded(
        WriteSession session,
        CaseRow row,
        IReadOnlyList<CaseEvent> events,
        IEnumerable<NewRecord> records,
        Instant now
    )
    {
        var ties = string.Join(' ', records.Select(record => record.Name).Where(Relations.Are));
        if (events.Count + ties.Length > 0)
        {
            var facts = Facts(row, events);
            facts["ties"] = ties;
            WebHooks.Put(session, WebHooks.CaseRecorded, row.Number, VersionOf(row), facts, now);
        }
    }

    private static Dictionary<string, string> Facts(CaseRow row, IEnumerable<CaseEvent> events) =>
        new(StringComparer.Ordinal)
        {
            ["events"] = string.Join(' ', events.Select(happened => happened.Type.Name())),
            ["state"] = Codes.Of(row.State),
            ["version"] = VersionOf(row),
            ["project"] = row.Project ?? "",
            ["self"] = $"/api/v1/cases/{Uri.EscapeDataString(row.Number)}",
        };

    private static string VersionOf(CaseRow row) => row.Version.ToString(CultureInfo.InvariantCulture);
}
