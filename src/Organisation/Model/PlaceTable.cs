using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Model;

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("place");
        builder.HasKey(place => place.Id);
        builder.Property(place => place.Kind).HasConversion<AsCode<PlaceKind>>();
        builder.HasOne<Place>().WithMany().HasForeignKey(place => place.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
