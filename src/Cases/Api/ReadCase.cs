using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}.</summary>
internal static class ReadCase
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}", Get)
            .WithName("readCase")
            .WithSummary("A case with its clocks, judged now")
            .WithDescription("The header ETag is the version that If-Match asks for.")
            .Produces<CaseJson>()
            .Fails(404);

    private static async Task<IResult> Get(string number, CaseLog log, Db db, Reader reader, CancellationToken cancellation)
    {
        if (JudgedCase.Open(number, log, reader) is not { } opened)
        {
            return ApiRefusals.NoCase(number);
        }

        var attachments = await db.AttachmentsOf(number, cancellation);
        return ApiAnswer.Ok(opened.Whole(attachments)) with { ETag = IfMatch.Tag(opened.Version) };
    }
}
