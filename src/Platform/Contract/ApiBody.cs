using Microsoft.AspNetCore.Http;

namespace Shouwen.Platform.Contract;

/// <summary>Reads a body of JSON as bytes, so that it is parsed once and can be compared with an earlier one.</summary>
public static class ApiBody
{
    /// <summary>Some 40,000 Chinese characters: more than any demand or report, and little to keep in memory.</summary>
    public const int Largest = 128 * 1024;

    /// <summary>The body, or null and why not.</summary>
    public static async Task<(byte[]? Bytes, Problem? Problem)> ReadBytes(this HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType));
        }

        if (request.ContentLength > Largest)
        {
            return (null, Problem.Of(StatusCodes.Status413PayloadTooLarge));
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > Largest)
            {
                return (null, Problem.Of(StatusCodes.Status413PayloadTooLarge));
            }

            if (read.IsCompleted)
            {
                var bytes = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (bytes, null);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
