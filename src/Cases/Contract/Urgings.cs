using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Somebody was urged about a case.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who urged.</param>
/// <param name="To">Whom.</param>
public sealed record Urging(Instant At, string? By, string? To);

/// <summary>The record of EG-26 and EG-30, asked of the log for the cases on a page.</summary>
public static class Urgings
{
    /// <summary>Its name in the rule book.</summary>
    public const string Record = "case.urged";

    private const string LastOfCase =
        "SELECT at, \"by\", json_extract(data, '$.to') FROM log_event WHERE month = @month AND case_id = @case_id AND type = @type"
        + " ORDER BY at DESC, seq DESC LIMIT 1";

    public static Urging? Last(Session session, UnfinishedCase about)
    {
        ArgumentNullException.ThrowIfNull(about);
        var found = session.Query(
            LastOfCase,
            row => new Urging(Instant.FromMicros(row.Long(0)), row.TextOrNull(1), row.TextOrNull(2)),
            (long)about.Month,
            about.CaseId,
            RecordRule.Prefix + Record
        );
        return found.Count == 0 ? null : found[0];
    }
}
