using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Rules.Events;

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
public sealed class EventReader(Procedure procedure)
{
    /// <summary>No bonus and no claim is a thousand billion yuan; sums of such amounts stay exact.</summary>
    private const decimal LargestAmount = 1_000_000_000_000m;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    private readonly EventVocabulary vocabulary = EventVocabulary.Of(procedure);
    private readonly StringPool pool = new();
    private readonly FieldSlots slots = new();

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
            var wrong = ReadFields(shape, ref json) ?? CheckFields(shape);
            if (wrong is null)
            {
                while (json.Read()) { }
                result = EventBuilder.Build(procedure, type, at, by, slots);
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
                    wrong = ReadName(ref json, "case", out caseId);
                    break;
                case TopKeys.Type:
                    wrong = ReadName(ref json, "type", out typeName);
                    shape = wrong is null ? vocabulary.Find(typeName!) : null;
                    break;
                case TopKeys.By:
                    wrong = ReadName(ref json, "by", out by);
                    break;
                case TopKeys.At:
                    wrong = ReadTime(ref json, "at", out var time);
                    at = time;
                    break;
                case TopKeys.DeputyManager:
                    wrong = ReadName(ref json, "deputyManager", out deputy);
                    break;
                case TopKeys.GeneralManager:
                    wrong = ReadName(ref json, "generalManager", out general);
                    break;
                case TopKeys.Data when shape is not null:
                    wrong = ReadFields(shape, ref json);
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
            slots.Clear();
        }

        var problem = data.TokenType == JsonTokenType.None ? null : ReadFields(shape, ref data);
        problem ??= CheckFields(shape);
        if (problem is null)
        {
            result = new EventLine(caseId, EventBuilder.Build(procedure, shape.Type, happened, by, slots), null);
        }

