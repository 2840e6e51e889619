using Shouwen.Rules.Contract;

namespace Shouwen.Testing;

/// <summary>Ten times as fast as the machine's, and the same in every process that was told when it began.</summary>
public sealed class FastClock(Instant start, DateTimeOffset begun) : TimeProvider
{
    private const int Times = 10;

    public Instant Start => start;

    public DateTimeOffset Begun => begun;

    public Instant Now => Instant.From(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => start.ToDateTimeOffset().ToUniversalTime() + ((System.GetUtcNow() - begun) * Times);
}
