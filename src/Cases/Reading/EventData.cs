using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>The fields of a recorded event, for showing.</summary>
internal sealed class EventData
{
    private readonly JsonElement fields;

    public EventData(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Data);
        fields = json.RootElement.Clone();
    }

    public string? Text(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    public Instant? Time(string name) => Text(name) is { } text && Instant.TryParse(text, out var at) ? at : null;

    public bool? Flag(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    public decimal? Number(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : null;
}
