using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases/{id}/records as it came in; the data is read by the rules once the case's book is known.</summary>
internal sealed record NewRecordBody(string Type, int? Event, byte[] Data)
{
    private const int LongestType = 100;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static Malformed? Read(byte[] body, out NewRecordBody? read)
    {
        read = null;
        if (!Utf8.IsValid(body))
        {
            return JsonFaults.NotUtf8;
        }

        try
        {
            using var json = JsonDocument.Parse(body, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, out read) : JsonFaults.NoObject;
        }
        catch (JsonException problem)
        {
            return JsonFaults.NotJson(problem);
        }
        catch (InvalidOperationException)
        {
            return JsonFaults.Surrogate;
        }
    }

    private static Malformed? Read(JsonElement body, out NewRecordBody? read)
    {
        read = null;
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in body.EnumerateObject())
        {
            if (field.Name is not ("type" or "event" or "data"))
            {
                return JsonFaults.Unknown(field.Name);
            }

            if (!given.TryAdd(field.Name, field.Value))
            {
                return JsonFaults.Repeated(field.Name);
            }
        }

        if (
            given.GetValueOrDefault("type") is not { ValueKind: JsonValueKind.String } type
            || type.GetString() is not { Length: > 0 and <= LongestType } name
        )
        {
            return JsonFaults.Missing("type");
        }

        int? seq = null;
        if (given.GetValueOrDefault("event") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } number)
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var whole) || whole < 1)
            {
                return new Malformed("event", new Words("event 是本案一条事件的序号", "event is the number of an event of the case"));
            }

            seq = whole;
        }

        var data = given.GetValueOrDefault("data");
        var absent = data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        read = new NewRecordBody(name, seq, absent ? [] : JsonSerializer.SerializeToUtf8Bytes(data));
        return null;
    }
}
