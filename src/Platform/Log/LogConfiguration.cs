using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Log;

internal sealed class LogEventTable : IEntityTypeConfiguration<LogEvent>
{
    public void Configure(EntityTypeBuilder<LogEvent> builder)
    {
        builder.ToTable("log_event");

        // Serves: one case's events in recorded order; the walk over the whole log by verify.
        builder.HasKey(row => new
        {
            row.Month,
            row.CaseId,
            row.Seq,
        });

        // Serves: records of one kind over many cases, the newest first. Events are not in it: a query names this condition.
        builder
            .HasIndex(
                row => new
                {
                    row.Type,
                    row.At,
                    row.CaseId,
                    row.Seq,
                },
                "ix_log_event_record"
            )
            .HasFilter(RecordedFacts);
    }

    private const string RecordedFacts = "type >= 'record.' AND type < 'record/'";
}

internal sealed class LogTextTable : IEntityTypeConfiguration<LogText>
{
    public void Configure(EntityTypeBuilder<LogText> builder)
    {
        builder.ToTable("log_text");

        // Serves: the texts beside a case's events; the demand (seq 1) in lists.
        builder.HasKey(row => new
        {
            row.Month,
            row.CaseId,
            row.Seq,
        });
    }
}

internal sealed class LogHeadTable : IEntityTypeConfiguration<LogHead>
{
    public void Configure(EntityTypeBuilder<LogHead> builder)
    {
        builder.ToTable("log_head");
        builder.HasKey(row => row.Position);
        builder.Property(row => row.Position).ValueGeneratedNever();
    }
}

internal sealed class LogTipTable : IEntityTypeConfiguration<LogTip>
{
    public void Configure(EntityTypeBuilder<LogTip> builder)
    {
        builder.ToTable("log_tip");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasData(
            new LogTip
            {
                Id = 1,
                Position = 0,
                Hash = new byte[32],
                LastCase = 0,
            }
        );
    }
}
