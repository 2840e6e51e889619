using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Knowledge.Model;

internal sealed class DesignReviewTable : IEntityTypeConfiguration<DesignReview>
{
    public void Configure(EntityTypeBuilder<DesignReview> builder)
    {
        builder.ToTable("design_review");

        // Serves: one review; the list, newest first. A project has a handful of them.
        builder.HasKey(review => review.Id);
        builder.Ignore(review => review.IsOpen);

        // Serves: the reviews of the projects in scope.
        builder.HasIndex(review => new { review.Project, review.Id }).HasDatabaseName("ix_design_review_project");
    }
}

internal sealed class ReviewTickTable : IEntityTypeConfiguration<ReviewTick>
{
    public void Configure(EntityTypeBuilder<ReviewTick> builder)
    {
        builder.ToTable("design_review_tick");

        // Serves: what a review has ticked.
        builder.HasKey(tick => new { tick.ReviewId, tick.EntryId });
        builder.Property(tick => tick.Verdict).HasConversion<AsCode<Verdict>>();
        builder.HasOne<DesignReview>().WithMany().HasForeignKey(tick => tick.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CasebookEntry>().WithMany().HasForeignKey(tick => tick.EntryId).OnDelete(DeleteBehavior.Restrict);

        // Serves: which reviews have ticked an entry.
        builder.HasIndex(tick => tick.EntryId).HasDatabaseName("ix_design_review_tick_entry");
    }
}
