using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}/events: the log in the order of recording.</summary>
internal static class ListEvents
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}/events", Get)
            .WithName("listEvents")
            .WithSummary("The log of a case, in the order of recording")
            .Produces<EventListJson>()
            .Fails(404);

    private static IResult Get(string number, CaseLog log, Reader reader) =>
        JudgedCase.Open(number, log, reader) switch
        {
            null => ApiRefusals.NoCase(number),
            var opened => ApiAnswer.Ok(opened.Events()) with { ETag = IfMatch.Tag(opened.Version) },
        };
}
