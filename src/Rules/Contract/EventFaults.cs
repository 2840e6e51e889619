using System.Text;
using System.Text.Json;
using Shouwen.Rules.Events;

namespace Shouwen.Rules.Contract;

/// <summary>
/// What is wrong with the data of an event that somebody sends, all of it at once. Stricter than the reader in one thing: a
/// text of blanks says nothing. What was recorded once is read as it stands, so a replay does not ask this.
/// </summary>
public static class EventFaults
{
    /// <summary>Nothing where the data is no object or the procedure has no such event: the reader says that.</summary>
    public static IReadOnlyList<Malformed> Of(Procedure procedure, EventType type, ReadOnlyMemory<byte> data)
    {
        if (EventVocabulary.Of(procedure).Find(type) is not { } shape)
        {
            return [];
        }

        try
        {
            if (IsSound(procedure, shape, data.Span))
            {
                return [];
            }

            using var document = JsonDocument.Parse(data.IsEmpty ? "{}"u8.ToArray() : data);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(procedure, shape, document.RootElement) : [];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>The plain reading, which nearly every event passes; only what fails it is looked at field by field.</summary>
    private static bool IsSound(Procedure procedure, EventShape shape, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return false;
        }

        var fields = new FieldReader(procedure, new StringPool());
        var json = new JsonCursor(data);
        json.Read();
        return fields.ReadFields(shape, ref json) is null && fields.CheckFields(shape) is null && !HasBlank(data);
    }

    private static bool HasBlank(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String && string.IsNullOrWhiteSpace(json.GetString()))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Malformed> Of(Procedure procedure, EventShape shape, JsonElement data)
    {
        var wrong = new List<Malformed>();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var present = new HashSet<string>(StringComparer.Ordinal);
        var reader = new FieldReader(procedure, new StringPool());
        foreach (var property in data.EnumerateObject())
        {
            if (!given.Add(property.Name))
            {
                wrong.Add(LineFaults.Repeated($"data.{LineFaults.Short(property.Name)}"));
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                present.Add(property.Name);
                wrong.AddRange(WhyNot(reader, shape, property) is { } fault ? [fault] : []);
            }
        }

        wrong.AddRange(
            shape.Fields.Where(field => field.Required && !present.Contains(field.Name)).Select(field => LineFaults.Missing(field.Path))
        );
        return wrong;
    }

    private static Malformed? WhyNot(FieldReader reader, EventShape shape, JsonProperty property)
    {
        var field = shape.Fields.FirstOrDefault(each => each.Name == property.Name);
        if (field is { Kind: FieldKind.Text or FieldKind.Name } && IsBlank(property.Value))
        {
            return new Malformed(field.Path, new Words($"{field.Path} 是空的", $"{field.Path} is empty"));
        }

        var alone = $"{{{JsonSerializer.Serialize(property.Name)}:{property.Value.GetRawText()}}}";
        var json = new JsonCursor(Encoding.UTF8.GetBytes(alone));
        json.Read();
        return reader.ReadFields(shape, ref json);
    }

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());
}
