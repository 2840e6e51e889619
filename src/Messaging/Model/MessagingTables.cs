using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Model;

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_message");
        builder.HasKey(message => message.Id);

        // Exactly once: who puts the same message again meets this.
        builder
            .HasIndex(message => new
            {
                message.Subject,
                message.Kind,
                message.Occurrence,
                message.Person,
            })
            .IsUnique()
            .HasDatabaseName("ux_outbox_message_identity");

        // Serves: what no process has taken up yet. Empty most of the time.
        builder.HasIndex(message => message.At, "ix_outbox_message_unplanned").HasFilter("planned_at IS NULL");

        // Serves: a person's inbox, newest first.
        builder.HasIndex(message => new { message.Person, message.Id }, "ix_outbox_message_person");

        // Serves: the number beside the bell, on every page.
        builder.HasIndex(message => new { message.Person, message.At }, "ix_outbox_message_unread").HasFilter("read_at IS NULL");
    }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("outbox_delivery");
        builder.HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.State).HasConversion<AsCode<DeliveryState>>();
        builder.HasOne<OutboxMessage>().WithMany().HasForeignKey(delivery => delivery.MessageId).OnDelete(DeleteBehavior.Restrict);

        // One delivery for each message and channel, however many processes plan it; serves the deliveries of a message.
        builder.HasIndex(delivery => new { delivery.MessageId, delivery.Channel }).IsUnique();

        // Serves: what is to be sent now.
        builder.HasIndex(delivery => delivery.NextAt, "ix_outbox_delivery_waiting").HasFilter("state = 'waiting'");

        // Serves: what this process has just claimed.
        builder.HasIndex(delivery => delivery.Lease, "ix_outbox_delivery_lease").HasFilter("lease IS NOT NULL");

        // Serves: the page of dead letters.
        builder.HasIndex(delivery => delivery.MessageId, "ix_outbox_delivery_dead").HasFilter("state = 'dead'");
    }
}

internal sealed class DeliveryAttemptTable : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("outbox_attempt");
        builder.HasKey(attempt => attempt.Id);
        builder.HasOne<Delivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId).OnDelete(DeleteBehavior.Restrict);

        // Serves: the log of a delivery.
        builder.HasIndex(attempt => attempt.DeliveryId);
    }
}

/// <summary>The last run of a timer that runs rarely; those of every few seconds are remembered in memory only.</summary>
internal sealed class TimerRun
{
    public required string Name { get; init; }
    public required Rules.Contract.Instant At { get; init; }
    public required long Done { get; init; }
    public string? Problem { get; init; }
}

internal sealed class TimerRunTable : IEntityTypeConfiguration<TimerRun>
{
    public void Configure(EntityTypeBuilder<TimerRun> builder)
    {
        builder.ToTable("timer_run");
        builder.HasKey(run => run.Name);
    }
}
