using System.Text.Json;
using Shouwen.Rules.Contract;
using static Shouwen.Rules.Events.LineFaults;

namespace Shouwen.Rules.Events;

/// <summary>Reads the values of an event, kind by kind, and says which field is wrong and how.</summary>
internal sealed class FieldReader(Procedure procedure, StringPool names)
{
    /// <summary>No bonus and no claim is a thousand billion yuan; sums of such amounts stay exact.</summary>
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The values of the event read last.</summary>
    public FieldSlots Slots { get; } = new();

    public Malformed? ReadFields(EventShape shape, ref JsonCursor json)
    {
        Slots.Clear();
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
            while (index < fields.Count && !json.Is(fields[index].Utf8Name))
            {
                index++;
            }

            if (index == fields.Count)
            {
                return Unknown($"data.{Short(json.GetString())}");
            }

            if (!Slots.See(index))
            {
                return Repeated(fields[index].Path);
            }

            json.Read();
            if (json.TokenType != JsonTokenType.Null && ReadValue(ref json, fields[index], index) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    public Malformed? CheckFields(EventShape shape)
    {
        var fields = shape.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Required && !Slots.Has(i))
            {
                return Missing(fields[i].Path);
            }
        }

        if (procedure == Procedure.Property && shape.Type == EventType.CaseClosed && !Slots.Has(0) && !Slots.Has(1))
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

    private Malformed? ReadValue(ref JsonCursor json, Field field, int index)
    {
        var name = field.Path;
        switch (field.Kind)
        {
            case FieldKind.Time:
                var wrongTime = ReadTime(ref json, name, out var time);
                Slots.Set(index, time.Seconds);
                return wrongTime;
            case FieldKind.Name:
                var wrongName = ReadName(ref json, name, out var id);
                Slots.Set(index, 1, id);
                return wrongName;
            case FieldKind.Text:
                if (json.TokenType != JsonTokenType.String)
                {
                    return new Malformed(name, new Words($"{name} 不是文本", $"{name} is not a text"));
                }

                _ = json.Text;
                Slots.Set(index, 1);
                return null;
            case FieldKind.True:
                Slots.Set(index, 1);
                return json.TokenType == JsonTokenType.True
                    ? null
                    : new Malformed(name, new Words($"{name} 只能是 true", $"{name} must be true"));
            case FieldKind.Flag:
                Slots.Set(index, json.TokenType == JsonTokenType.True ? 1 : 0);
                return json.TokenType is JsonTokenType.True or JsonTokenType.False
                    ? null
                    : new Malformed(name, new Words($"{name} 只能是 true 或 false", $"{name} must be true or false"));
            case FieldKind.Score:
                return ReadScore(ref json, name, index);
            case FieldKind.Amount:
                Slots.Set(index, 1);
                return ReadAmount(ref json, name, out _);
            default:
                return ReadChoice(ref json, field, name, index);
        }
    }

    private Malformed? ReadScore(ref JsonCursor json, string name, int index)
    {
        if (
            json.TokenType != JsonTokenType.Number
            || !json.TryGetDecimal(out var score)
            || score != decimal.Truncate(score)
            || score is < 1 or > 5
            || !IsWhole(json.ValueSpan)
        )
        {
            return new Malformed(name, new Words($"{name} 是 1 到 5 的整数", $"{name} is a whole number from 1 to 5"));
        }

        Slots.Set(index, (long)score);
        return null;
    }

    /// <summary>A decimal keeps 28 digits; what stands behind them must be zero too.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> number)
    {
        var point = number.IndexOf((byte)'.');
        return point < 0 || number.ContainsAny("eE"u8) || !number[(point + 1)..].ContainsAnyExcept((byte)'0');
    }

    private Malformed? ReadChoice(ref JsonCursor json, Field field, string name, int index)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            for (var i = 0; i < field.Utf8Choices.Count; i++)
            {
                if (json.Is(field.Utf8Choices[i]))
                {
                    Slots.Set(index, i);
                    return null;
                }
            }
        }

        var choices = string.Join(", ", field.Choices);
        return new Malformed(name, new Words($"{name} 只能是 {choices}", $"{name} must be one of {choices}"));
    }

    public Malformed? ReadName(ref JsonCursor json, string name, out string? id)
    {
        var wrong = ReadName(ref json, name, names, out var pooled);
        id = pooled.Text;
        return wrong;
    }

    public static Malformed? ReadName(ref JsonCursor json, string name, StringPool pool, out Pooled id)
    {
        id = default;
        if (json.TokenType != JsonTokenType.String)
        {
            return new Malformed(name, new Words($"{name} 不是文本", $"{name} is not a text"));
        }

        id = pool.Get(json.Text);
        return id.Text.Length == 0 ? new Malformed(name, new Words($"{name} 是空的", $"{name} is empty")) : null;
    }

    public static Malformed? ReadTime(ref JsonCursor json, string name, out Instant instant)
    {
        instant = default;
        var readable = json.TokenType == JsonTokenType.String && Instant.TryParse(json.Text, out instant);
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

    public static Malformed? ReadAmount(ref JsonCursor json, string name, out decimal amount)
    {
        amount = 0;
        return json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out amount) && amount is >= 0 and <= LargestAmount
            ? null
            : new Malformed(
                name,
                new Words($"{name} 不是 0 到 {LargestAmount:0} 之间的金额", $"{name} is not an amount from 0 to {LargestAmount:0}")
            );
    }
}
