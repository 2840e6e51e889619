using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>The code last sent to a telephone; a new one puts out the old.</summary>
internal sealed class OwnerCode
{
    /// <summary>The digits of the telephone.</summary>
    public required string Phone { get; init; }

    /// <summary>Salted and slow: six digits are soon tried.</summary>
    public required string Hash { get; init; }
    public required Instant ExpiresAt { get; init; }
    public int Attempts { get; init; }
    public required Instant SentAt { get; init; }

    /// <summary>How many were sent since <see cref="CountedFrom"/>: a stranger cannot fill somebody's telephone.</summary>
    public required int Sent { get; init; }
    public required Instant CountedFrom { get; init; }
}

/// <summary>An owner's browser. It knows a telephone; whose cases that opens is asked anew each time.</summary>
internal sealed class OwnerSession
{
    public required byte[] Hash { get; init; }
    public required string Phone { get; init; }
    public required Instant EndsAt { get; init; }
}
