using System.Net.Mime;
using Microsoft.AspNetCore.Http.Metadata;

namespace Shouwen.Web;

/// <summary>
/// Handlers are bound at build time, when nobody knows which of their parameters are services. So the generator says of each
/// that may be one "takes JSON, and is no page"; a form sent there would be refused, and who has not signed in would not be led to
/// the door. Here services are known, and what was said in doubt is taken back.
/// </summary>
internal static class BoundHandlers
{
    public static RouteGroupBuilder MapBound(this WebApplication site)
    {
        var routes = site.MapGroup("");
        ((IEndpointConventionBuilder)routes).Finally(TakeBack);
        return routes;
    }

    private static void TakeBack(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.FirstOrDefault(IsInDoubt) is { } said)
        {
            endpoint.Metadata.Remove(said);
            foreach (var other in endpoint.Metadata.OfType<IDisableCookieRedirectMetadata>().ToList())
            {
                endpoint.Metadata.Remove(other);
            }
        }
    }

    private static bool IsInDoubt(object metadata) =>
        metadata is IAcceptsMetadata { RequestType: null, ContentTypes: [MediaTypeNames.Application.Json] };
}
