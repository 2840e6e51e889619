using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

internal sealed record DemoEvent(EventType Type, Instant At, string? By, string Data);

/// <summary>
/// A case that grows event by event until the demo's present is reached, or the event it is to be found at; nothing later is
/// ever added.
/// </summary>
internal sealed class DemoCase(DemoUnit unit, Procedure procedure, Instant present, EventType? stopsAfter)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DemoUnit Unit => unit;

    public Procedure Procedure => procedure;

    public List<DemoEvent> Events { get; } = [];

    /// <summary>What would come next has not happened yet.</summary>
    public bool Over { get; private set; }

    public Instant Now => Events[^1].At;

    public bool Add(EventType type, Instant at, string? by, params (string Key, object Value)[] data)
    {
        Over |= at > present;
        if (!Over)
        {
            Events.Add(
                new DemoEvent(
                    type,
                    at,
                    by,
                    JsonSerializer.Serialize(data.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal), Json)
                )
            );
        }

        Over |= type == stopsAfter;
        return !Over;
    }
}
