using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Watching.Model;

/// <summary>How far the log was followed for what slowness calls for, in one row.</summary>
/// <param name="Id">Always 1.</param>
/// <param name="Position">The last append that was looked at.</param>
internal sealed record WatchMarkRow(int Id, long Position);

internal sealed class WatchMarkTable : IEntityTypeConfiguration<WatchMarkRow>
{
    public void Configure(EntityTypeBuilder<WatchMarkRow> builder)
    {
        builder.ToTable("watch_mark");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasData(new WatchMarkRow(1, 0));
    }
}

internal static class WatchMark
{
    private const string Find = "SELECT position FROM watch_mark WHERE id = 1";
    private const string Put = "UPDATE watch_mark SET position = @position WHERE id = 1";

    public static long Read(Session session) => session.Number(Find) ?? 0;

    public static void Move(WriteSession session, long position) => session.Run(Put, position);
}
