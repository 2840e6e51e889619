using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}/explanation.</summary>
internal static class ReadExplanation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}/explanation", Get)
            .WithName("readExplanation")
            .WithSummary("For every clock and item: the clause, its text, the arithmetic and the events used")
            .Produces<ExplanationJson>()
            .Fails(404);

    private static IResult Get(string number, CaseLog log, Reader reader) =>
        JudgedCase.Open(number, log, reader) is { } opened ? ApiAnswer.Ok(opened.Explained()) : ApiRefusals.NoCase(number);
}
