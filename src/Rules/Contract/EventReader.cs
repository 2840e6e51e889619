using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Events;
using static Shouwen.Rules.Events.LineFaults;

namespace Shouwen.Rules.Contract;

/// <summary>What is wrong with an event as text; <paramref name="Field"/> names the key, or is empty for the whole line.</summary>
public sealed record Malformed(string Field, Words Sentence);

/// <summary>One line of a stream of events.</summary>
/// <param name="Case">The case's id; empty for the context line.</param>
/// <param name="CaseNumber">How many other cases the reader met before this one; −1 for the context line.</param>
/// <param name="Event">The event; null for the context line.</param>
/// <param name="Context">The context, if this is the context line.</param>
public readonly record struct EventLine(string Case, int CaseNumber, CaseEvent? Event, Context? Context);

/// <summary>
/// Reads events from JSON exactly as the replay contract says: unknown and repeated keys are refused, null is as absent,
/// 4.0 is an integer, times need an offset. One reader serves one thread; ids are shared between events.
/// </summary>
public sealed class EventReader
{
    private readonly Procedure procedure;
    private readonly EventVocabulary vocabulary;
    private readonly StringPool names = new();
    private readonly StringPool cases = new();
    private readonly FieldReader fields;

    public EventReader(Procedure procedure)
    {
        this.procedure = procedure;
        vocabulary = EventVocabulary.Of(procedure);
        fields = new FieldReader(procedure, names);
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
            var json = new JsonCursor(data);
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
        var json = new JsonCursor(line);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return new Malformed("", new Words("不是 JSON 对象", "not a JSON object"));
        }

        var seen = TopKeys.None;
        Pooled caseId = default;
        string? typeName = null;
        EventShape? shape = null;
        var dataRead = false;
        string? by = null;
        Instant? at = null;
        string? deputy = null;
        string? general = null;
        ReadOnlySpan<byte> data = default;
        ReadOnlySpan<byte> bonus = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyOf(ref json);
            if (key == TopKeys.None)
            {
                return Unknown(json.GetString());
            }

            if ((seen & key) != 0)
            {
                return Repeated(json.GetString());
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
                    wrong = FieldReader.ReadName(ref json, "case", cases, out caseId);
                    break;
                case TopKeys.Type:
                    shape = json.TokenType == JsonTokenType.String ? vocabulary.Find(json.Text) : null;
                    wrong = shape is null ? fields.ReadName(ref json, "type", out typeName) : null;
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
                    data = json.SkipValue();
                    break;
                default:
                    bonus = json.SkipValue();
                    break;
            }

            if (wrong is not null)
            {
                return wrong;
            }
        }

        while (json.Read()) { }
        if (typeName is null && shape is null)
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

        if (caseId.Text is null)
        {
            return Missing("case");
        }

        if (shape is null)
        {
            return new Malformed("type", new Words($"没有 {Short(typeName!)} 这种事件", $"unknown type {Short(typeName!)}"));
        }

        if (at is not { } happened)
        {
            return Missing("at");
        }

        if (!dataRead)
        {
            fields.Slots.Clear();
        }

        var problem = (data.IsEmpty ? null : ReadLater(shape, data)) ?? fields.CheckFields(shape);
        if (problem is null)
        {
            var built = EventBuilder.Build(procedure, shape.Type, happened, by, fields.Slots);
            result = new EventLine(caseId.Text, caseId.Number, built, null);
        }

        return problem;
    }

    /// <summary>The data stood before the type.</summary>
    private Malformed? ReadLater(EventShape shape, ReadOnlySpan<byte> data)
    {
        var json = new JsonCursor(data);
        json.Read();
        return fields.ReadFields(shape, ref json);
    }

    private Malformed? ReadContext(TopKeys seen, string? deputy, string? general, ReadOnlySpan<byte> bonus, out EventLine result)
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
        if (!bonus.IsEmpty && ReadBonus(bonus, amounts) is { } wrong)
        {
            return wrong;
        }

        var context = Context.Of(deputy, general, amounts);
        result = new EventLine("", -1, null, context);
        return null;
    }

    private Malformed? ReadBonus(ReadOnlySpan<byte> bonus, Dictionary<string, decimal> amounts)
    {
        var json = new JsonCursor(bonus);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return new Malformed("bonus", new Words("bonus 不是对象", "bonus is not an object"));
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var person = names.Get(json.Text).Text;
            json.Read();
            if (string.IsNullOrEmpty(person))
            {
                return new Malformed("bonus", new Words("bonus 里有空的工号", "bonus holds an empty id"));
            }

            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (FieldReader.ReadAmount(ref json, $"bonus.{Short(person)}", out var amount) is { } wrong)
            {
                return wrong;
            }

            if (!amounts.TryAdd(person, amount))
            {
                return Repeated($"bonus.{Short(person)}");
            }
        }

        return null;
    }

    private static TopKeys KeyOf(ref JsonCursor json) =>
        json.Is("case"u8) ? TopKeys.Case
        : json.Is("type"u8) ? TopKeys.Type
        : json.Is("at"u8) ? TopKeys.At
        : json.Is("by"u8) ? TopKeys.By
        : json.Is("data"u8) ? TopKeys.Data
        : json.Is("deputyManager"u8) ? TopKeys.DeputyManager
        : json.Is("generalManager"u8) ? TopKeys.GeneralManager
        : json.Is("bonus"u8) ? TopKeys.Bonus
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
