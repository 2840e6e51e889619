using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Api;

namespace Shouwen.Platform.Contract;

/// <summary>An answer of the API, ready to be sent and, under an Idempotency-Key, to be kept and sent again.</summary>
public sealed record ApiAnswer(int Status, byte[] Body) : IResult
{
    public string? Location { get; init; }

    /// <summary>The case's version, as If-Match asks for it.</summary>
    public string? ETag { get; init; }

    /// <summary>Kept from an earlier request with the same key.</summary>
    public bool Replayed { get; init; }

    public static ApiAnswer Of<T>(int status, T body) => new(status, JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options));

    public static ApiAnswer Ok<T>(T body) => Of(StatusCodes.Status200OK, body);

    public static ApiAnswer Created<T>(T body, string? location, int? version = null) =>
        Of(StatusCodes.Status201Created, body) with
        {
            Location = location,
            ETag = version is { } number ? IfMatch.Tag(number) : null,
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = Status >= 400 ? Problem.ContentType : "application/json";
        response.ContentLength = Body.Length;
        response.Headers.CacheControl = "no-store";
        if (Status >= 400)
        {
            response.Headers.Vary = "Accept-Language, Cookie";
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (ETag is not null)
        {
            response.Headers.ETag = ETag;
        }

        if (Replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        return response.Body.WriteAsync(Body).AsTask();
    }
}
