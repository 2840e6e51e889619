using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>What somebody typed into the form of a record: its data, or what is wrong with which field.</summary>
internal sealed class RecordInput
{
    private readonly string prefix;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

    /// <param name="rule">The record.</param>
    /// <param name="prefix">What the names of its fields begin with in the form.</param>
    private RecordInput(RecordRule rule, string prefix) => (Rule, this.prefix) = (rule, prefix);

    public RecordRule Rule { get; }

    /// <summary>The data as JSON; only worth something when nothing is wrong.</summary>
    public byte[] Data { get; private set; } = [];

    public bool Sound => problems.Count == 0;

    /// <summary>Whether anything was filled in.</summary>
    public bool Any => values.Count > 0;

    public static RecordInput Empty(RecordRule rule, string prefix) => new(rule, prefix);

    public static RecordInput Read(IFormCollection form, RecordRule rule, string prefix)
    {
        var input = new RecordInput(rule, prefix);
        foreach (var field in rule.Fields)
        {
            var text = form[prefix + field.Name].ToString().Trim().ReplaceLineEndings("\n");
            if (text.Length > 0)
            {
                input.values[field.Name] = text;
            }
        }

        input.Data = input.ToJson();
        foreach (var wrong in RecordData.Read(rule, input.Data, out _))
        {
            input.Blame(wrong);
        }

        return input;
    }

    public void Blame(Malformed wrong) => problems.TryAdd(wrong.Field, wrong.Sentence);

    /// <param name="people">Who can be named; needed where a field names staff.</param>
    public IReadOnlyList<EventForm.View.Field> View(AnswerablePeople? people) =>
        [
            .. Rule.Fields.Select(field => new EventForm.View.Field(prefix + field.Name, KindOf(field.Kind), field.Label)
            {
                Required = field.Required,
                Personal = field.Personal,
                Heading = field.Heading,
                InOneRow = field.Kind == RecordFieldKind.Check,
                Value = values.GetValueOrDefault(field.Name),
                Options = [.. Options(field, people)],
                Problem = problems.GetValueOrDefault(field.Name),
            }),
        ];

    private byte[] ToJson()
    {
        var json = FlatJson.Begin();
        foreach (var (name, text) in values)
        {
            Write(Rule.Find(name)!, text, json);
        }

        return FlatJson.End().ToArray();
    }

    /// <summary>A text that does not fit its field stays a text: the rules then say what is wrong with it.</summary>
    private static void Write(RecordField field, string text, Utf8JsonWriter json)
    {
        switch (field.Kind)
        {
            case RecordFieldKind.Flag when text is "true" or "false":
                json.WriteBoolean(field.Name, text == "true");
                break;
            case RecordFieldKind.Score
            or RecordFieldKind.Amount when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                json.WriteNumber(field.Name, number);
                break;
            case RecordFieldKind.Time when EventInput.TryTime(text, out var at):
                json.WriteString(field.Name, at.ToString());
                break;
            default:
                json.WriteString(field.Name, text);
                break;
        }
    }

    private static IEnumerable<EventForm.View.Option> Options(RecordField field, AnswerablePeople? people) =>
        field.Kind switch
        {
            RecordFieldKind.Flag => [new("true", ActingTexts.Yes), new("false", ActingTexts.No)],
            RecordFieldKind.Score => Enumerable.Range(1, RecordField.HighestScore).Select(score => Option($"{score}", $"{score}")),
            RecordFieldKind.Staff => people?.Holding(field.Roles).Select(staff => Option(staff.Id, FormFields.Named(staff))) ?? [],
            RecordFieldKind.Department or RecordFieldKind.Check or RecordFieldKind.Choice => field.Choices.Select(
                choice => new EventForm.View.Option(choice.Key, choice.Value)
            ),
            RecordFieldKind.Text or RecordFieldKind.Name or RecordFieldKind.Time or RecordFieldKind.Amount => [],
        };

    private static EventForm.View.Option Option(string value, string name) => new(value, new Words(name, name));

    private static FieldKind KindOf(RecordFieldKind kind) =>
        kind switch
        {
            RecordFieldKind.Text => FieldKind.Text,
            RecordFieldKind.Name or RecordFieldKind.Staff => FieldKind.Name,
            RecordFieldKind.Time => FieldKind.Time,
            RecordFieldKind.Flag => FieldKind.Flag,
            RecordFieldKind.Score => FieldKind.Score,
            RecordFieldKind.Amount => FieldKind.Amount,
            RecordFieldKind.Department or RecordFieldKind.Check or RecordFieldKind.Choice => FieldKind.Choice,
        };
}
