namespace Shouwen.Messaging.Sending;

/// <summary>How long to wait after the n-th failure: twice as long each time, up to a longest pause.</summary>
internal readonly record struct Backoff(TimeSpan First, TimeSpan Longest, int MostAttempts)
{
    public static readonly Backoff Usual = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6), MostAttempts: 10);

    public bool IsExhausted(int attempts) => attempts >= MostAttempts;

    public TimeSpan After(int failures)
    {
        // Beyond thirty doublings every pause is the longest one; the shift would overflow first.
        var doublings = Math.Clamp(failures - 1, 0, 30);
        return doublings == 30 || First * (1L << doublings) > Longest ? Longest : First * (1L << doublings);
    }
}
