using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases/{id}/events as it came in; the data is read by the rules once the case's book is known.</summary>
/// <param name="Type">Null where it is missing or unknown.</param>
/// <param name="At">When it happened, where that was said.</param>
/// <param name="Data">The fields of the event.</param>
internal sealed record NewEventBody(EventType? Type, Instant? At, byte[] Data)
{
    private static readonly NewEventBody Nothing = new(null, null, []);

    /// <summary>Everything that is wrong beside the data.</summary>
    public static IReadOnlyList<Malformed> Read(ReadOnlySpan<byte> body, out NewEventBody read)
    {
        read = Nothing;
        if (!Utf8.IsValid(body))
        {
            return [JsonFaults.NotUtf8];
        }

        try
        {
            return ReadObject(body, out read);
        }
        catch (JsonException problem)
        {
            return [JsonFaults.NotJson(problem)];
        }
        catch (InvalidOperationException)
        {
            return [JsonFaults.Surrogate];
        }
    }

    private static List<Malformed> ReadObject(ReadOnlySpan<byte> body, out NewEventBody read)
    {
        read = Nothing;
        var json = new Utf8JsonReader(body, JsonFaults.Options);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return [JsonFaults.NoObject];
        }

        var faults = new List<Malformed>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? name = null;
        Instant? at = null;
        var data = Array.Empty<byte>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = json.GetString()!;
            var wrong = seen.Add(field) ? null : JsonFaults.Repeated(field);
            json.Read();
            switch (field)
            {
                case var _ when wrong is not null:
                    break;
                case "type":
                    wrong = ReadType(ref json, out name);
                    break;
                case "at":
                    wrong = ReadTime(ref json, out at);
                    break;
                case "data":
                    data = ReadData(body, ref json);
                    break;
                default:
                    wrong = JsonFaults.Unknown(field);
                    break;
            }

            faults.AddRange(wrong is null ? [] : [wrong]);
            json.Skip();
        }

        while (json.Read()) { }
        if (!seen.Contains("type"))
        {
            faults.Add(JsonFaults.Missing("type"));
        }

        read = new NewEventBody(name is not null && EventTypes.TryFind(name, out var type) ? type : null, at, data);
        return faults;
    }

    private static byte[] ReadData(ReadOnlySpan<byte> body, ref Utf8JsonReader json)
    {
        var begin = (int)json.TokenStartIndex;
        var absent = json.TokenType == JsonTokenType.Null;
        json.Skip();
        return absent ? [] : body[begin..(int)json.BytesConsumed].ToArray();
    }

    private static Malformed? ReadType(ref Utf8JsonReader json, out string? name) =>
        JsonFaults.ReadText(ref json, "type", 100, out name) is { } wrong ? wrong
        : name is null ? JsonFaults.Missing("type")
        : EventTypes.TryFind(name, out _) ? null
        : new Malformed("type", new Words("没有这种事件", "there is no such event"));

    private static Malformed? ReadTime(ref Utf8JsonReader json, out Instant? at)
    {
        at = null;
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (json.TokenType == JsonTokenType.String && Instant.TryParse(json.GetString()!, out var time))
        {
            at = time;
            return null;
        }

        return new Malformed(
            "at",
            new Words(
                "at 不是带时区的时间（例如 2026-10-08T09:00:00+08:00）",
                "at is not a time with an offset (like 2026-10-08T09:00:00+08:00)"
            )
        );
    }
}
