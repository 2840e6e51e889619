using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

internal sealed class CaseTable : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(row => row.CaseId);
        builder.Property(row => row.CaseId).ValueGeneratedNever();
        builder.Property(row => row.Procedure).HasConversion<AsCode<Procedure>>();
        builder.Property(row => row.State).HasConversion<AsCode<CaseStage>>();
        builder.Property(row => row.Nature).HasConversion<AsCode<CaseNature>>();

        // Serves: every page and call about one case, /cases/{number}.
        builder.HasIndex(row => row.Number).IsUnique().HasDatabaseName("ux_cases_number");

        // Serves: "is this imported row already there?".
        builder
            .HasIndex(row => new { row.Source, row.Reference })
            .IsUnique()
            .HasFilter("source IS NOT NULL")
            .HasDatabaseName("ux_cases_source");

        // Serves: the register of wide scopes, the clock that ends first on top, by keyset.
        builder.HasIndex(row => new { row.DueAt, row.CaseId }).HasDatabaseName("ix_cases_due");

        // Serves: the register of what is open, and its figures: an archive of closed cases is not walked through.
        builder.HasIndex(row => new { row.DueAt, row.CaseId }, "ix_cases_open_due").HasFilter("closed_at IS NULL");

        // Serves: the register of one project (several are merged), in the same order.
        builder
            .HasIndex(row => new
            {
                row.Project,
                row.DueAt,
                row.CaseId,
            })
            .HasDatabaseName("ix_cases_project_due");

        // Serves: the register by opening, newest or oldest first; reports over an opening period.
        builder.HasIndex(row => new { row.OpenedAt, row.CaseId }).HasDatabaseName("ix_cases_opened");

        // Serves: the sweep. Cases that never change by themselves, most of an archive, are not in it.
        builder.HasIndex(row => row.ChangesAt).HasFilter("changes_at IS NOT NULL").HasDatabaseName("ix_cases_changes");
    }
}

internal sealed class ClockTable : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> builder)
    {
        builder.ToTable("case_clock");

        // Serves: the clocks of one case.
        builder.HasKey(row => new { row.CaseId, row.Ordinal });
        builder.Property(row => row.EndedBy).HasConversion<AsCode<ClockEnd>>();
        builder.Property(row => row.State).HasConversion<AsCode<ClockState>>();
    }
}

internal sealed class PenaltyTable : IEntityTypeConfiguration<PenaltyRow>
{
    public void Configure(EntityTypeBuilder<PenaltyRow> builder)
    {
        builder.ToTable("case_penalty");

        // Serves: the items of one case.
        builder.HasKey(row => new { row.CaseId, row.Ordinal });

        // Serves: the statement of a month, person by person.
        builder.HasIndex(row => new { row.Month, row.Subject }).HasDatabaseName("ix_case_penalty_month");
    }
}

internal sealed class CaseNumberTable : IEntityTypeConfiguration<CaseNumberRow>
{
    public void Configure(EntityTypeBuilder<CaseNumberRow> builder)
    {
        builder.ToTable("case_number");
        builder.HasKey(row => new { row.Project, row.Year });
    }
}
