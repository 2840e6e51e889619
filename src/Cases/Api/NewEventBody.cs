using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases/{id}/events as it came in; the data is read by the rules once the case's book is known.</summary>
internal sealed record NewEventBody(EventType Type, Instant? At, byte[] Data)
{
    public static Malformed? Read(ReadOnlySpan<byte> body, out NewEventBody? read)
    {
        read = null;
        if (!Utf8.IsValid(body))
        {
            return new Malformed("", new Words("不是有效的 UTF-8", "invalid UTF-8"));
        }

        try
        {
            return ReadObject(body, out read);
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

    private static Malformed? ReadObject(ReadOnlySpan<byte> body, out NewEventBody? read)
    {
        read = null;
        var json = new Utf8JsonReader(body, JsonFaults.Options);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return JsonFaults.NoObject;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? name = null;
        Instant? at = null;
        var data = Array.Empty<byte>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = json.GetString()!;
            if (!seen.Add(field))
            {
                return JsonFaults.Repeated(field);
            }

            json.Read();
            Malformed? wrong;
            switch (field)
            {
                case "type":
                    wrong = JsonFaults.ReadText(ref json, field, 100, out name);
                    break;
                case "at":
                    wrong = ReadTime(ref json, out at);
                    break;
                case "data":
                    var begin = (int)json.TokenStartIndex;
                    var absent = json.TokenType == JsonTokenType.Null;
                    json.Skip();
                    data = absent ? [] : body[begin..(int)json.BytesConsumed].ToArray();
                    wrong = null;
                    break;
                default:
                    wrong = JsonFaults.Unknown(field);
                    break;
            }

            if (wrong is not null)
            {
                return wrong;
            }
        }

        while (json.Read()) { }
        if (name is null)
        {
            return JsonFaults.Missing("type");
        }

        if (!EventTypes.TryFind(name, out var type))
        {
            return new Malformed("type", new Words("没有这种事件", "there is no such event"));
        }

        read = new NewEventBody(type, at, data);
        return null;
    }

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
