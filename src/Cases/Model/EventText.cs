using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
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
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data for the log; null fields are left out. Malformed only when a value imitates a digest.</summary>
    public static Malformed? Seal(EventShape shape, ReadOnlySpan<byte> data, TextSeal seal, out string sealedData)
    {
        sealedData = "{}";
        if (data.IsEmpty || data.SequenceEqual("{}"u8))
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(data.Length + 64);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            var json = new Utf8JsonReader(data);
            json.Read();
            writer.WriteStartObject();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                if (json.TokenType == JsonTokenType.Null)
                {
                    continue;
                }

                writer.WritePropertyName(name);
                if (json.TokenType != JsonTokenType.String)
                {
                    writer.WriteRawValue(json.ValueSpan);
                    continue;
                }

                var text = json.GetString()!;
                var personal = IsPersonal(shape, name);
                if (!personal && TextSeal.LooksLikeDigest(text))
                {
                    return Refusals.LooksLikeDigest($"data.{name}");
                }

                writer.WriteStringValue(personal ? seal.Digest(name, text) : text);
            }

            writer.WriteEndObject();
        }

        sealedData = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return null;
    }

    /// <summary>The data with its words, or with null where they were erased.</summary>
    public static string Open(EventShape shape, string data, IReadOnlyDictionary<string, string>? words)
    {
        if (!data.Contains(TextSeal.Prefix, StringComparison.Ordinal))
        {
            return data;
        }

        var buffer = new ArrayBufferWriter<byte>(data.Length + 64);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            using var fields = JsonDocument.Parse(data);
            writer.WriteStartObject();
            foreach (var field in fields.RootElement.EnumerateObject())
            {
                if (IsPersonal(shape, field.Name))
                {
                    writer.WriteString(field.Name, words?.GetValueOrDefault(field.Name));
                }
                else
                {
                    field.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsPersonal(EventShape shape, string name)
    {
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (shape.Fields[i].Name == name)
            {
                return shape.Fields[i].Personal;
            }
        }

        return false;
    }
}
