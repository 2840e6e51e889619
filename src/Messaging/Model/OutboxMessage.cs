using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Model;

/// <summary>One message to one person. It is in that person's inbox from <see cref="At"/> on, whatever becomes of its deliveries.</summary>
internal sealed class OutboxMessage
{
    public long Id { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required string Occurrence { get; init; }
    public required string Person { get; init; }
    public required string Clause { get; init; }
    public required Instant At { get; init; }
    public required Instant PutAt { get; init; }
    public required bool IsCare { get; init; }

    /// <summary>A JSON object of texts by name.</summary>
    public required string Parameters { get; init; }

    /// <summary>When its deliveries were written; null while no process has taken it up.</summary>
    public Instant? PlannedAt { get; init; }

    public Instant? ReadAt { get; init; }
}
