using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>The form of an event, made from its shape: the words come from the rule book, the people from the organisation.</summary>
internal sealed class FormFields(RuleVersion version, EventShape shape, string prefix = "")
{
    private static readonly Dictionary<string, string> TermGroups = new(StringComparer.Ordinal)
    {
        ["channel"] = "channels",
        ["nature"] = "natures",
        ["cause"] = "causes",
        ["purpose"] = "purposes",
        ["visitQuality"] = "visitQualities",
        ["class"] = "classes",
        ["department"] = "departments",
    };

    private AnswerablePeople? people;

    /// <summary>Set where the customer signs: the signature itself stands in the place of the field that claims it.</summary>
    private SignatureRule? Signature => version.Signatures.GetValueOrDefault(shape.Type);

    public FormFields With(AnswerablePeople answerable)
    {
        people = answerable;
        return this;
    }

    /// <param name="input">What was typed before.</param>
    /// <param name="preset">What stands in a field nobody has typed into yet.</param>
    public EventForm.View View(EventInput input, Func<string, string?> preset) =>
        new([
            .. shape
                .Fields.Where(field => !field.ClaimsSignature || Signature is null)
                .Select(field => new EventForm.View.Field(prefix + field.Name, field.Kind, ActingTexts.Field(field.Name))
                {
                    Required = field.Required,
                    Personal = field.Personal,
                    Value = input.Value(field.Name) ?? preset(field.Name),
                    Options = [.. Options(field)],
                    Problem = input.Problem(field.Name),
                }),
        ]);

    /// <summary>Whether the form offers its values rather than asking to write.</summary>
    public static bool IsChosen(Field field) =>
        field.NamesPerson
        || field.Name == "category"
        || TermGroups.ContainsKey(field.Name)
        || field.Kind is FieldKind.Choice or FieldKind.Flag or FieldKind.Score;

    private IEnumerable<EventForm.View.Option> Options(Field field)
    {
        if (people is not null && field.NamesPerson)
        {
            return people.For(field.Name).Select(staff => new EventForm.View.Option(staff.Id, new Words(Named(staff), Named(staff))));
        }

        return field.Kind switch
        {
            FieldKind.Flag => [new("true", ActingTexts.Yes), new("false", ActingTexts.No)],
            FieldKind.Score => "12345".Select(digit => new EventForm.View.Option(
                digit.ToString(),
                new Words(digit.ToString(), digit.ToString())
            )),
            FieldKind.Choice or FieldKind.Name or FieldKind.Text => Codes(field)
                .Select(code => new EventForm.View.Option(code, NameOf(field, code))),
            FieldKind.Time or FieldKind.True or FieldKind.Amount => [],
        };
    }

    private IEnumerable<string> Codes(Field field) =>
        field.Name == "category" && version.Categories.Count > 0 ? version.Categories.Keys
        : field.Kind == FieldKind.Choice ? field.Choices
        : TermGroups.TryGetValue(field.Name, out var group) && version.Terms.TryGetValue(group, out var terms) ? terms.Keys
        : [];

    private Words NameOf(Field field, string code) =>
        version.Categories.TryGetValue(code, out var category) ? category.Name
        : TermGroups.TryGetValue(field.Name, out var group) ? version.Term(group, code)
        : new Words(code, code);

    /// <summary>A person as lists of people show one: with the post.</summary>
    public static string Named(Staff staff) => staff.Post.Length == 0 ? staff.Name : $"{staff.Name} · {staff.Post}";
}
