using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shouwen.Platform.Contract;

/// <summary>What an endpoint answers: a component with its view, or the page to go on to.</summary>
public static class Answer
{
    public static RazorComponentResult<TComponent> Page<TComponent>(object model, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }) { StatusCode = status };

    /// <summary>303: after a form the browser gets the noun's page. Never leads to another site.</summary>
    public static IResult SeeOther(string? path) => new SeeOtherResult(IsLocal(path) ? path! : "/");

    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not (['/', '/', ..] or ['/', '\\', ..]) && !path.Any(char.IsControl);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = UriHelper(path);
            return Task.CompletedTask;
        }

        /// <summary>A header carries ASCII; what is escaped already stays as it is.</summary>
        private static string UriHelper(string path) =>
            path.All(char.IsAscii)
                ? path
                : string.Concat(path.Select(c => char.IsAscii(c) ? c.ToString() : UrlEncoder.Default.Encode(c.ToString())));
    }
}
