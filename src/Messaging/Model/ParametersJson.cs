using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shouwen.Messaging.Model;

/// <summary>How a message's parameters are stored: plain, so that a person can read the table.</summary>
internal static class ParametersJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Dictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options) ?? new Dictionary<string, string>(StringComparer.Ordinal);
}
