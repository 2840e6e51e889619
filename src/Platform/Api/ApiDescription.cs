using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Api;

/// <summary>
/// The description at /openapi/v1.json: read off the endpoints that answer, so that it cannot say something else. What types
/// do not tell (headers, query, the vocabulary of events) is added here and by the modules.
/// </summary>
internal static class ApiDescription
{
    public const string Name = "v1";
    public const string Address = "/openapi/v1.json";
    private const string Suffix = "Json";
    private const string Bearer = "token";
    private const string Session = "session";

    public static void SetUp(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer(Schema);
        options.AddOperationTransformer(Operation);
        options.AddDocumentTransformer(Document);
    }

    /// <summary>The name of a type in the description; null for what is described where it stands.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        type.Type == typeof(ProblemBody) ? nameof(Problem)
        : type.Type == typeof(Instant)
        || type.Type == typeof(Instant?)
        || type.Type == typeof(IFormFileCollection)
        || type.Type == typeof(IFormFile)
            ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace(Suffix, "", StringComparison.Ordinal);

    /// <summary>"Null or a case" becomes "a case": what has no value is left out.</summary>
    private static void ForgetNulls(OpenApiDocument document)
    {
        foreach (
            var properties in document
                .Components!.Schemas!.Values.Select(schema => schema.Properties)
                .OfType<IDictionary<string, IOpenApiSchema>>()
        )
        {
            foreach (var (name, property) in properties.ToList())
            {
                if (property.OneOf is { Count: 2 } choices && choices.Any(choice => choice.Type == JsonSchemaType.Null))
                {
                    properties[name] = choices.First(choice => choice.Type != JsonSchemaType.Null);
                }
            }
        }
    }

    /// <summary>Nothing is ever written as null, so no type says it may be.</summary>
    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        schema.Type &= ~JsonSchemaType.Null;
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Instant) || type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else if (type == typeof(decimal) || type == typeof(double))
        {
            schema.Type = JsonSchemaType.Number;
            schema.Pattern = null;
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            schema.Type = JsonSchemaType.Integer;
            schema.Pattern = null;
        }

        if (schema.Enum is { } choices)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. choices.OfType<JsonNode>()];
        }

        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Parameters ??= [];
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiParameter>())
        {
            operation.Parameters.Add(parameter.Describe());
        }

        operation.Parameters.Add(
            new ApiParameter("Accept-Language", "The language of sentences: zh (the default) or en.").InHeader().Describe()
        );
        return Task.CompletedTask;
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "首问 Shouwen",
            Version = Name,
            Description =
                "Cases, their events, clocks and consequences. Times carry an offset; failures are problem details with a stable code.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        ForgetNulls(document);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token made by `shouwen token create`.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "shouwen",
                Description = "The signed-in session; changes then also need the header RequestVerificationToken.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