        return problem;
    }

    private Malformed? ReadFields(EventShape shape, ref Utf8JsonReader json)
    {
        slots.Clear();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            return new Malformed("data", new Words("data 不是对象", "data is not an object"));
        }

        var fields = shape.Fields;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = 0;
            while (index < fields.Count && !json.ValueTextEquals(fields[index].Name))
            {
                index++;
            }

            if (index == fields.Count)
            {
                return Unknown($"data.{Short(json.GetString()!)}");
            }

            if (!slots.See(index))
            {
                return Repeated($"data.{fields[index].Name}");
            }

            json.Read();
            if (json.TokenType != JsonTokenType.Null && ReadValue(ref json, fields[index], index) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private Malformed? CheckFields(EventShape shape)
    {
        var fields = shape.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Required && !slots.Has(i))
            {
                return Missing($"data.{fields[i].Name}");
            }
        }

        if (procedure == Procedure.Property && shape.Type == EventType.CaseClosed && !slots.Has(0) && !slots.Has(1))
        {
            return new Malformed(
                "data.signature",
                new Words(
                    "结案要有业主签字 signature，或电话确认人 confirmedBy",
                    "closing needs signature, or confirmedBy for a confirmation by phone"
                )
            );
        }

        return null;
    }

    private Malformed? ReadValue(ref Utf8JsonReader json, Field field, int index)
    {
        var name = $"data.{field.Name}";
        switch (field.Kind)
        {
            case FieldKind.Time:
                var wrongTime = ReadTime(ref json, name, out var time);
                slots.Set(index, time.Seconds);
                return wrongTime;
            case FieldKind.Name:
                var wrongName = ReadName(ref json, name, out var id);
                slots.Set(index, 1, id);
                return wrongName;
            case FieldKind.Text:
                if (json.TokenType != JsonTokenType.String)
                {
                    return new Malformed(name, new Words($"{name} 不是文本", $"{name} is not a text"));
                }

                if (json.ValueIsEscaped)
                {
                    _ = json.GetString();
                }

                slots.Set(index, 1);
                return null;
            case FieldKind.True:
                slots.Set(index, 1);
                return json.TokenType == JsonTokenType.True
                    ? null
                    : new Malformed(name, new Words($"{name} 只能是 true", $"{name} must be true"));
            case FieldKind.Flag:
                slots.Set(index, json.TokenType == JsonTokenType.True ? 1 : 0);
                return json.TokenType is JsonTokenType.True or JsonTokenType.False
                    ? null
                    : new Malformed(name, new Words($"{name} 只能是 true 或 false", $"{name} must be true or false"));
            case FieldKind.Score:
                return ReadScore(ref json, name, index);
            case FieldKind.Amount:
                slots.Set(index, 1);
                return ReadAmount(ref json, name, out _);
            default:
                return ReadChoice(ref json, field, name, index);
        }
    }

    private Malformed? ReadScore(ref Utf8JsonReader json, string name, int index)
    {
        if (
            json.TokenType != JsonTokenType.Number
            || !json.TryGetDecimal(out var score)
            || score != decimal.Truncate(score)
            || score is < 1 or > 5
        )
        {
            return new Malformed(name, new Words($"{name} 是 1 到 5 的整数", $"{name} is a whole number from 1 to 5"));
        }

        slots.Set(index, (long)score);
        return null;
    }

    private Malformed? ReadChoice(ref Utf8JsonReader json, Field field, string name, int index)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            for (var i = 0; i < field.Choices.Count; i++)
            {
                if (json.ValueTextEquals(field.Choices[i]))
                {
                    slots.Set(index, i);
                    return null;
                }
            }
        }

        var choices = string.Join(", ", field.Choices);
        return new Malformed(name, new Words($"{name} 只能是 {choices}", $"{name} must be one of {choices}"));
    }

    private Malformed? ReadName(ref Utf8JsonReader json, string name, out string? id)
    {
        id = null;
        if (json.TokenType != JsonTokenType.String)
        {
            return new Malformed(name, new Words($"{name} 不是文本", $"{name} is not a text"));
        }

        id = pool.Get(ref json);
        return string.IsNullOrEmpty(id) ? new Malformed(name, new Words($"{name} 是空的", $"{name} is empty")) : null;
    }

    private static Malformed? ReadTime(ref Utf8JsonReader json, string name, out Instant instant)
    {
        instant = default;
        var readable =
            json.TokenType == JsonTokenType.String
            && (
                json.ValueIsEscaped
                    ? Instant.TryParse(Encoding.UTF8.GetBytes(json.GetString()!), out instant)
                    : Instant.TryParse(json.ValueSpan, out instant)
            );
        if (!readable)
        {
            return new Malformed(
                name,
                new Words(
                    $"{name} 不是带时区的时间（例如 2026-10-08T09:00:00+08:00）",
                    $"{name} is not a time with an offset (like 2026-10-08T09:00:00+08:00)"
                )
            );
        }

        return instant < Instant.Earliest || instant > Instant.Latest
            ? new Malformed(name, new Words($"{name} 不在 2000 年到 2099 年之间", $"{name} is not between the years 2000 and 2099"))
            : null;
    }

    private static Malformed? ReadAmount(ref Utf8JsonReader json, string name, out decimal amount)
    {
        amount = 0;
        return json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out amount) && amount is >= 0 and <= LargestAmount
            ? null
            : new Malformed(
                name,
                new Words($"{name} 不是 0 到 {LargestAmount:0} 之间的金额", $"{name} is not an amount from 0 to {LargestAmount:0}")
            );
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

                if (ReadAmount(ref bonus, $"bonus.{Short(person)}", out var amount) is { } wrong)
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

    private static Malformed Unknown(string key) => new(Short(key), new Words($"不认识的键 {Short(key)}", $"unknown key {Short(key)}"));

    private static Malformed Repeated(string key) => new(Short(key), new Words($"重复的键 {Short(key)}", $"repeated key {Short(key)}"));

    private static Malformed Missing(string key) => new(key, new Words($"缺少 {key}", $"{key} is missing"));

    private static Malformed NotJson(JsonException problem)
    {
        var at = (problem.BytePositionInLine ?? 0) + 1;
        return new Malformed("", new Words($"不是有效的 JSON（第 {at} 字节）", $"malformed JSON at byte {at}"));
    }

    /// <summary>Foreign text in a message stays short and on one line.</summary>
    private static string Short(string text)
    {
        var shown = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }

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
