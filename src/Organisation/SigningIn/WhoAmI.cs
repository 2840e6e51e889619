using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>GET /api/v1/me: the first call of every client, to see whether its token works and as whom.</summary>
internal static class WhoAmI
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/me", Get).BehindApiDoor();

    private sealed record Answer(string Staff, string Name, string Post, IReadOnlyList<string> Roles);

    private static IResult Get(Reader reader)
    {
        var me = reader.Me!;
        return Results.Json(new Answer(me.StaffId, me.Name, me.Post, me.Roles));
    }
}
