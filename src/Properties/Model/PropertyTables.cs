using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Properties.Contract;

namespace Shouwen.Properties.Model;

internal sealed class ProjectTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("project");
        builder.HasKey(project => project.Code);
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("unit");
        builder.HasKey(unit => new { unit.Project, unit.Number });
        builder.HasOne<Project>().WithMany().HasForeignKey(unit => unit.Project).OnDelete(DeleteBehavior.Restrict);
    }
}
