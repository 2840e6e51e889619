using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>How long ago what somebody writes down now may have happened: an event recorded late, the end of a contact at intake.</summary>
internal static class Backdating
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(7);

    public static bool IsTooLate(Instant happened, Instant now) => happened < now - Furthest;
}
