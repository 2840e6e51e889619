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
        builder.HasOne<CustomerRecord>().WithMany().HasForeignKey(unit => unit.Owner).OnDelete(DeleteBehavior.Restrict);

        // Serves: a home by its number in a wide scope.
        builder.HasIndex(unit => new { unit.Number, unit.Project }).HasDatabaseName("ix_unit_number");

        // Serves: the homes of one customer.
        builder.HasIndex(unit => unit.Owner).HasDatabaseName("ix_unit_owner");

        // Serves: the customers of a narrow scope.
        builder.HasIndex(unit => new { unit.Project, unit.Owner }).HasDatabaseName("ix_unit_project_owner");
    }
}

internal sealed class CustomerTable : IEntityTypeConfiguration<CustomerRecord>
{
    public void Configure(EntityTypeBuilder<CustomerRecord> builder)
    {
        builder.ToTable("customer");

        // Serves: the list, page by page.
        builder.HasKey(customer => customer.Id);

        // Serve: finding by how the name, its initials or the last digits of the phone begin.
        builder.HasIndex(customer => new { customer.Name, customer.Id }).HasDatabaseName("ix_customer_name");
        builder.HasIndex(customer => new { customer.Initials, customer.Id }).HasDatabaseName("ix_customer_initials");
        builder.HasIndex(customer => new { customer.PhoneBackwards, customer.Id }).HasDatabaseName("ix_customer_phone");
    }
}
