using Microsoft.AspNetCore.Identity;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Identity's own check accepts a code as often as it is typed within its minutes; this one accepts it once.</summary>
internal sealed class OnceOnlyCodes(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        var key = await manager.GetAuthenticatorKeyAsync(user);
        if (key is null || Totp.StepOf(key, token, Instant.From(clock.GetUtcNow())) is not { } step || step <= user.LastCodeStep)
        {
            return false;
        }

        // Of two requests with the same code one finds the account changed, and fails.
        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
