using System.Globalization;
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

    public static void Recorded(WriteSession session, CaseRow row, IReadOnlyList<CaseEvent> events, Instant now)
    {
        if (events.Count > 0)
        {
            WebHooks.Put(session, WebHooks.CaseRecorded, row.Number, VersionOf(row), Facts(row, events), now);
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
