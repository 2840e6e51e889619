using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Api;

/// <summary>
/// A read takes the query fields its description names and no other: a condition that is misspelt would be one that nobody keeps.
/// </summary>
internal sealed class ApiQueries(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var unknown =
            HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint() is { } endpoint ? Unknown(http.Request.Query, endpoint) : [];
        return unknown.Count == 0 ? next(http) : Problem.Of(unknown).ExecuteAsync(http);
    }

    private static List<Malformed> Unknown(IQueryCollection query, Endpoint endpoint)
    {
        var known = endpoint.Metadata.GetOrderedMetadata<ApiParameter>().Where(field => field.IsQuery).Select(field => field.Name);
        return [.. query.Keys.Except(known, StringComparer.Ordinal).Select(UnknownField)];
    }

    private static Malformed UnknownField(string key)
    {
        var shown = string.Concat(key.Take(40).Select(c => char.IsControl(c) ? ' ' : c));
        return new Malformed(shown, new Words($"不认识的字段 {shown}", $"unknown field {shown}"));
    }
}
