using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Shouwen.Platform.Contract;

/// <summary>A query field or header that a handler reads by itself, for the description of the API.</summary>
public sealed record ApiParameter(string Name, string Description)
{
    private ParameterLocation Location { get; init; } = ParameterLocation.Query;

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Set for a whole number.</summary>
    public (int Low, int High)? Range { get; init; }

    internal bool IsQuery => Location == ParameterLocation.Query;

    public ApiParameter InHeader() => this with { Location = ParameterLocation.Header };

    internal OpenApiParameter Describe() =>
        new()
        {
            Name = Name,
            In = Location,
            Description = Description,
            Schema = new OpenApiSchema
            {
                Type = Range is null ? JsonSchemaType.String : JsonSchemaType.Integer,
                Enum = Choices.Count == 0 ? null : [.. Choices.Select(choice => (JsonNode)choice)],
                Minimum = Range?.Low.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Maximum = Range?.High.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
}

public static class ApiEndpoints
{
    private static readonly ApiParameter Key = new ApiParameter(
        Idempotency.Header,
        $"1 to {Idempotency.LongestKey} visible ASCII characters; the same key and body gives the first answer again for 7 days."
    ).InHeader();

    private static readonly ApiParameter Version = new ApiParameter(
        "If-Match",
        "The version of the case you have seen, in quotes."
    ).InHeader();

    /// <summary>The failures this call has of its own; those that every call has are added.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (ReadOnlySpan<int>)[401, .. statuses, 429, 500])
        {
            endpoint.Produces<ProblemBody>(status, Problem.ContentType);
        }

        return endpoint;
    }

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params ApiParameter[] parameters) =>
        endpoint.WithMetadata([.. parameters]);

    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Key);

    public static RouteHandlerBuilder TakesVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Version);
}
