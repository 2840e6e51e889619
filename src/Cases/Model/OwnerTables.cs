using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>A link that opens one case without a code, until it is over or revoked.</summary>
internal sealed class CaseLinkRow
{
    public long Id { get; init; }
    public required long CaseId { get; init; }

    /// <summary>By which the secret in the address is known.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The secret under the application's protection keys: to be shown again as a QR code, useless without the keys.</summary>
    public required string Sealed { get; init; }
    public required Instant MadeAt { get; init; }
    public required Instant EndsAt { get; init; }
    public Instant? RevokedAt { get; init; }
}

/// <summary>A form an owner sent: sent twice, it opens one case.</summary>
internal sealed class OwnerReportRow
{
    public required long CustomerId { get; init; }

    /// <summary>What the form was given when it was shown.</summary>
    public required string Once { get; init; }
    public required string Number { get; init; }
}

internal sealed class CaseLinkTable : IEntityTypeConfiguration<CaseLinkRow>
{
    public void Configure(EntityTypeBuilder<CaseLinkRow> builder)
    {
        builder.ToTable("case_link");
        builder.HasKey(link => link.Id);
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(link => link.CaseId).OnDelete(DeleteBehavior.Restrict);

        // Serves: whoever comes by a link, at every request.
        builder.HasIndex(link => link.Digest).IsUnique().HasDatabaseName("ix_case_link_digest");

        // Serves: the links of a case.
        builder.HasIndex(link => link.CaseId).HasDatabaseName("ix_case_link_case");
    }
}

internal sealed class OwnerReportTable : IEntityTypeConfiguration<OwnerReportRow>
{
    public void Configure(EntityTypeBuilder<OwnerReportRow> builder)
    {
        builder.ToTable("owner_report");

        // Serves: "did this form come before?".
        builder.HasKey(report => new { report.CustomerId, report.Once });
    }
}
