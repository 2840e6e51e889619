using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// How a case stands to others and to its desk, as the records in its log say (docs/adr/0017, 0023). A record about two cases
/// lies in the logs of both; which of the two this one is, its number says.
/// </summary>
internal sealed record Relations
{
    /// <summary>{from, into}: <c>from</c> is <c>into</c> over again; its number leads there for ever.</summary>
    public const string Merged = "case.merged";

    /// <summary>{from, into}: it was not.</summary>
    public const string Parted = "case.parted";

    /// <summary>{lead, member}: both are of one matter, <c>lead</c> leads.</summary>
    public const string Grouped = "case.grouped";

    /// <summary>{lead, member}: taken out again.</summary>
    public const string Ungrouped = "case.ungrouped";

    /// <summary>{served, serving}: the developer's case that a property case needed (EG-7a).</summary>
    public const string Linked = "case.linked";

    /// <summary>{from, to, reason}: another place answers for it now (EG-7).</summary>
    public const string Transferred = "case.transferred";

    /// <summary>{post}: an employee outside the desk registered it; by whom, the row says (PM-3).</summary>
    public const string Reported = "matter.reported";

    /// <summary>{remark}: somebody at the desk took it up.</summary>
    public const string Taken = "matter.taken";

    public static readonly Relations None = new();

    /// <summary>Whether a record of this name says how a case stands to others.</summary>
    public static bool Are(string record) => record is Merged or Parted or Grouped or Ungrouped or Linked or Transferred;

    /// <summary>The case it was merged into, and when.</summary>
    public string? MergedInto { get; init; }
    public Instant? MergedAt { get; init; }

    /// <summary>The leading case of its group.</summary>
    public string? Lead { get; init; }

    /// <summary>The property case it was opened for.</summary>
    public string? Serves { get; init; }

    /// <summary>The place that took it over from its service centre.</summary>
    public string? Desk { get; init; }

    /// <summary>The employee who registered it and stays its first contact.</summary>
    public string? Reporter { get; init; }

    /// <summary>Reported, and nobody at the desk has done anything about it.</summary>
    public bool WaitsForDesk { get; init; }

    /// <param name="number">The case's own.</param>
    /// <param name="rows">Its log.</param>
    public static Relations Of(string number, IReadOnlyList<LogEvent> rows)
    {
        var relations = None;
        foreach (var row in rows)
        {
            relations = RecordRow.Is(row) ? relations.After(number, row) : relations with { WaitsForDesk = relations.Waits(row) };
        }

        return relations;
    }

    /// <summary>Taken up is what waits, and once.</summary>
    public Refusal? WhyNot(IEnumerable<NewRecord> noted) =>
        noted.Any(record => record.Name == Taken) && !WaitsForDesk ? Refusals.NotWaiting : null;

    private Relations After(string number, LogEvent row) =>
        row.Type[RecordRule.Prefix.Length..] switch
        {
            Merged when Says(row, "from", number) => this with
            {
                MergedInto = Text(row, "into"),
                MergedAt = Instant.From(row.At),
                WaitsForDesk = false,
            },
            Parted when Says(row, "from", number) => this with { MergedInto = null, MergedAt = null },
            Grouped when Says(row, "member", number) => this with { Lead = Text(row, "lead"), WaitsForDesk = false },
            Ungrouped when Says(row, "member", number) => this with { Lead = null },
            Linked when Says(row, "serving", number) => this with { Serves = Text(row, "served") },
            Transferred => this with { Desk = Text(row, "to") },
            Reported => this with { Reporter = row.By, WaitsForDesk = row.By is not null },
            _ => this with { WaitsForDesk = Waits(row) },
        };

    /// <summary>Whatever a colleague records takes it up; the customer, who signs or urges, does not.</summary>
    private bool Waits(LogEvent row) => WaitsForDesk && row.By is null;

    private static bool Says(LogEvent row, string field, string number) => Text(row, field) == number;

    private static string? Text(LogEvent row, string field) =>
        JsonElement.Parse(row.Data).TryGetProperty(field, out var value) ? value.GetString() : null;
}
