using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Owners;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>How callers are recognised, what they may be asked to have, and how often they may come.</summary>
internal static class FrontDoor
{
    /// <summary>A token if one is offered, else the session's cookie.</summary>
    private const string Caller = "Caller";

    private const int AttemptsPerMinute = 30;

    /// <summary>
    /// Stops a program that has gone wild, not one that is busy: a night's load through one token passes.
    /// SHOUWEN_API_CALLS_PER_MINUTE says otherwise.
    /// </summary>
    private const int CallsPerMinute = 240_000;

    private const string EventStream = "text/event-stream";

    private const string CallsSetting = "SHOUWEN_API_CALLS_PER_MINUTE";

    public static void AddFrontDoor(this IServiceCollection services)
    {
        services
            .AddAuthentication(Caller)
            .AddPolicyScheme(
                Caller,
                null,
                scheme =>
                    scheme.ForwardDefaultSelector = http =>
                        TokenScheme.IsOffered(http.Request) ? TokenScheme.Name : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddScheme<AuthenticationSchemeOptions, OwnerScheme>(OwnerScheme.Name, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(SafeCookie);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(Caller).RequireAuthenticatedUser().Build())
            .AddPolicy(Permissions.Desk, policy => policy.RequireClaim(Sessions.Claim))
            .AddPolicy(Permissions.Api, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Permissions.OwnAccount, policy => policy.RequireClaim(Sessions.Claim))
            .AddPolicy(Permissions.Owner, policy => policy.AddAuthenticationSchemes(OwnerScheme.Name).RequireClaim(OwnerClaims.Customer))
            .AddPolicy(
                Permissions.OwnerOfCase,
                policy =>
                    policy
                        .AddAuthenticationSchemes(OwnerScheme.Name)
                        .RequireAssertion(owner => owner.User.HasClaim(claim => claim.Type is OwnerClaims.Customer or OwnerClaims.Case))
            )
            .AddPolicy(Permissions.Administrator, policy => policy.RequireClaim(Me.RoleClaim, Administrators.Role));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenAgain;
            limiter.AddPolicy(SignIn.AttemptLimit, http => PerMinute(AddressOf(http), () => AttemptsPerMinute));
            limiter.AddPolicy(ApiDoor.CallLimit, http => PerMinute(CallerOf(http), () => AllowedCalls(http)));
        });
    }

    private static void SafeCookie(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/error/403";
        cookie.ReturnUrlParameter = "back";

        // The session's row says when it is over; the cookie itself only must not end before.
        cookie.ExpireTimeSpan = Sessions.Longest;
        cookie.SlidingExpiration = false;
        cookie.Cookie.Name = "shouwen";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Events.OnValidatePrincipal = Sessions.Admit;
        cookie.Events.OnRedirectToLogin = answer => PageOrStatus(answer, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = answer => PageOrStatus(answer, StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// A person is led to a page; a program is told the status, and the API writes why. A page that was left open listens to
    /// changes as a program too, and can do nothing with a page: by 204 it knows that there is nothing to come back for.
    /// </summary>
    private static Task PageOrStatus(RedirectContext<CookieAuthenticationOptions> answer, int status)
    {
        if (answer.Request.Path.StartsWithSegments(ApiDoor.Path, StringComparison.Ordinal))
        {
            answer.Response.StatusCode = status;
            answer.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (answer.Request.Headers.Accept == EventStream)
        {
            answer.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            answer.Response.Redirect(answer.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static RateLimitPartition<string> PerMinute(string who, Func<int> permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            who,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits(),
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        );

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Each token on its own, so that one program gone wild does not stop its owner's others; a person by who they are.</summary>
    private static string CallerOf(HttpContext http) =>
        (http.User.FindFirst(TokenScheme.Claim) ?? http.User.FindFirst(Me.StaffClaim)) is { } claim
            ? $"{claim.Type} {claim.Value}"
            : AddressOf(http);

    private static int AllowedCalls(HttpContext http) =>
        int.TryParse(http.RequestServices.GetRequiredService<IConfiguration>()[CallsSetting], CultureInfo.InvariantCulture, out var calls)
        && calls > 0
            ? calls
            : CallsPerMinute;

    private static ValueTask SayWhenAgain(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
