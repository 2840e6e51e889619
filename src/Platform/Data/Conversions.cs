using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Data;

/// <summary>Moments are microseconds since 1970 on every store: they sort, compare and index as numbers.</summary>
internal sealed class UtcMicros()
    : ValueConverter<DateTimeOffset, long>(
        time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        micros => new DateTimeOffset((micros * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero)
    );

internal sealed class InstantMicros()
    : ValueConverter<Instant, long>(instant => instant.Seconds * 1_000_000, micros => Instant.FromMicros(micros));
