using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>An entry of a ledger as lists need it: a projection of its events in the log.</summary>
internal sealed class EntryRow
{
    /// <summary>Its key in the log.</summary>
    public required long EntryId { get; init; }
    public required int Month { get; init; }
    public required string Ledger { get; init; }
    public required string Place { get; init; }

    /// <summary>The day it is about: its first instant.</summary>
    public required Instant Day { get; init; }
    public required string By { get; init; }
    public required EntryState State { get; init; }
    public Instant? DueAt { get; init; }
    public string? Subject { get; init; }
    public string? Responsible { get; init; }
    public required int Version { get; init; }
    public required int FieldsOf { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class EntryTable : IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<EntryRow> builder)
    {
        builder.ToTable("ledger_entry");
        builder.HasKey(row => row.EntryId);
        builder.Property(row => row.EntryId).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<AsCode<EntryState>>();

        // Serves: one ledger, newest first; of all places, and of one (several are merged).
        builder.HasIndex(row => new { row.Ledger, row.EntryId }).HasDatabaseName("ix_ledger_entry_ledger");
        builder
            .HasIndex(row => new
            {
                row.Ledger,
                row.Place,
                row.EntryId,
            })
            .HasDatabaseName("ix_ledger_entry_place");

        // Serves: which places have written down something in this period.
        builder
            .HasIndex(row => new
            {
                row.Ledger,
                row.Day,
                row.Place,
            })
            .HasDatabaseName("ix_ledger_entry_day");

        // Serves: what somebody still has to do, on the page of all ledgers and for the daily messages.
        builder
            .HasIndex(row => new { row.Ledger, row.DueAt })
            .HasFilter("state IN ('open', 'answered')")
            .HasDatabaseName("ix_ledger_entry_open");

        // Serves: what a ledger has against one person, for the decisions that follow from it.
        builder
            .HasIndex(row => new
            {
                row.Ledger,
                row.Subject,
                row.Day,
            })
            .HasFilter("subject IS NOT NULL")
            .HasDatabaseName("ix_ledger_entry_subject");
    }
}

/// <summary>An action that is agreed in an entry: who has to do it finds the entry by this.</summary>
internal sealed class ActionRow
{
    public required long EntryId { get; init; }
    public required int Number { get; init; }
    public required string Responsible { get; init; }
    public required Instant DueAt { get; init; }
    public Instant? DoneAt { get; init; }
}

internal sealed class ActionTable : IEntityTypeConfiguration<ActionRow>
{
    public void Configure(EntityTypeBuilder<ActionRow> builder)
    {
        builder.ToTable("ledger_action");
        builder.HasKey(row => new { row.EntryId, row.Number });
        builder.HasOne<EntryRow>().WithMany().HasForeignKey(row => row.EntryId).OnDelete(DeleteBehavior.Restrict);

        // Serves: what somebody has to do, and whether an entry names somebody.
        builder.HasIndex(row => new { row.Responsible, row.EntryId }).HasDatabaseName("ix_ledger_action_responsible");

        // Serves: what is late, for the daily messages.
        builder.HasIndex(row => row.DueAt, "ix_ledger_action_open").HasFilter("done_at IS NULL");
    }
}

/// <summary>A proposal that a named role decides within a range: a projection of its events in the log.</summary>
internal sealed class DecisionRow
{
    /// <summary>Its key in the log.</summary>
    public required long ItemId { get; init; }
    public required int Month { get; init; }
    public required string Decision { get; init; }
    public required string Subject { get; init; }
    public required string Place { get; init; }

    /// <summary>What called for it, once: an entry, a month, a proposal by hand.</summary>
    public required string Occurrence { get; init; }
    public required DecisionState State { get; init; }
    public required Instant ProposedAt { get; init; }
    public string? Measure { get; init; }
    public int? Amount { get; init; }
    public Instant? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public required int Version { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class DecisionTable : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("decision_item");
        builder.HasKey(row => row.ItemId);
        builder.Property(row => row.ItemId).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<AsCode<DecisionState>>();

        // One item for each cause; what was withdrawn may be called for again.
        builder
            .HasIndex(row => new { row.Decision, row.Occurrence })
            .IsUnique()
            .HasFilter("state <> 'withdrawn'")
            .HasDatabaseName("ux_decision_item_occurrence");

        // Serves: what waits to be decided, oldest first.
        builder.HasIndex(row => row.ItemId, "ix_decision_item_waiting").HasFilter("state = 'proposed'");

        // Serves: what concerns one person.
        builder.HasIndex(row => new { row.Subject, row.ItemId }).HasDatabaseName("ix_decision_item_subject");
    }
}
