namespace Shouwen.Web;

/// <summary>
/// What a browser may do with our pages: no script or style but our own files, no frame around us. A page with an inline
/// style attribute would silently lose it, so none is written from the first page on.
/// </summary>
internal sealed class SafeHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                // Pages hold personal data: no copy stays behind on a shared computer after signing out.
                headers.CacheControl = "no-store";
                headers.Append("Vary", "HX-Request, Cookie, Accept-Language");
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
