using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Writes the flat JSON objects the log is made of, always in the same characters: Chinese stays readable (nothing of it is
/// written into a page without encoding), what is null is left out. Keeps one buffer for each thread.
/// </summary>
public static class FlatJson
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static string Text(params ReadOnlySpan<(string Name, string? Value)> fields) => Encoding.UTF8.GetString(Write(fields));

    public static byte[] Bytes(params ReadOnlySpan<(string Name, string? Value)> fields) => Write(fields).ToArray();

    /// <summary>An empty object that wants its fields and <see cref="End"/>; no other may be written on this thread meanwhile.</summary>
    public static Utf8JsonWriter Begin()
    {
        buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        writer ??= new Utf8JsonWriter(buffer, Options);
        writer.Reset();
        writer.WriteStartObject();
        return writer;
    }

    /// <summary>The object in UTF-8, valid until the next one.</summary>
    public static ReadOnlySpan<byte> End()
    {
        writer!.WriteEndObject();
        writer.Flush();
        return buffer!.WrittenSpan;
    }

    private static ReadOnlySpan<byte> Write(ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var json = Begin();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        return End();
    }
}
