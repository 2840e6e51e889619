using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>
/// Recognises an owner by cookies of its own: the session after a code, the link that opens one case, or both. The scheme is
/// asked only where an endpoint names it (<see cref="Permissions.Owner"/>, <see cref="Permissions.OwnerOfCase"/>): nothing of
/// the staff's pages ever sees an owner as signed in.
/// </summary>
internal sealed class OwnerScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    OwnerCodes codes,
    Database database,
    CaseOfLink links
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Owner";
    public const string Cookie = "shouwen-owner";
    public const string LinkCookie = "shouwen-owner-link";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => LeadToTheDoor();

    /// <summary>A link opens its case; for anything else the code is asked for.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => LeadToTheDoor();

    private Task LeadToTheDoor()
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
        List<Claim> claims = [.. Customers(), .. LinkedCase()];
        return claims.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    private IEnumerable<Claim> Customers() =>
        Request.Cookies[Cookie] is { Length: > 0 } secret
            ? codes.CustomersOf(secret).Select(id => new Claim(OwnerClaims.Customer, id.ToString(CultureInfo.InvariantCulture)))
            : [];

    private IEnumerable<Claim> LinkedCase()
    {
        if (Request.Cookies[LinkCookie] is not { Length: > 0 } secret)
        {
            return [];
        }

        using var session = database.Read();
        var now = Instant.From(TimeProvider.GetUtcNow());
        return links(session, OwnerLinks.Digest(secret), now) is { } number ? [new Claim(OwnerClaims.Case, number)] : [];
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
