using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Every way in (password, second step, passkey) ends here, and begins a session.</summary>
internal sealed class Door(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    Sessions sessions
) : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        await EndCurrent();
        var session = new Claim(Sessions.Claim, await sessions.Begin(user, Context));
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, session]);
    }

    /// <summary>Before what would let somebody else stay in: is it the owner who sits here? Wrong answers count as wrong attempts.</summary>
    public async Task<Refusal?> Ask(Account account, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            return AccountRefusals.PasswordMissing;
        }

        var result = await CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? AccountRefusals.Locked
            : AccountRefusals.PasswordWrong;
    }

    public override async Task SignOutAsync()
    {
        await EndCurrent();
        await base.SignOutAsync();
    }

    private Task EndCurrent() =>
        UserManager.GetUserId(Context.User) is { } account && Context.User.FindFirstValue(Sessions.Claim) is { } session
            ? sessions.End(account, session)
            : Task.CompletedTask;
}
