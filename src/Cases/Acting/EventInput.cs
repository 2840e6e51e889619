using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>What somebody typed into the form of an event: the event's data, or what is wrong with which field.</summary>
internal sealed class EventInput
{
    public const int LongestText = 4000;
    public const int LongestName = 200;
    private const int HighestScore = 5;
    private const string LocalTime = "yyyy-MM-ddTHH:mm";
    private const string LocalTimeWithSeconds = LocalTime + ":ss";

    private readonly string prefix;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

    private EventInput(string prefix) => this.prefix = prefix;

    public static EventInput None { get; } = new("");

    /// <summary>The data as JSON; only worth something when nothing is wrong.</summary>
    public ReadOnlyMemory<byte> Data { get; private set; }

    public bool Sound => problems.Count == 0;

    /// <summary>Whether anything was filled in.</summary>
    public bool Any => values.Count > 0;

    public string? Value(string field) => values.GetValueOrDefault(field);

    public Words? Problem(string field) => problems.GetValueOrDefault(field);

    public void Blame(string field, Words problem) => problems[field] = problem;

    /// <param name="form">What was sent.</param>
    /// <param name="shape">The event.</param>
    /// <param name="signed">Whether the customer signed, where the form has a field for it: only that says so in the data.</param>
    /// <param name="prefix">What the names of its fields begin with in the form.</param>
    public static EventInput Read(IFormCollection form, EventShape shape, bool? signed = null, string prefix = "")
    {
        var input = new EventInput(prefix);
        using var data = new MemoryStream();
        using (var json = new Utf8JsonWriter(data))
        {
            json.WriteStartObject();
            foreach (var field in shape.Fields)
            {
                if (!field.ClaimsSignature || signed is null)
                {
                    input.Read(field, form[input.prefix + field.Name].ToString().Trim(), json);
                }
                else if (signed.Value)
                {
                    json.WriteBoolean(field.Name, value: true);
                }
            }

            json.WriteEndObject();
        }

        input.Data = data.ToArray();
        return input;
    }

    /// <summary>A time as the browser's field holds it, in the company's zone.</summary>
    public static string ForField(Instant at) =>
        at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + at.TimeOfDay.ToString("'T'HH:mm", CultureInfo.InvariantCulture);

    private void Read(Field field, string text, Utf8JsonWriter json)
    {
        var label = ActingTexts.Field(field.Name);
        if (text.Length == 0)
        {
            if (field.Required)
            {
                Blame(field.Name, FormFields.IsChosen(field) ? ActingTexts.NotChosen(label) : ActingTexts.Missing(label));
            }

            return;
        }

        values[field.Name] = text;
        var most = field.Personal ? LongestText : LongestName;
        if (text.EnumerateRunes().Count() > most)
        {
            Blame(field.Name, ActingTexts.TooLong(label, most));
            return;
        }

        if (Write(field, text, json) is { } problem)
        {
            Blame(field.Name, problem(label));
        }
    }

    /// <returns>What to say of the field when its text does not fit it.</returns>
    private static Func<Words, Words>? Write(Field field, string text, Utf8JsonWriter json)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.Name:
                json.WriteString(field.Name, text);
                return null;
            case FieldKind.Time:
                return WriteTime(field.Name, text, json);
            case FieldKind.Amount when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) && yuan >= 0:
                json.WriteNumber(field.Name, yuan);
                return null;
            case FieldKind.Amount:
                return ActingTexts.NotAnAmount;
            case FieldKind.Score when int.TryParse(text, CultureInfo.InvariantCulture, out var score) && score is >= 1 and <= HighestScore:
                json.WriteNumber(field.Name, score);
                return null;
            case FieldKind.Choice when field.Choices.Contains(text, StringComparer.Ordinal):
                json.WriteString(field.Name, text);
                return null;
            case FieldKind.Flag when text is "true" or "false":
                json.WriteBoolean(field.Name, text == "true");
                return null;
            case FieldKind.True when text is "true":
                json.WriteBoolean(field.Name, value: true);
                return null;
            default:
                return ActingTexts.NotAChoice;
        }
    }

    /// <summary>What the browser's field holds, in the company's zone.</summary>
    public static bool TryTime(string text, out Instant at)
    {
        at = default;
        if (
            !DateTime.TryParseExact(
                text,
                [LocalTime, LocalTimeWithSeconds],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local
            )
        )
        {
            return false;
        }

        at = Instant.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return at >= Instant.Earliest && at <= Instant.Latest;
    }

    private static Func<Words, Words>? WriteTime(string name, string text, Utf8JsonWriter json)
    {
        if (!TryTime(text, out var at))
        {
            return ActingTexts.NotATime;
        }

        json.WriteString(name, Encoding.UTF8.GetBytes(at.ToString()));
        return null;
    }
}
