using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Shouwen.App.Tests.Api;

/// <summary>
/// Writes a typed C# client from the API's description, in about two hundred lines: a record for each schema, an enum for
/// each list of codes, a method for each operation. What it cannot write, a generator of others could not either.
/// </summary>
internal sealed class ClientSource(JsonNode document)
{
    private static readonly string[] Bodies = ["application/json", "multipart/form-data"];

    private readonly StringBuilder types = new();
    private readonly StringBuilder calls = new();
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public string Write()
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var bases = schemas
            .Where(schema => schema.Value!["oneOf"] is not null)
            .SelectMany(schema => schema.Value!["oneOf"]!.AsArray().Select(one => (Name: NameOf(one!), Base: schema.Key)))
            .ToDictionary(pair => pair.Name, pair => pair.Base, StringComparer.Ordinal);
        foreach (var (name, schema) in schemas)
        {
            WriteType(name, schema!, bases.GetValueOrDefault(name));
        }

        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                WriteCall(path, method, operation!);
            }
        }

        return $$"""
            #nullable enable
            using System; using System.Collections.Generic; using System.Net.Http; using System.Net.Http.Json;
            using System.Text.Json; using System.Text.Json.Serialization; using System.Threading.Tasks;
            namespace Generated;
            {{types}}
            public sealed class Failure(Problem problem) : Exception(problem.Title) { public Problem Problem => problem; }
            public sealed class Client(HttpClient http)
            {
                private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
                {
                    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                    RespectNullableAnnotations = true,
                    Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false) },
                };
                private async Task<T> Send<T>(HttpMethod method, string path, HttpContent? body, params (string, object?)[] headers)
                {
                    using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
                    foreach (var (name, value) in headers) if (value is not null) request.Headers.TryAddWithoutValidation(name, $"{value}");
                    using var response = await http.SendAsync(request);
                    if (!response.IsSuccessStatusCode) throw new Failure((await response.Content.ReadFromJsonAsync<Problem>(Json))!);
                    return typeof(T) == typeof(byte[]) ? (T)(object)await response.Content.ReadAsByteArrayAsync() : (await response.Content.ReadFromJsonAsync<T>(Json))!;
                }
                private static string Query(params (string, object?)[] fields) =>
                    string.Join('&', System.Linq.Enumerable.Select(System.Linq.Enumerable.Where(fields, f => f.Item2 is not null), f => f.Item1 + "=" + Uri.EscapeDataString($"{f.Item2}")));
            {{calls}}
            }
            """;
    }

    private void WriteType(string name, JsonNode schema, string? parent)
    {
        if (!written.Add(name) || schema["format"]?.GetValue<string>() == "binary")
        {
            return;
        }

        if (schema["enum"] is JsonArray codes)
        {
            WriteEnum(name, codes);
            return;
        }

        if (schema["oneOf"] is JsonArray variants)
        {
            types.AppendLine(CultureInfo.InvariantCulture, $"public abstract record {name};");
            return;
        }

        var properties = schema["properties"]?.AsObject() ?? [];
        var required = schema["required"]?.AsArray().Select(field => field!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        var body = new StringBuilder();
        foreach (var (field, of) in properties)
        {
            if (of!["enum"] is JsonArray { Count: 1 } only && only[0]!.GetValueKind() == System.Text.Json.JsonValueKind.String)
            {
                body.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"    [JsonPropertyName(\"{field}\")] public string {Pascal(field)} => \"{only[0]}\";"
                );
                continue;
            }

            var must = required.Contains(field);
            var type = TypeOf(of, name + Pascal(field)) + (must ? "" : "?");
            body.AppendLine(
                CultureInfo.InvariantCulture,
                $"    [JsonPropertyName(\"{field}\")] public {(must ? "required " : "")}{type} {Member(name, field)} {{ get; init; }}"
            );
        }

        types.AppendLine(
            CultureInfo.InvariantCulture,
            $"public sealed record {name}{(parent is null ? "" : " : " + parent)}\n{{\n{body}}}"
        );
    }

    private void WriteEnum(string name, JsonArray codes)
    {
        var members = codes
            .Select(code => code!.GetValue<string>())
            .Select(code => $"[JsonStringEnumMemberName(\"{code}\")] {Pascal(code)}");
        types.AppendLine(CultureInfo.InvariantCulture, $"public enum {name} {{ {string.Join(", ", members)} }}");
    }

    private void WriteCall(string path, string method, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray() ?? [];
        string[] In(string place) =>
            [.. parameters.Where(p => p!["in"]!.GetValue<string>() == place).Select(p => p!["name"]!.GetValue<string>())];
        var answer = operation["responses"]!.AsObject().First(response => response.Key.StartsWith('2')).Value!["content"]!
            .AsObject()
            .First();
        var type = answer.Key.Contains("json", StringComparison.Ordinal) ? TypeOf(answer.Value!["schema"]!, "") : "byte[]";
        var content = operation["requestBody"]?["content"]?.AsObject().First(body => Bodies.Contains(body.Key));
        var bodyType = content switch
        {
            null => null,
            { Key: "application/json" } json => TypeOf(json.Value!["schema"]!, ""),
            _ => "MultipartFormDataContent",
        };
        var arguments = In("path")
            .Select(name => $"string {name}")
            .Concat(bodyType is null ? [] : [$"{bodyType} body"])
            .Concat(In("query").Concat(In("header")).Select(name => $"object? {Camel(name)} = null"));
        var address =
            path
            + (
                In("query").Length == 0
                    ? ""
                    : "?{Query(" + string.Join(", ", In("query").Select(name => $"(\"{name}\", {Camel(name)})")) + ")}"
            );
        foreach (var name in In("path"))
        {
            address = address.Replace($"{{{name}}}", $"{{Uri.EscapeDataString({name})}}", StringComparison.Ordinal);
        }

        var sent = bodyType switch
        {
            null => "null",
            "MultipartFormDataContent" => "body",
            _ => "JsonContent.Create(body, body.GetType(), options: Json)",
        };
        var headers = string.Concat(In("header").Select(name => $", (\"{name}\", {Camel(name)})"));
        calls.AppendLine(
            CultureInfo.InvariantCulture,
            $"    public Task<{type}> {Pascal(operation["operationId"]!.GetValue<string>())}({string.Join(", ", arguments)}) => Send<{type}>(HttpMethod.{Pascal(method)}, $\"{address}\", {sent}{headers});"
        );
    }

    private string TypeOf(JsonNode schema, string inline)
    {
        if (schema["$ref"] is not null)
        {
            var name = NameOf(schema);
            return document["components"]!["schemas"]![name]!["format"]?.GetValue<string>() == "binary" ? "byte[]" : name;
        }

        if (schema["enum"] is JsonArray codes && codes[0]!.GetValueKind() == System.Text.Json.JsonValueKind.String)
        {
            WriteEnumOnce(inline, codes);
            return inline;
        }

        return (schema["type"]?.GetValue<string>(), schema["format"]?.GetValue<string>()) switch
        {
            ("string", "date-time") => "DateTimeOffset",
            ("string", "binary") => "byte[]",
            ("string", _) => "string",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", _) => "decimal",
            ("boolean", _) => "bool",
            ("array", _) => $"IReadOnlyList<{TypeOf(schema["items"]!, inline)}>",
            ("object", _) when schema["properties"] is not null => Nested(inline, schema),
            ("object", _) when schema["additionalProperties"] is JsonObject values =>
                $"IReadOnlyDictionary<string, {TypeOf(values, inline)}>",
            _ => "JsonElement",
        };
    }

    private void WriteEnumOnce(string name, JsonArray codes)
    {
        if (written.Add(name))
        {
            WriteEnum(name, codes);
        }
    }

    private string Nested(string name, JsonNode schema)
    {
        WriteType(name, schema, null);
        return name;
    }

    private static string NameOf(JsonNode reference) => reference["$ref"]!.GetValue<string>().Split('/')[^1];

    private static string Member(string type, string field) => Pascal(field) == type ? Pascal(field) + "Value" : Pascal(field);

    private static string Pascal(string name) =>
        string.Concat(name.Split('.', '-', '_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Camel(string name) => char.ToLowerInvariant(Pascal(name)[0]) + Pascal(name)[1..];
}
