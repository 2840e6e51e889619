using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases/{number}.</summary>
internal static class ReadCase
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}", Get)
            .WithName("readCase")
            .WithSummary("A case with its clocks, judged now")
            .WithDescription(
                "The header ETag is the version that If-Match asks for. The number of a merged case answers with the case it was merged into."
            )
            .Produces<CaseJson>()
            .Fails(404);

    private static IResult Get(string number, CaseLog log, Database database, Reader reader) =>
        JudgedCase.Open(number, log, reader) switch
        {
            null => ApiRefusals.NoCase(number),
            var opened => ApiAnswer.Ok(Whole(database, opened)) with { ETag = IfMatch.Tag(opened.Version) },
        };

    private static CaseJson Whole(Database database, JudgedCase opened)
    {
        using var session = database.Read();
        var whole = opened.Whole(session.AttachmentsOf(opened.Number));
        var itself = RelatedCase.Itself(session, whole.Number, Scope.WholeGroup)!;
        return whole with
        {
            Aliases = [.. RelatedCase.Aliases(session, whole.Number).Select(alias => alias.Number)],
            Lead = itself.Lead,
            Members = Numbers(RelatedCase.Members(session, whole.Number)),
            Serves = itself.Serves,
            ServedBy = Numbers(RelatedCase.ServingOf(session, whole.Number)),
        };
    }

    private static IReadOnlyList<string>? Numbers(IReadOnlyList<RelatedCase> cases) =>
        cases.Count == 0 ? null : [.. cases.Select(each => each.Number)];
}
