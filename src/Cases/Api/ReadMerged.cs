using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}/merged: every other call follows the number to the case that stays; what was charged here stays here.</summary>
internal static class ReadMerged
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}/merged", Get)
            .WithName("readMerged")
            .WithSummary("A merged case as it was: its own log, clocks and items, judged when it was merged")
            .Produces<MergedJson>()
            .Fails(404);

    private static IResult Get(string number, CaseLog log, Reader reader) =>
        JudgedCase.Merged(number, log, reader) is { } merged ? ApiAnswer.Ok(merged) : ApiRefusals.NoCase(number);
}
