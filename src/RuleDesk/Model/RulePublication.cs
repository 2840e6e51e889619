using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

/// <summary>A text that replaces what a book says from a moment on. Never changed and never taken back: the next one follows it.</summary>
internal sealed class RulePublication
{
    public long Id { get; init; }
    public required string Book { get; init; }
    public required long DraftId { get; init; }
    public required string Text { get; init; }

    /// <summary>When it takes effect; later than <see cref="PublishedAt"/>, so that nothing judged so far is judged anew.</summary>
    public required Instant EffectiveFrom { get; init; }
    public required string Reason { get; init; }
    public required string PublishedBy { get; init; }
    public required Instant PublishedAt { get; init; }
}

internal sealed class RulePublicationTable : IEntityTypeConfiguration<RulePublication>
{
    public void Configure(EntityTypeBuilder<RulePublication> builder)
    {
        builder.ToTable("rule_publication");

        // Serves: all of them in their order, at start and whenever there is a new one.
        builder.HasKey(publication => publication.Id);
    }
}
