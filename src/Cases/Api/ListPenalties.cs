using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}/penalties.</summary>
internal static class ListPenalties
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}/penalties", Get)
            .WithName("listPenalties")
            .WithSummary("What a case has cost whom, judged now")
            .Produces<PenaltyListJson>()
            .Fails(403, 404);

    private static IResult Get(string number, CaseLog log, Reader reader) =>
        JudgedCase.Open(number, log, reader) switch
        {
            null => ApiRefusals.NoCase(number),
            { ShowsCharges: false } => Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.ChargesAreNotYours),
            var opened => ApiAnswer.Ok(opened.Penalties()),
        };
}
