using Shouwen.Rules.Contract;

namespace Shouwen.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset().ToUniversalTime();
}
