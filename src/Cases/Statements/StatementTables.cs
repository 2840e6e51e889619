using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>A delivered statement. Written once; nothing here or below it is ever changed.</summary>
internal sealed record StatementRow
{
    /// <summary><see cref="Rules.Contract.Month.Index"/>.</summary>
    public required int Month { get; init; }

    /// <summary>Which delivery it was, from 1: statements need not be delivered in the order of their months.</summary>
    public required int Sequence { get; init; }
    public required Instant DeliveredAt { get; init; }

    /// <summary>Who delivered it; null for the command line.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>The end of the event log it was computed from.</summary>
    public required long LogPosition { get; init; }
    public required byte[] LogHash { get; init; }

    /// <summary>The rule books and versions of its cases, one a line.</summary>
    public required string RuleVersions { get; init; }

    /// <summary>The seal of the delivery before.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>SHA-256 over everything else of it: see <see cref="StatementSeal"/>.</summary>
    public required byte[] Seal { get; init; }
}

/// <summary>A line as it was delivered, with the decision that stood beside it.</summary>
internal sealed class StatementLineRow
{
    public required int Month { get; init; }
    public required int Ordinal { get; init; }
    public required string Line { get; init; }
    public required LineKind Kind { get; init; }
    public required string CaseNumber { get; init; }
    public string? Project { get; init; }
    public required string Rules { get; init; }

    /// <summary>The case's last event then, and its hash.</summary>
    public required int CaseVersion { get; init; }
    public required byte[] CaseHash { get; init; }
    public required string Clause { get; init; }
    public required int Cycle { get; init; }
    public required string Subject { get; init; }
    public required string Role { get; init; }

    /// <summary>The month the charge belongs to: an earlier one for a correction.</summary>
    public required int LineMonth { get; init; }
    public required int Units { get; init; }
    public long? AmountFen { get; init; }
    public int? PercentOfBonus { get; init; }

    /// <summary>1 for a decision to be taken, -1 where a correction withdraws one.</summary>
    public required int Decisions { get; init; }
    public string? Decision { get; init; }
    public required Instant FirstAt { get; init; }
    public required Instant LastAt { get; init; }
    public required LineOutcome Outcome { get; init; }
    public string? Choice { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }
}

/// <summary>What a person is charged in all by a delivered statement.</summary>
internal sealed class StatementTotalRow
{
    public required int Month { get; init; }
    public required string Subject { get; init; }
    public required long AmountFen { get; init; }
    public required int PercentOfBonus { get; init; }
    public required int Decisions { get; init; }
}

/// <summary>
/// What somebody decided about a line of a draft, beside what is computed. Rows are only added; the last one counts, as long
/// as the line is still worth what it was then.
/// </summary>
internal sealed class StatementDecisionRow
{
    public long Id { get; init; }
    public required int Month { get; init; }
    public required string Line { get; init; }
    public required LineOutcome Outcome { get; init; }
    public string? Choice { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public required int Units { get; init; }
    public required long AmountFen { get; init; }
    public required int PercentOfBonus { get; init; }
    public required int Decisions { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }
}

internal enum LineKind
{
    /// <summary>A charge of the month itself.</summary>
    Item,

    /// <summary>The difference to what earlier statements demanded.</summary>
    Correction,
}

internal enum LineOutcome
{
    /// <summary>Nobody has said anything yet.</summary>
    Undecided,

    Confirmed,
    Waived,

    /// <summary>A decision was taken within its range.</summary>
    Decided,
}

internal sealed class StatementTable : IEntityTypeConfiguration<StatementRow>
{
    public void Configure(EntityTypeBuilder<StatementRow> builder)
    {
        builder.ToTable("statement");
        builder.HasKey(row => row.Month);
        builder.Property(row => row.Month).ValueGeneratedNever();
        builder.HasIndex(row => row.Sequence).IsUnique();
    }
}

internal sealed class StatementLineTable : IEntityTypeConfiguration<StatementLineRow>
{
    public void Configure(EntityTypeBuilder<StatementLineRow> builder)
    {
        builder.ToTable("statement_line");

        // Serves: the lines of a statement in their order.
        builder.HasKey(row => new { row.Month, row.Ordinal });
        builder.Property(row => row.Kind).HasConversion<AsCode<LineKind>>();
        builder.Property(row => row.Outcome).HasConversion<AsCode<LineOutcome>>();

        // Serves: one line by its address.
        builder.HasIndex(row => new { row.Month, row.Line }).IsUnique();

        // Serves: what one person was charged.
        builder.HasIndex(row => new { row.Subject, row.Month }).HasDatabaseName("ix_statement_line_subject");
    }
}

internal sealed class StatementTotalTable : IEntityTypeConfiguration<StatementTotalRow>
{
    public void Configure(EntityTypeBuilder<StatementTotalRow> builder)
    {
        builder.ToTable("statement_total");
        builder.HasKey(row => new { row.Month, row.Subject });
    }
}

internal sealed class StatementDecisionTable : IEntityTypeConfiguration<StatementDecisionRow>
{
    public void Configure(EntityTypeBuilder<StatementDecisionRow> builder)
    {
        builder.ToTable("statement_decision");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Outcome).HasConversion<AsCode<LineOutcome>>();

        // Serves: the decisions beside a month's draft, and the history of one line.
        builder.HasIndex(row => new { row.Month, row.Line }).HasDatabaseName("ix_statement_decision_line");
    }
}
