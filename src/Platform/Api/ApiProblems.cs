using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Api;

/// <summary>
/// Every failure under /api is answered as a problem, whoever noticed it: routing, sign-in, limits, a handler, or nobody.
/// People's pages keep their own way (Site.Pipeline).
/// </summary>
internal sealed class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told.
            return;
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await ProblemOf(problem).ExecuteAsync(http);
            return;
        }

        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await Problem.Of(response.StatusCode).ExecuteAsync(http);
        }
    }

    private Problem ProblemOf(Exception problem)
    {
        switch (problem)
        {
            case BadHttpRequestException bad:
                return Problem.Of(bad.StatusCode);
            case DatabaseException failed:
                log.LogError(failed, "The database failed");
                return new Problem(StatusCodes.Status503ServiceUnavailable, "database.unavailable", failed.Sentence);
            default:
                log.LogError(problem, "A call of the API failed");
                return new Problem(StatusCodes.Status500InternalServerError, "internal") { TraceId = Activity.Current?.TraceId.ToString() };
        }
    }
}
