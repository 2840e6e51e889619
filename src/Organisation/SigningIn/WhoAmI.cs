using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>GET /api/v1/me: the first call of every client, to see whether its token works and as whom.</summary>
internal static class WhoAmI
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/me", Get)
            .BehindApiDoor()
            .WithName("whoAmI")
            .WithSummary("Who the token or the session speaks for")
            .Produces<CallerJson>()
            .Fails();

    private sealed record CallerJson
    {
        public required string Staff { get; init; }
        public required string Name { get; init; }
        public required string Post { get; init; }
        public required IReadOnlyList<string> Roles { get; init; }
    }

    private static ApiAnswer Get(Reader reader)
    {
        var me = reader.Me!;
        return ApiAnswer.Ok(
            new CallerJson
            {
                Staff = me.StaffId,
                Name = me.Name,
                Post = me.Post,
                Roles = me.Roles,
            }
        );
    }
}
