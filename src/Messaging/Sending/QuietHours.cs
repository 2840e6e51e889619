using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>The time of day in which nobody is greeted or congratulated. It may pass midnight; equal ends mean there is none.</summary>
internal readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    public static readonly QuietHours None;

    public bool Cover(Instant at) => From != To && at.TimeOfDay.IsBetween(From, To);

    /// <summary>The moment itself, or the end of the quiet hours it lies in.</summary>
    public Instant NextLoud(Instant at) => Cover(at) ? at.NextAt(To) : at;
}
