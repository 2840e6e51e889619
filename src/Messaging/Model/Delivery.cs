using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Model;

internal enum DeliveryState
{
    /// <summary>To be sent at <see cref="Delivery.NextAt"/>, or being sent while somebody holds the lease.</summary>
    Waiting,

    Sent,

    /// <summary>Given up after the last attempt, or nobody knows where to send it. A person may try again.</summary>
    Dead,
}

/// <summary>A message on its way through one channel; each channel succeeds or fails on its own.</summary>
internal sealed class Delivery
{
    public long Id { get; init; }
    public required long MessageId { get; init; }
    public required string Channel { get; init; }
    public required DeliveryState State { get; init; }
    public required int Attempts { get; init; }
    public required Instant NextAt { get; init; }

    /// <summary>The claim of the process that is sending it; worthless from <see cref="LeasedUntil"/> on.</summary>
    public string? Lease { get; init; }
    public Instant? LeasedUntil { get; init; }
    public Instant? SentAt { get; init; }
    public string? LastError { get; init; }
}

/// <summary>One line of the delivery log.</summary>
internal sealed class DeliveryAttempt
{
    public long Id { get; init; }
    public required long DeliveryId { get; init; }
    public required Instant At { get; init; }

    /// <summary>The process that tried.</summary>
    public required string Node { get; init; }
    public required bool Delivered { get; init; }
    public required string Detail { get; init; }
}
