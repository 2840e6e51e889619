using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>
/// Describes what cases are opened with and what is recorded of them, from the vocabulary that reads it: a new field of an
/// event is in the description because it is in the table.
/// </summary>
internal static class EventDescription
{
    private const string Opening = "OpenCase";
    private const string NewEvent = "NewEvent";

    public static Task AddTo(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var schemas = document.Components!.Schemas!;
        var books = new[] { Procedure.Group, Procedure.Property };
        schemas[Opening] = OpenCaseSchema();
        var variants = new List<IOpenApiSchema>();
        var shapes = books.SelectMany(book => EventVocabulary.Of(book).Shapes.Select(shape => (Book: book, Shape: shape)));
        foreach (var type in shapes.Where(each => each.Shape.Type != EventType.CaseOpened).GroupBy(each => each.Shape.Type))
        {
            var different = type.Count() > 1 && !Same(type.First().Shape, type.Last().Shape);
            foreach (var (book, shape) in different ? type : type.Take(1))
            {
                var name = (different ? book.ToString() : "") + type.Key;
                schemas[name] = EventSchema(shape);
                variants.Add(new OpenApiSchemaReference(name, document));
            }
        }

        schemas[NewEvent] = new OpenApiSchema { Description = "What happened, by its type.", OneOf = variants };
        schemas["FileContent"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        return Task.CompletedTask;
    }

    private static OpenApiSchema OpenCaseSchema()
    {
        var group = EventVocabulary.Of(Procedure.Group).Find(EventType.CaseOpened)!;
        var property = EventVocabulary.Of(Procedure.Property).Find(EventType.CaseOpened)!;
        var required = group.Fields.IntersectBy(
            property.Fields.Where(field => field.Required).Select(field => field.Name),
            field => field.Name,
            StringComparer.Ordinal
        );
        var schema = ObjectOf(
            [.. group.Fields.UnionBy(property.Fields, field => field.Name, StringComparer.Ordinal)],
            required.Select(field => field.Name)
        );
        schema.Properties!["customer"] = ObjectOf([new Field("name", FieldKind.Name), new Field("phone", FieldKind.Name)], []);
        schema.Properties["project"] = Text("The project's code; the caller's own when it is the only one.");
        schema.Properties["rules"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "The rule book; group unless said otherwise. It decides which fields are taken.",
            Default = OpenCaseBody.DefaultRules,
        };
        return schema;
    }

    private static OpenApiSchema EventSchema(EventShape shape)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [shape.Type.Name()] },
                ["at"] = Time("When it happened; now unless given. Only for roles that may record the past."),
                ["data"] = ObjectOf(shape.Fields, shape.Fields.Where(field => field.Required).Select(field => field.Name)),
            },
            Required = new HashSet<string>(StringComparer.Ordinal) { "type" },
            AdditionalPropertiesAllowed = false,
        };
        if (shape.Fields.Any(field => field.Required))
        {
            schema.Required.Add("data");
        }

        return schema;
    }

    private static OpenApiSchema ObjectOf(IReadOnlyList<Field> fields, IEnumerable<string> required) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = fields.ToDictionary(field => field.Name, field => (IOpenApiSchema)SchemaOf(field), StringComparer.Ordinal),
            Required = required.ToHashSet(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
        };

    private static OpenApiSchema SchemaOf(Field field) =>
        field.Kind switch
        {
            FieldKind.Text => new OpenApiSchema { Type = JsonSchemaType.String },
            FieldKind.Name => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 },
            FieldKind.Time => Time(null),
            FieldKind.True => new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [JsonValue.Create(true)] },
            FieldKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldKind.Score => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = "5",
            },
            FieldKind.Amount => new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0" },
            FieldKind.Choice => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. field.Choices.Select(code => (JsonNode)code)],
            },
        };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Time(string? description) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = "date-time",
            Description = description,
        };

    private static bool Same(EventShape a, EventShape b) =>
        a.Fields.Count == b.Fields.Count
        && a.Fields.Zip(b.Fields)
            .All(pair =>
                pair.First.Name == pair.Second.Name
                && pair.First.Kind == pair.Second.Kind
                && pair.First.Required == pair.Second.Required
                && pair.First.Choices.SequenceEqual(pair.Second.Choices, StringComparer.Ordinal)
            );
}
