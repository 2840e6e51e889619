using System.Security.Claims;
using Shouwen.Organisation.SigningIn;

namespace Shouwen.Organisation.Contract;

/// <summary>For answers that take long: whether whoever asked would still be let in. At the door nobody needs it.</summary>
public sealed class StillSignedIn
{
    private readonly KnownCallers callers;

    internal StillSignedIn(KnownCallers callers) => this.callers = callers;

    /// <summary>False at once when this process ended the session, a few seconds later when another did.</summary>
    public async Task<bool> Is(ClaimsPrincipal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.FindFirstValue(Sessions.Claim) is { } session && await callers.BySession(session) is not null;
    }
}
