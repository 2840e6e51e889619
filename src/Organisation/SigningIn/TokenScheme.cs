using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Signs a program in by <c>Authorization: Bearer sw_…</c>, as the member of staff the token was made for.</summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    KnownCallers callers
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Token";
    public const string Claim = "token";

    private const string Bearer = "Bearer ";

    public static bool IsOffered(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsOffered(Request))
        {
            return AuthenticateResult.NoResult();
        }

        var token = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await callers.ByToken(token) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller, Name))
            : AuthenticateResult.Fail("an unknown, expired or revoked token");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Bearer.Trim();
        return Task.CompletedTask;
    }
}
