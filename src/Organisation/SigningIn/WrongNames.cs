using Microsoft.Extensions.Caching.Memory;

namespace Shouwen.Organisation.SigningIn;

/// <summary>
/// Counts attempts on names that do not exist, so that they appear to lock like real ones: otherwise the sentence for a
/// locked account would tell a stranger which names are worth trying.
/// </summary>
internal sealed class WrongNames : IDisposable
{
    private const int MostKept = 10_000;

    private readonly MemoryCache attempts = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public bool IsLockedAfter(string name)
    {
        var counted = attempts.GetOrCreate(
            name.ToUpperInvariant(),
            entry =>
            {
                entry.Size = 1;
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(OrganisationModule.LockMinutes);
                return new Attempts();
            }
        )!;
        return Interlocked.Increment(ref counted.Count) >= OrganisationModule.AttemptsBeforeLock;
    }

    public void Dispose() => attempts.Dispose();

    private sealed class Attempts
    {
        public int Count;
    }
}
