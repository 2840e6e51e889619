using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Messaging.Sending;

namespace Shouwen.Messaging.Channels;

/// <summary>One JSON request of a gateway or robot. Addresses are never logged: those of robots hold their key.</summary>
internal sealed class Wire : IDisposable
{
    private const int LongestDetail = 200;

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Made with the first request: many a desk has no gateway, and never loads what one needs.</summary>
    private HttpClient? http;

    public async Task<(int Status, string Body)> Post(
        Uri address,
        byte[] json,
        Action<HttpRequestHeaders> headers,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        headers(request.Headers);
        using var answer = await Client().SendAsync(request, cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }

    public static byte[] Write(object body) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body, Json));

    public static bool IsSuccess(int status) => status is >= 200 and < 300;

    /// <summary>The status and the beginning of what the other side said.</summary>
    public static string Detail(int status, string body)
    {
        var said = body.ReplaceLineEndings(" ").Trim();
        return $"HTTP {status} {(said.Length > LongestDetail ? said[..LongestDetail] : said)}".TrimEnd();
    }

    public static SendResult NoPhone(Recipient to) => SendResult.NoAddress($"no telephone number of {to.StaffId}");

    public void Dispose() => http?.Dispose();

    private HttpClient Client()
    {
        if (http is { } made)
        {
            return made;
        }

        var fresh = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 64 * 1024,
        };
        if (Interlocked.CompareExchange(ref http, fresh, null) is not { } other)
        {
            return fresh;
        }

        fresh.Dispose();
        return other;
    }
}
