using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Model;

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment");
        builder.HasKey(assignment => assignment.Id);
        builder.Property(assignment => assignment.Post).HasConversion<AsCode<Post>>();
        builder.Property(assignment => assignment.From).HasColumnName("from_at");
        builder.Property(assignment => assignment.Until).HasColumnName("until_at");

        // Serves: the posts of a place, and who held them.
        builder.HasIndex(assignment => new { assignment.Place, assignment.Post });

        // Serves: what somebody is, asked at every sign-in and every few seconds of a session.
        builder.HasIndex(assignment => assignment.StaffId);
    }
}

internal sealed class StandInTable : IEntityTypeConfiguration<StandIn>
{
    public void Configure(EntityTypeBuilder<StandIn> builder)
    {
        builder.ToTable("stand_in");
        builder.HasKey(standIn => standIn.Id);
        builder.Property(standIn => standIn.From).HasColumnName("from_at");
        builder.Property(standIn => standIn.Until).HasColumnName("until_at");
        builder.HasOne<Assignment>().WithMany().HasForeignKey(standIn => standIn.AssignmentId).OnDelete(DeleteBehavior.Restrict);

        // Serves: for whom somebody stands in now.
        builder.HasIndex(standIn => standIn.StaffId);
    }
}

internal sealed class ServiceCentreTable : IEntityTypeConfiguration<ServiceCentre>
{
    public void Configure(EntityTypeBuilder<ServiceCentre> builder)
    {
        builder.ToTable("service_centre");
        builder.HasKey(centre => centre.Place);
    }
}

internal sealed class OwnerCodeTable : IEntityTypeConfiguration<OwnerCode>
{
    public void Configure(EntityTypeBuilder<OwnerCode> builder)
    {
        builder.ToTable("owner_code");
        builder.HasKey(code => code.Phone);
    }
}

internal sealed class OwnerSessionTable : IEntityTypeConfiguration<OwnerSession>
{
    public void Configure(EntityTypeBuilder<OwnerSession> builder)
    {
        builder.ToTable("owner_session");
        builder.HasKey(session => session.Hash);

        // Serves: removing the sessions that are over.
        builder.HasIndex(session => session.EndsAt);
    }
}
