using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.Bench;

/// <summary>
/// POST /api/v1/cases as it is served: 32 clients with one token, each waiting for its durable 201 before the next.
/// The clients run in the server's own process, so the processor time told is that of both. bench post [seconds] [keys]
/// </summary>
internal static class PostBench
{
    private const int Clients = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task Post(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        var withKeys = args.Contains("keys", StringComparer.Ordinal);
        Environment.SetEnvironmentVariable("SHOUWEN_API_CALLS_PER_MINUTE", "100000000");
        await using var app = await TestApp.StartWithWorld();
        var now = Instant.From(app.Clock.GetUtcNow());
        var database = app.Services.GetRequiredService<Database>();
        var (token, _) = await database.CreateToken(World.Specialist, "bench", life: null, now);

        await Together(app.Url, token!, withKeys, WarmUp);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var latencies = await Together(app.Url, token!, withKeys, TimeSpan.FromSeconds(seconds));
        var elapsed = clock.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / latencies.Count;
        latencies.Sort();
        Console.WriteLine(
            $"post{(withKeys ? " with keys" : "")}: {latencies.Count / elapsed:N0} cases/s durable, {Clients} clients, p50 {At(latencies, 0.5):F1} ms, p99 {At(latencies, 0.99):F1} ms, {used:F0} µs of processor each (server and clients)"
        );
    }

    private static async Task<List<double>> Together(Uri server, string token, bool withKeys, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Clients })
        {
            BaseAddress = server,
        };
        var lists = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(_ => Task.Run(() => Client(http, token, withKeys, clock, length)))
        );
        return [.. lists.SelectMany(list => list)];
    }

    private static async Task<List<double>> Client(HttpClient http, string token, bool withKeys, Stopwatch clock, TimeSpan length)
    {
        var latencies = new List<double>();
        var body =
            """
            {"channel":"phone","category":"property.repair","unit":"3-2-1201","demand":"飘窗渗漏，雨天墙面起皮，要求三日内修复。","customer":{"name":"李女士","phone":"13800005678"}}
            """u8.ToArray();
        while (clock.Elapsed < length)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/cases", UriKind.Relative));
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            if (withKeys)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
            }

            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.Created)
            {
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        return latencies;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
