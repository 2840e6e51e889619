using System.Security.Claims;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>What lets a caller in: a live session or a valid token.</summary>
internal sealed class Pass(ClaimsPrincipal caller, Instant seenAt, Instant until)
{
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    private long seen = seenAt.Seconds;

    public ClaimsPrincipal Caller { get; } = caller;

    public bool IsOver(Instant now) => now >= until;

    /// <summary>True for one request a minute: "last seen" is for people, and not worth a write for each click.</summary>
    public bool IsToBeNoted(Instant now)
    {
        var last = Interlocked.Read(ref seen);
        return now - new Instant(last) >= NotedEvery && Interlocked.CompareExchange(ref seen, now.Seconds, last) == last;
    }
}
