using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Events;
using static Shouwen.Rules.Events.LineFaults;

namespace Shouwen.Rules.Contract;

/// <summary>What is wrong with an event as text; <paramref name="Field"/> names the key, or is empty for the whole line.</summary>
public sealed record Malformed(string Field, Words Sentence);

/// <summary>One line of a stream of events.</summary>
/// <param name="Case">The case's id; empty for the context line.</param>
/// <param name="Event">The event; null for the context line.</param>
/// <param name="Context">The context, if this is the context line.</param>
public readonly record struct EventLine(string Case, CaseEvent? Event, Context? Context);

/// <summary>
/// Reads events from JSON exactly as the replay contract says: unknown and repeated keys are refused, null is as absent,
/// 4.0 is an integer, times need an offset. One reader serves one thread; ids are shared between events.
/// </summary>
public sealed class EventReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    private readonly Procedure procedure;
    private readonly EventVocabulary vocabulary;
    private readonly StringPool pool = new();
    private readonly FieldReader fields;

    public EventReader(Procedure procedure)
    {
        this.procedure = procedure;
        vocabulary = EventVocabulary.Of(procedure);
        fields = new FieldReader(procedure, pool);
    }

    /// <summary>Reads one line; the context is recognised by its type, whatever line it stands on.</summary>
    public Malformed? ReadLine(ReadOnlySpan<byte> line, out EventLine result)
    {
        result = default;
        if (!Utf8.IsValid(line))
        {
            return new Malformed("", new Words("不是有效的 UTF-8", "invalid UTF-8"));
        }

        try
        {
            return ReadObject(line, out result);
        }
        catch (JsonException problem)
        {
            return NotJson(problem);
        }
        catch (InvalidOperationException)
        {
            return new Malformed("", new Words("文本里有不成对的代理字符", "a text holds an unpaired surrogate"));
        }
    }

    /// <summary>Reads the <c>data</c> object of an event whose type and time are known.</summary>
    public Malformed? ReadData(EventType type, Instant at, string? by, ReadOnlySpan<byte> data, out CaseEvent? result)
    {
        result = null;
        if (!Utf8.IsValid(data))
        {
            return new Malformed("data", new Words("不是有效的 UTF-8", "invalid UTF-8"));
        }

        try
        {
            var json = new Utf8JsonReader(data, Options);
            json.Read();
            var shape = vocabulary.Find(type)!;
            var wrong = fields.ReadFields(shape, ref json) ?? fields.CheckFields(shape);
            if (wrong is null)
            {
                while (json.Read()) { }
                result = EventBuilder.Build(procedure, type, at, by, fields.Slots);
            }

            return wrong;
        }
        catch (JsonException problem)
        {
            return NotJson(problem);
        }
        catch (InvalidOperationException)
        {
            return new Malformed("data", new Words("文本里有不成对的代理字符", "a text holds an unpaired surrogate"));
        }
    }

    private Malformed? ReadObject(ReadOnlySpan<byte> line, out EventLine result)
    {
        result = default;
        var json = new Utf8JsonReader(line, Options);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return new Malformed("", new Words("不是 JSON 对象", "not a JSON object"));
        }

        var seen = TopKeys.None;
        string? caseId = null;
        string? typeName = null;
        EventShape? shape = null;
        var dataRead = false;
        string? by = null;
        Instant? at = null;
        string? deputy = null;
        string? general = null;
        Utf8JsonReader data = default;
        Utf8JsonReader bonus = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyOf(ref json);
            if (key == TopKeys.None)
            {
                return Unknown(json.GetString()!);
            }

            if ((seen & key) != 0)
            {
                return Repeated(json.GetString()!);
            }

            seen |= key;
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            Malformed? wrong = null;
            switch (key)
            {
                case TopKeys.Case:
                    wrong = fields.ReadName(ref json, "case", out caseId);
                    break;
                case TopKeys.Type:
                    wrong = fields.ReadName(ref json, "type", out typeName);
                    shape = wrong is null ? vocabulary.Find(typeName!) : null;
                    break;
                case TopKeys.By:
                    wrong = fields.ReadName(ref json, "by", out by);
                    break;
                case TopKeys.At:
                    wrong = FieldReader.ReadTime(ref json, "at", out var time);
                    at = time;
                    break;
                case TopKeys.DeputyManager:
                    wrong = fields.ReadName(ref json, "deputyManager", out deputy);
                    break;
                case TopKeys.GeneralManager:
                    wrong = fields.ReadName(ref json, "generalManager", out general);
                    break;
                case TopKeys.Data when shape is not null:
                    wrong = fields.ReadFields(shape, ref json);
                    dataRead = true;
                    break;
                case TopKeys.Data:
                    data = json;
                    json.Skip();
                    break;
                default:
                    bonus = json;
                    json.Skip();
                    break;
            }

            if (wrong is not null)
            {
                return wrong;
            }
        }

        while (json.Read()) { }
        if (typeName is null)
        {
            return Missing("type");
        }

        if (typeName == "context")
        {
            return ReadContext(seen, deputy, general, bonus, out result);
        }

        if ((seen & (TopKeys.DeputyManager | TopKeys.GeneralManager | TopKeys.Bonus)) != 0)
        {
            return Unknown(
                (seen & TopKeys.DeputyManager) != 0 ? "deputyManager"
                : (seen & TopKeys.GeneralManager) != 0 ? "generalManager"
                : "bonus"
            );
        }

        if (caseId is null)
        {
            return Missing("case");
        }

        if (shape is null)
        {
            return new Malformed("type", new Words($"没有 {Short(typeName)} 这种事件", $"unknown type {Short(typeName)}"));
        }

        if (at is not { } happened)
        {
            return Missing("at");
        }

        if (!dataRead)
        {
            fields.Slots.Clear();
        }

        var problem = data.TokenType == JsonTokenType.None ? null : fields.ReadFields(shape, ref data);
        problem ??= fields.CheckFields(shape);
        if (problem is null)
        {
            result = new EventLine(caseId, EventBuilder.Build(procedure, shape.Type, happened, by, fields.Slots), null);
        }

        return problem;
    }

    private Malformed? ReadContext(TopKeys seen, string? deputy, string? general, Utf8JsonReader bonus, out EventLine result)
    {
        result = default;
        var foreign = seen & (TopKeys.Case | TopKeys.At | TopKeys.By | TopKeys.Data);
        if (foreign != 0)
        {
            return Unknown(
                (foreign & TopKeys.Case) != 0 ? "case"
                : (foreign & TopKeys.At) != 0 ? "at"
                : (foreign & TopKeys.By) != 0 ? "by"
                : "data"
            );
        }

        var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (bonus.TokenType != JsonTokenType.None)
        {
            if (bonus.TokenType != JsonTokenType.StartObject)
            {
                return new Malformed("bonus", new Words("bonus 不是对象", "bonus is not an object"));
            }

            while (bonus.Read() && bonus.TokenType == JsonTokenType.PropertyName)
            {
                var person = pool.Get(ref bonus);
                bonus.Read();
                if (string.IsNullOrEmpty(person))
                {
                    return new Malformed("bonus", new Words("bonus 里有空的工号", "bonus holds an empty id"));
                }

                if (bonus.TokenType == JsonTokenType.Null)
                {
                    continue;
                }

                if (FieldReader.ReadAmount(ref bonus, $"bonus.{Short(person)}", out var amount) is { } wrong)
                {
                    return wrong;
                }

                if (!amounts.TryAdd(person, amount))
                {
                    return Repeated($"bonus.{Short(person)}");
                }
            }
        }

        var context = new Context(deputy ?? Context.Unknown.DeputyManager, general ?? Context.Unknown.GeneralManager, amounts);
        result = new EventLine("", null, context);
        return null;
    }

    private static TopKeys KeyOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("case"u8) ? TopKeys.Case
        : json.ValueTextEquals("type"u8) ? TopKeys.Type
        : json.ValueTextEquals("at"u8) ? TopKeys.At
        : json.ValueTextEquals("by"u8) ? TopKeys.By
        : json.ValueTextEquals("data"u8) ? TopKeys.Data
        : json.ValueTextEquals("deputyManager"u8) ? TopKeys.DeputyManager
        : json.ValueTextEquals("generalManager"u8) ? TopKeys.GeneralManager
        : json.ValueTextEquals("bonus"u8) ? TopKeys.Bonus
        : TopKeys.None;

    [Flags]
    private enum TopKeys
    {
        None = 0,
        Case = 1,
        Type = 2,
        At = 4,
        By = 8,
        Data = 16,
        DeputyManager = 32,
        GeneralManager = 64,
        Bonus = 128,
    }
}
