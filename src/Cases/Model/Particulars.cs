using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>What a case is besides its events; kept under the hash of its opening (log_event.about).</summary>
internal sealed record Particulars
{
    public const string CustomerNameField = "customer.name";
    public const string CustomerPhoneField = "customer.phone";

    public required string Number { get; init; }
    public required string Rules { get; init; }
    public string? Project { get; init; }
    public string? Kind { get; init; }
    public string? Source { get; init; }
    public string? Reference { get; init; }
    public long? CustomerId { get; init; }

    /// <summary>Digests; the words lie beside the opening event.</summary>
    [JsonPropertyName(CustomerNameField)]
    public string? CustomerName { get; init; }

    [JsonPropertyName(CustomerPhoneField)]
    public string? CustomerPhone { get; init; }

    public string ToJson() =>
        FlatJson.Text(
            ("number", Number),
            ("rules", Rules),
            ("project", Project),
            ("kind", Kind),
            ("source", Source),
            ("reference", Reference),
            ("customerId", CustomerId?.ToString(CultureInfo.InvariantCulture)),
            (CustomerNameField, CustomerName),
            (CustomerPhoneField, CustomerPhone)
        );

    public static Particulars Of(LogEvent opening) =>
        JsonSerializer.Deserialize<Particulars>(opening.About ?? "{}", JsonSerializerOptions.Web)!;
}

/// <summary>The fields of the opening event that lists show; no clause judges them.</summary>
internal sealed record OpeningFacts(string? Project, string? Unit, string? Channel, string? Category)
{
    public static OpeningFacts Of(string data)
    {
        string? project = null;
        string? unit = null;
        string? channel = null;
        string? category = null;
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(data));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("project"u8))
            {
                project = Text(ref json);
            }
            else if (json.ValueTextEquals("unit"u8))
            {
                unit = Text(ref json);
            }
            else if (json.ValueTextEquals("channel"u8))
            {
                channel = Text(ref json);
            }
            else if (json.ValueTextEquals("category"u8))
            {
                category = Text(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return new OpeningFacts(project, unit, channel, category);
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        var text = json.TokenType == JsonTokenType.String ? json.GetString() : null;
        json.Skip();
        return text;
    }
}
