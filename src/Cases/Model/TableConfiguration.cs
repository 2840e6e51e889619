using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

internal sealed class CaseTable : IEntityTypeConfiguration<CaseRow>
{
    private const string OnlyOpen = "closed_at IS NULL";
    private const string OnlyClosed = "closed_at IS NOT NULL";

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

        // Serves: the register of what is open, the clock that ends first on top, and its figures. An archive of closed cases
        // is not in it; what the register filters by is, so that a rare filter is answered from the index alone (for which
        // SQLite wants the column of the index's own condition in it too).
        builder
            .HasIndex(
                row => new
                {
                    row.DueAt,
                    row.CaseId,
                    row.Category,
                    row.Nature,
                    row.LeadDepartment,
                    row.State,
                    row.Project,
                    row.ClosedAt,
                },
                "ix_cases_open_due"
            )
            .HasFilter(OnlyOpen);

        // Serves: the same of one project (several are merged).
        builder
            .HasIndex(
                row => new
                {
                    row.Project,
                    row.DueAt,
                    row.CaseId,
                    row.Category,
                    row.Nature,
                    row.LeadDepartment,
                    row.State,
                    row.ClosedAt,
                },
                "ix_cases_project_open_due"
            )
            .HasFilter(OnlyOpen);

        // Serves: what is open by opening, newest or oldest first; of one project (several are merged).
        builder.HasIndex(row => new { row.OpenedAt, row.CaseId }, "ix_cases_open_opened").HasFilter(OnlyOpen);
        builder
            .HasIndex(
                row => new
                {
                    row.Project,
                    row.OpenedAt,
                    row.CaseId,
                },
                "ix_cases_project_open_opened"
            )
            .HasFilter(OnlyOpen);

        // Serves: the register of closed cases by opening; of all cases together with the ones above, merged: what was opened
        // last is mostly open, and a list of closed cases must not wade through it. Reports over an opening period.
        builder.HasIndex(row => new { row.OpenedAt, row.CaseId }, "ix_cases_closed_opened").HasFilter(OnlyClosed);

        // Serves: the same of one project (several are merged).
        builder
            .HasIndex(
                row => new
                {
                    row.Project,
                    row.OpenedAt,
                    row.CaseId,
                },
                "ix_cases_project_closed_opened"
            )
            .HasFilter(OnlyClosed);

        // Serves: closed or all cases of a nature that is not the ordinary one; the ordinary ones are dense enough to be met.
        builder
            .HasIndex(
                row => new
                {
                    row.Nature,
                    row.OpenedAt,
                    row.CaseId,
                },
                "ix_cases_nature_opened"
            )
            .HasFilter("nature <> 'ordinary'");

        // Serves: what happened in one home.
        builder
            .HasIndex(row => new
            {
                row.Project,
                row.Unit,
                row.CaseId,
            })
            .HasFilter("unit IS NOT NULL")
            .HasDatabaseName("ix_cases_unit");

        // Serves: what one customer reported. An imported archive knows no customers, so it pays nothing for this.
        builder
            .HasIndex(row => new { row.CustomerId, row.CaseId })
            .HasFilter("customer_id IS NOT NULL")
            .HasDatabaseName("ix_cases_customer");

        // Serves: whose numbers lead to a case.
        builder.HasIndex(row => row.MergedInto).HasFilter("merged_into IS NOT NULL").HasDatabaseName("ix_cases_merged");

        // Serves: the members of a group.
        builder.HasIndex(row => row.Lead).HasFilter("lead IS NOT NULL").HasDatabaseName("ix_cases_lead");

        // Serves: the developer's cases of a property case.
        builder.HasIndex(row => row.Serves).HasFilter("serves IS NOT NULL").HasDatabaseName("ix_cases_serves");

        // Serves: what a place took over from service centres.
        builder.HasIndex(row => row.Desk).HasFilter("desk IS NOT NULL").HasDatabaseName("ix_cases_desk");

        // Serves: what an employee has registered, the newest first.
        builder.HasIndex(row => new { row.Reporter, row.CaseId }, "ix_cases_reporter").HasFilter("reporter IS NOT NULL");

        // Serves: the sweep. Cases that never change by themselves, most of an archive, are not in it.
        builder.HasIndex(row => row.ChangesAt).HasFilter("changes_at IS NOT NULL").HasDatabaseName("ix_cases_changes");
    }
}

internal sealed class SearchMarkTable : IEntityTypeConfiguration<SearchMarkRow>
{
    public void Configure(EntityTypeBuilder<SearchMarkRow> builder)
    {
        builder.ToTable("search_mark");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasData(new SearchMarkRow(1, 0, 0));
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

internal sealed class CaseCountTable : IEntityTypeConfiguration<CaseCountRow>
{
    public void Configure(EntityTypeBuilder<CaseCountRow> builder)
    {
        builder.ToTable("case_count");

        // Serves: the dashboard of the group (some hundred rows) and of its projects.
        builder.HasKey(row => new
        {
            row.Whole,
            row.Project,
            row.Category,
            row.Month,
        });

        // Serves: how many are open, on every page of the register: months in which nothing is open any more are not in it.
        builder
            .HasIndex(
                row => new
                {
                    row.Whole,
                    row.Project,
                    row.Category,
                    row.Open,
                },
                "ix_case_count_open"
            )
            .HasFilter("open <> 0");
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_view");

        // Serves: one person's views, on every page of the register.
        builder.HasKey(view => new { view.StaffId, view.Name });
    }
}

internal sealed class ChosenColumnsTable : IEntityTypeConfiguration<ChosenColumns>
{
    public void Configure(EntityTypeBuilder<ChosenColumns> builder)
    {
        builder.ToTable("chosen_columns");
        builder.HasKey(columns => columns.StaffId);
    }
}
