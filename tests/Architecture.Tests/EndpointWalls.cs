using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;

namespace Shouwen.Architecture.Tests;

/// <summary>The rules of the front door, judged on the list of endpoints that the running application answers.</summary>
internal static class EndpointWalls
{
    private static readonly HashSet<string> Reading = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "OPTIONS" };

    /// <summary>Neither a permission nor "anonymous": nobody decided who may come in.</summary>
    public static IEnumerable<Breach> WithoutPermission(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        let metadata = endpoint.Metadata
        where metadata.GetMetadata<IAllowAnonymous>() is null
        where !metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is { Length: > 0 })
        where metadata.GetMetadata<AuthorizationPolicy>() is null
        select new Breach(NameOf(endpoint), "names no permission and is not marked anonymous");

    /// <summary>Another site could send it with the visitor's cookie.</summary>
    public static IEnumerable<Breach> WithoutAntiforgery(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        where MayChange(endpoint) && !DemandsFormToken(endpoint) && !DemandsBearerToken(endpoint) && !IsBehindApiDoor(endpoint)
        select new Breach(NameOf(endpoint), "changes something without demanding an antiforgery or a bearer token");

    private static bool MayChange(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
        || methods.HttpMethods.Any(method => !Reading.Contains(method));

    private static bool DemandsFormToken(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    private static bool DemandsBearerToken(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.AuthenticationSchemes == "Bearer");

    /// <summary>It asks for the form token of a browser, and lets a bearer token pass: shown by ApiDoorTests.</summary>
    private static bool IsBehindApiDoor(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<AsksForFormToken>() is not null;

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 ? "any method" : string.Join(',', methods))} {endpoint.RoutePattern.RawText}";
    }
}
