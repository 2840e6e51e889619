using Microsoft.AspNetCore.Http.Metadata;
using Shouwen.Platform.Contract;

namespace Shouwen.Web;

/// <summary>For the machine that watches us: alive, and ready to work.</summary>
internal static class Health
{
    private sealed record Answer(string Status, string? Reason = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Json(new Answer("alive"))).AllowAnonymous().DisableStatusCodePages();
        routes.MapGet("/readyz", Ready).AllowAnonymous().DisableStatusCodePages();
    }

    /// <summary>The database answers and has this version's tables.</summary>
    private static IResult Ready(Database database)
    {
        if (!File.Exists(database.File))
        {
            return NotReady("the database file is gone");
        }

        try
        {
            var missing = database.MissingMigrations();
            return missing.Count == 0
                ? Results.Json(new Answer("ready"))
                : NotReady($"migrations are missing: {string.Join(", ", missing)}");
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or DatabaseException or IOException)
        {
            return NotReady($"the database does not answer: {problem.Message}");
        }
    }

    private static IResult NotReady(string reason) =>
        Results.Json(new Answer("not ready", reason), statusCode: StatusCodes.Status503ServiceUnavailable);

    private static TBuilder DisableStatusCodePages<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AnswersItself());

    /// <summary>A machine reads it: no page is put in its place.</summary>
    private sealed class AnswersItself : ISkipStatusCodePagesMetadata;
}
