using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Inbox;

/// <summary>When the clock of a case ends that ends first.</summary>
internal enum Urgency
{
    Overdue,
    Today,
    Later,
}

internal static class UrgencyOf
{
    /// <param name="due">Null when no clock runs: then nothing presses.</param>
    /// <param name="now">The moment.</param>
    public static Urgency Due(Instant? due, Instant now) =>
        due is null || due >= Tomorrow(now) ? Urgency.Later
        : due < now ? Urgency.Overdue
        : Urgency.Today;

    public static Instant Tomorrow(Instant now) => Instant.At(now.Date.AddDays(1), TimeOnly.MinValue);
}
