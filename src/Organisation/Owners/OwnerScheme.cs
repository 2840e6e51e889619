using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouwen.Organisation.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>
/// Recognises an owner by a cookie of its own. The scheme is asked only where an endpoint names it
/// (<see cref="Permissions.Owner"/>): nothing of the staff's pages ever sees an owner as signed in.
/// </summary>
internal sealed class OwnerScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    OwnerCodes codes
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Owner";
    public const string Cookie = "shouwen-owner";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Response.Redirect("/owner");
        }
        else
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private AuthenticateResult Authenticate()
    {
        if (Request.Cookies[Cookie] is not { Length: > 0 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        var customers = codes.CustomersOf(secret);
        if (customers.Count == 0)
        {
            return AuthenticateResult.Fail("the session is over");
        }

        var claims = customers.Select(id => new Claim(OwnerClaims.Customer, id.ToString(CultureInfo.InvariantCulture)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    public static CookieOptions SafeCookie(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
            Path = "/owner",
            IsEssential = true,
        };
}
