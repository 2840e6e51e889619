using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

/// <summary>A book somebody is changing. What is stored was sound when it was stored; what is published is never changed here.</summary>
internal sealed class RuleDraft
{
    public long Id { get; init; }
    public required string Book { get; init; }

    /// <summary>The version it began with.</summary>
    public required string FromVersion { get; init; }
    public required string Text { get; init; }
    public required string BegunBy { get; init; }
    public required Instant BegunAt { get; init; }
    public required string ChangedBy { get; init; }
    public required Instant ChangedAt { get; init; }

    /// <summary>How often it was changed: two people who change it at once find out.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was thrown away or published; nobody changes it any more.</summary>
    public Instant? EndedAt { get; init; }
}

internal sealed class RuleDraftTable : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> builder)
    {
        builder.ToTable("rule_draft");
        builder.HasKey(draft => draft.Id);

        // Serves: the drafts of a book that are still worked on; there are never many.
        builder.HasIndex(draft => draft.Book).HasFilter("ended_at IS NULL").HasDatabaseName("ix_rule_draft_open");
    }
}
