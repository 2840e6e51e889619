using System.Text;
using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// Between an event's data as people send it and as the log keeps it: personal fields become digests on the way in and
/// words again on the way out. The data has been read by <see cref="EventReader"/> before: a flat object of known fields.
/// </summary>
internal static class EventText
{
    /// <summary>The data for the log; null fields are left out. Malformed only when a value imitates a digest.</summary>
    public static Malformed? Seal(EventShape shape, ReadOnlySpan<byte> data, TextSeal seal, out string sealedData)
    {
        sealedData = "{}";
        if (data.IsEmpty || data.SequenceEqual("{}"u8))
        {
            return null;
        }

        var writer = FlatJson.Begin();
        var json = new Utf8JsonReader(data);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(shape, ref json);
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            writer.WritePropertyName(field.Name);
            if (json.TokenType != JsonTokenType.String)
            {
                writer.WriteRawValue(json.ValueSpan);
            }
            else if (field.Personal)
            {
                writer.WriteStringValue(seal.Digest(field.Name, json.GetString()!));
            }
            else if (LooksLikeDigest(ref json))
            {
                return Refusals.LooksLikeDigest($"data.{field.Name}");
            }
            else
            {
                WriteAgain(writer, ref json);
            }
        }

        sealedData = Encoding.UTF8.GetString(FlatJson.End());
        return null;
    }

    /// <summary>The data with its words, or with null where they were erased.</summary>
    public static string Open(EventShape shape, string data, IReadOnlyDictionary<string, string>? words)
    {
        if (!data.Contains(TextSeal.Prefix, StringComparison.Ordinal))
        {
            return data;
        }

        var writer = FlatJson.Begin();
        using var fields = JsonDocument.Parse(data);
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            if (shape.Fields.Any(known => known.Personal && known.Name == field.Name))
            {
                writer.WriteString(field.Name, words?.GetValueOrDefault(field.Name));
            }
            else
            {
                field.WriteTo(writer);
            }
        }

        return Encoding.UTF8.GetString(FlatJson.End());
    }

    private static Field FieldOf(EventShape shape, ref Utf8JsonReader json)
    {
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (json.ValueTextEquals(shape.Fields[i].Name))
            {
                return shape.Fields[i];
            }
        }

        throw new InvalidOperationException($"{shape.Type} has no field {json.GetString()}");
    }

    private static bool LooksLikeDigest(ref Utf8JsonReader json) =>
        json.ValueSpan.Length >= TextSeal.DigestLength && TextSeal.LooksLikeDigest(json.GetString());

    /// <summary>The same text in the log's own escapes.</summary>
    private static void WriteAgain(Utf8JsonWriter writer, ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped)
        {
            writer.WriteStringValue(json.GetString());
        }
        else
        {
            writer.WriteStringValue(json.ValueSpan);
        }
    }
}
