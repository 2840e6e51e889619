using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>A commendation as the statement shows it; frozen with the statement that holds it.</summary>
internal sealed record CommendationRow
{
    public required long ItemId { get; init; }

    /// <summary>The month it is for (<see cref="Rules.Contract.Month.Index"/>).</summary>
    public required int Month { get; init; }
    public required string Subject { get; init; }
    public required string Place { get; init; }
    public required string Clause { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required string MeasureZh { get; init; }
    public required string MeasureEn { get; init; }
    public int? Amount { get; init; }
    public required string DecidedBy { get; init; }
    public required Instant DecidedAt { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The month of the delivered statement it stands in; null while none does.</summary>
    public int? DeliveredIn { get; init; }

    public Words Name => new(NameZh, NameEn);

    public Words Measure => new(MeasureZh, MeasureEn);
}

internal sealed class CommendationTable : IEntityTypeConfiguration<CommendationRow>
{
    public void Configure(EntityTypeBuilder<CommendationRow> builder)
    {
        builder.ToTable("commendation");
        builder.HasKey(row => row.ItemId);
        builder.Property(row => row.ItemId).ValueGeneratedNever();

        // Serves: those of a delivered statement, and those that none holds yet (a few months' worth).
        builder.HasIndex(row => row.DeliveredIn).HasDatabaseName("ix_commendation_delivered_in");
    }
}
