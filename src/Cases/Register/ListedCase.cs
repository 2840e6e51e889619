using System.Text.Json;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>What lists show of one case, read by its id in one statement: names and clear words are joined, not asked for one by one.</summary>
internal sealed record ListedCase
{
    private const string ById =
        "SELECT c.number, c.rules, c.rule_version, c.project, p.name, c.unit, c.channel, c.category, c.state, c.nature,"
        + " c.lead_department, c.accountable, s.name, c.opened_at, c.closed_at, c.due_at, c.due_clock, c.due_started_at, t.text,"
        + " c.waits_for_desk, c.reporter, r.name"
        + " FROM cases c LEFT JOIN project p ON p.code = c.project LEFT JOIN staff s ON s.id = c.accountable"
        + " LEFT JOIN staff r ON r.id = c.reporter"
        + " LEFT JOIN log_text t ON t.month = c.month AND t.case_id = c.case_id AND t.seq = 1 WHERE c.case_id = @id";

    public required string Number { get; init; }
    public required string Rules { get; init; }
    public required string RuleVersion { get; init; }
    public string? Project { get; init; }
    public string? ProjectName { get; init; }
    public string? Unit { get; init; }
    public string? Channel { get; init; }
    public string? Category { get; init; }
    public required string State { get; init; }
    public required string Nature { get; init; }
    public string? Department { get; init; }

    /// <summary>The name of the person responsible, or the id of one without a record.</summary>
    public string? Accountable { get; init; }
    public required Instant OpenedAt { get; init; }
    public Instant? ClosedAt { get; init; }

    /// <summary>Null when no clock runs.</summary>
    public Instant? DueAt { get; init; }
    public string? DueClock { get; init; }
    public Instant? DueStartedAt { get; init; }

    /// <summary>What the customer asks for; null once erased.</summary>
    public string? Demand { get; init; }
    public string? Customer { get; init; }

    /// <summary>An employee reported it, and the desk has not taken it up.</summary>
    public bool WaitsForDesk { get; init; }

    /// <summary>The name of the employee who reported it.</summary>
    public string? Reporter { get; init; }

    public string? Home => ProjectNames.Home(Project, ProjectName, Unit);

    public bool IsUnusual => Nature != "ordinary";

    public static ListedCase Read(Session session, long caseId) => session.Query(ById, Read, caseId)[0];

    private static ListedCase Read(Row row)
    {
        var due = row.Long(15);
        var (demand, customer) = row.IsNull(18) ? (null, null) : Words(row.Bytes(18));
        return new ListedCase
        {
            Number = row.Text(0),
            Rules = row.Text(1),
            RuleVersion = row.Text(2),
            Project = row.TextOrNull(3),
            ProjectName = row.TextOrNull(4),
            Unit = row.TextOrNull(5),
            Channel = row.TextOrNull(6),
            Category = row.TextOrNull(7),
            State = row.Text(8),
            Nature = row.Text(9),
            Department = row.TextOrNull(10),
            Accountable = row.TextOrNull(12) ?? row.TextOrNull(11),
            OpenedAt = Instant.FromMicros(row.Long(13)),
            ClosedAt = row.IsNull(14) ? null : Instant.FromMicros(row.Long(14)),
            DueAt = due == CaseRow.Never.Micros ? null : Instant.FromMicros(due),
            DueClock = row.TextOrNull(16),
            DueStartedAt = row.IsNull(17) ? null : Instant.FromMicros(row.Long(17)),
            Demand = demand,
            Customer = customer,
            WaitsForDesk = row.Long(19) != 0,
            Reporter = row.TextOrNull(21) ?? row.TextOrNull(20),
        };
    }

    /// <summary>The two fields a list shows of what the opening said in clear words.</summary>
    private static (string? Demand, string? Customer) Words(byte[] json)
    {
        string? demand = null;
        string? customer = null;
        var fields = new Utf8JsonReader(json);
        while (fields.Read())
        {
            if (fields.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (fields.ValueTextEquals("demand"u8))
            {
                fields.Read();
                demand = fields.GetString();
            }
            else if (fields.ValueTextEquals(Particulars.CustomerNameField))
            {
                fields.Read();
                customer = fields.GetString();
            }
        }

        return (demand, customer);
    }
}
