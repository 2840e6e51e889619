using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Api;

/// <summary>A program that calls the API in somebody's name, by session and form token.</summary>
internal sealed partial class Caller(HttpClient http, string formToken) : IDisposable
{
    public const string Base = "/api/v1";

    public HttpClient Http => http;

    public string Language { get; set; } = "en";

    public static async Task<Caller> As(TestApp app, string who = World.Specialist)
    {
        var http = await app.SignedIn(who);
        var page = await http.GetStringAsync(new Uri("/cases", UriKind.Relative));
        return new Caller(http, Token().Match(page).Groups["token"].Value);
    }

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Reply> Post(string path, object body, params (string Name, string Value)[] headers) =>
        PostText(path, System.Text.Json.JsonSerializer.Serialize(body), headers);

    public Task<Reply> PostText(string path, string json, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public async Task<Reply> Send(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var address = path.StartsWith('/') && !path.StartsWith(Base, StringComparison.Ordinal) && path != "/metrics" ? Base + path : path;
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(Language));
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("RequestVerificationToken", formToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens a case of 澜岸; the answer is its number.</summary>
    public async Task<string> Opens(string demand = "飘窗渗漏")
    {
        var reply = await Post("/cases", Complaint(demand));
        return reply.Status == HttpStatusCode.Created ? reply.Text("id") : throw new InvalidOperationException(reply.ToString());
    }

    public static object Complaint(string demand = "飘窗渗漏") =>
        new
        {
            channel = "phone",
            category = "property.repair",
            unit = "3-2-1201",
            demand,
            customer = new { name = "李女士", phone = "13800005678" },
        };

    public void Dispose() => http.Dispose();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();
}

/// <summary>What came back.</summary>
internal sealed class Reply(HttpResponseMessage response, byte[] bytes)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public byte[] Bytes => bytes;

    public string? Type { get; } = response.Content.Headers.ContentType?.MediaType;

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public JsonNode Json => JsonNode.Parse(bytes)!;

    public string Text(string field) => Json[field]!.GetValue<string>();

    public string Code => Text("code");

    public string[] Fields => [.. Json["errors"]?.AsObject().Select(entry => entry.Key) ?? []];

    public override string ToString() => $"{(int)Status} {Encoding.UTF8.GetString(bytes)}";
}
