using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>A file that belongs to a case, or to something else in the log. Its bytes lie in the store of files under their own hash.</summary>
internal sealed class AttachmentRow
{
    /// <summary>Random, so that nobody guesses the next one.</summary>
    public required string Id { get; init; }

    /// <summary>The key in the log, which cases share with what else lies there.</summary>
    public required long CaseId { get; init; }

    /// <summary>The event it belongs to, if to one.</summary>
    public int? Seq { get; init; }

    /// <summary>What it shows, if somebody said so.</summary>
    public AttachmentKind? Kind { get; init; }

    /// <summary>What the sender called it; empty once erased.</summary>
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Size { get; init; }

    /// <summary>The name in the store.</summary>
    public required string File { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }

    /// <summary>The bytes of an erased file are swept up unless another row names them too.</summary>
    public Instant? ErasedAt { get; init; }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> builder)
    {
        builder.ToTable("attachment");

        // Serves: GET /attachments/{id}.
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Kind).HasConversion<AsCode<AttachmentKind>>();

        // Serves: the files of a case.
        builder.HasIndex(row => row.CaseId).HasDatabaseName("ix_attachment_case");

        // Serves: "does anybody still need this file?".
        builder.HasIndex(row => row.File).HasDatabaseName("ix_attachment_file");
    }
}
