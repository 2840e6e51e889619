using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shouwen.App.Tests.Messaging;

/// <summary>A gateway on this machine that notes what it was sent and says what it is told to say.</summary>
public sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly ConcurrentQueue<Sent> requests = new();
    private volatile TaskCompletionSource? held;

    private FakeGateway(WebApplication site) => this.site = site;

    public int Status { get; set; } = StatusCodes.Status200OK;

    public string Answer { get; set; } = "{}";

    public IReadOnlyList<Sent> Requests => [.. requests];

    public string Url => site.Urls.First();

    public static async Task<FakeGateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new FakeGateway(builder.Build());
        gateway.site.Run(gateway.Take);
        await gateway.site.StartAsync();
        return gateway;
    }

    /// <summary>From now on it takes what it is sent and says nothing.</summary>
    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It answers, also what it kept waiting.</summary>
    public void Release()
    {
        var waiting = held;
        held = null;
        waiting?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await site.StopAsync();
        await site.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(each => each.Key, each => each.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        requests.Enqueue(new Sent(http.Request.QueryString.Value ?? "", headers, body.ToArray()));
        await (held?.Task ?? Task.CompletedTask);
        http.Response.StatusCode = Status;
        await http.Response.WriteAsync(Answer);
    }

    public sealed record Sent(string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Key => Headers["Idempotency-Key"];

        public string Text => Encoding.UTF8.GetString(Body);
    }
}
