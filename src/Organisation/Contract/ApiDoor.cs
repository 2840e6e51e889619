using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>The one door of everything under /api: a token or a session, a limit for each caller, and no change by another site.</summary>
public static class ApiDoor
{
    public const string Path = "/api";
    public const string CallLimit = "api-calls";

    /// <summary>For the group of all API routes, or for one of them.</summary>
    public static TBuilder BehindApiDoor<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.RequireAuthorization(Permissions.Api).RequireRateLimiting(CallLimit);
        routes.WithMetadata(new AsksForFormToken()).DisableAntiforgery();
        return routes.AddEndpointFilter(OursOrByToken);
    }

    /// <summary>
    /// A browser sends the cookie on its own, so a change by cookie must prove that one of our pages asked for it (header
    /// RequestVerificationToken). Nobody sends a token by accident.
    /// </summary>
    private static async ValueTask<object?> OursOrByToken(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return reads || http.User.HasClaim(claim => claim.Type == TokenScheme.Claim) || await http.IsFormOurs()
            ? await next(call)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }
}

/// <summary>Marks an endpoint whose changes are refused without a bearer token or our own form token.</summary>
public sealed class AsksForFormToken;
