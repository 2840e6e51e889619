using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The person charged objects to a delivered line. One appeal a line; it is decided once.</summary>
internal sealed class AppealRow
{
    public long Id { get; init; }
    public required int Month { get; init; }
    public required string Line { get; init; }
    public required string Subject { get; init; }
    public required string Reason { get; init; }
    public required Instant At { get; init; }
    public required AppealState State { get; init; }
    public string? Answer { get; init; }
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }
}

/// <summary>A file that was sent with an appeal.</summary>
internal sealed class AppealFileRow
{
    /// <summary>Random, so that nobody guesses the next one.</summary>
    public required string Id { get; init; }
    public required long AppealId { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }

    /// <summary>The name in the store.</summary>
    public required string File { get; init; }
}

internal enum AppealState
{
    Open,

    /// <summary>The line is taken back: the next statement gives it.</summary>
    Accepted,

    Rejected,
}

internal sealed class AppealTable : IEntityTypeConfiguration<AppealRow>
{
    public void Configure(EntityTypeBuilder<AppealRow> builder)
    {
        builder.ToTable("statement_appeal");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.State).HasConversion<AsCode<AppealState>>();

        // One appeal a line, however often the button is pressed; serves: the appeal of a line.
        builder.HasIndex(row => new { row.Month, row.Line }).IsUnique().HasDatabaseName("ux_statement_appeal_line");

        // Serves: the page of appeals, the open ones first.
        builder.HasIndex(row => new { row.State, row.Id }).HasDatabaseName("ix_statement_appeal_state");
    }
}

internal sealed class AppealFileTable : IEntityTypeConfiguration<AppealFileRow>
{
    public void Configure(EntityTypeBuilder<AppealFileRow> builder)
    {
        builder.ToTable("statement_appeal_file");
        builder.HasKey(row => row.Id);
        builder.HasOne<AppealRow>().WithMany().HasForeignKey(row => row.AppealId).OnDelete(DeleteBehavior.Restrict);

        // Serves: the files of an appeal, and whether a stored file is still named.
        builder.HasIndex(row => row.AppealId);
        builder.HasIndex(row => row.File).HasDatabaseName("ix_statement_appeal_file_file");
    }
}
