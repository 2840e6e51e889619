using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation;

public static class OrganisationModule
{
    internal const int AttemptsBeforeLock = 5;
    internal const int LockMinutes = 15;
    private const int AttemptsPerMinute = 30;
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    /// <summary>Accounts without the web: for the command line.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Administrators>();
        return services
            .AddIdentityCore<Account>(options =>
            {
                // Chinese names are user names too. Length is what makes a password hard; rules of composition do not.
                options.User.AllowedUserNameCharacters = null!;
                options.Password.RequiredLength = AccountRefusals.ShortestPassword;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockMinutes);
            })
            .AddEntityFrameworkStores<Db>();
    }

    public static void AddOrganisation(this IServiceCollection services)
    {
        services.AddAccounts().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
        services.AddSingleton<FirstLink>();
        services.AddSingleton<OrganisationTree>();
        services.AddSingleton<ScopeOfPlace>(provider => provider.GetRequiredService<OrganisationTree>().ScopeOf);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(SafeCookie);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(
                new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
                    .RequireAuthenticatedUser()
                    .Build()
            );
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignIn.AttemptLimit, PerAddress);
        });
    }

    public static void MapOrganisation(this IEndpointRouteBuilder routes)
    {
        SignIn.Map(routes);
        FirstAdministrator.Map(routes);
    }

    private static void SafeCookie(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/error/403";
        cookie.ReturnUrlParameter = "back";
        cookie.ExpireTimeSpan = SessionLength;
        cookie.SlidingExpiration = true;
        cookie.Cookie.Name = "shouwen";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = AttemptsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        );
}
