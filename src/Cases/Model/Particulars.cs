using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>What a case is besides its events; kept under the hash of its opening (log_event.about).</summary>
internal sealed record Particulars
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public const string CustomerNameField = "customer.name";
    public const string CustomerPhoneField = "customer.phone";

    public required string Number { get; init; }
    public required string Rules { get; init; }
    public string? Project { get; init; }
    public string? Kind { get; init; }
    public string? Source { get; init; }
    public string? Reference { get; init; }

    /// <summary>Digests; the words lie beside the opening event.</summary>
    [JsonPropertyName(CustomerNameField)]
    public string? CustomerName { get; init; }

    [JsonPropertyName(CustomerPhoneField)]
    public string? CustomerPhone { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Particulars Of(LogEvent opening) => JsonSerializer.Deserialize<Particulars>(opening.About ?? "{}", Json)!;
}

/// <summary>The fields of the opening event that lists show; no clause judges them.</summary>
internal sealed record OpeningFacts(string? Project, string? Unit, string? Channel, string? Category)
{
    public static OpeningFacts Of(string data)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        return new OpeningFacts(Text(root, "project"), Text(root, "unit"), Text(root, "channel"), Text(root, "category"));
    }

    private static string? Text(JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
