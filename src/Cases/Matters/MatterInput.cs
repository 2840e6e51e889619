using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Owners;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Matters;

/// <summary>What an employee filled in: every field as it was typed, and what is wrong with each.</summary>
internal sealed record MatterInput
{
    public const string Once = "once";
    private const string Project = "project";
    private const string Place = "place";
    private const string About = "about";
    private const string Demand = "demand";
    private const string Name = "customerName";
    private const string Phone = "customerPhone";
    private const int LongestPlace = 60;

    private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

    public required string FormKey { get; init; }
    public string? ProjectCode { get; init; }
    public string? Where { get; init; }
    public string? Category { get; init; }
    public string? Wanted { get; init; }
    public string? Customer { get; init; }
    public string? CustomerPhone { get; init; }

    /// <summary>What was sent, or kept from the last time; also the ones of a form with a problem.</summary>
    public AttachmentForm? Photos { get; init; }
    public Words? PhotoProblem { get; init; }

    /// <summary>About the whole: nothing beside a field would say it.</summary>
    public Words? Problem { get; private set; }

    public bool Sound => problems.Count == 0 && (Problem ?? PhotoProblem) is null;

    public static MatterInput Empty(string formKey, string? project) => new() { FormKey = formKey, ProjectCode = project };

    public static MatterInput Read(IFormCollection form) =>
        new()
        {
            FormKey = form.Text(Once) ?? "",
            ProjectCode = form.Text(Project),
            Where = form.Text(Place),
            Category = form.Text(About),
            Wanted = form.Text(Demand),
            Customer = form.Text(Name),
            CustomerPhone = form.Text(Phone),
        };

    /// <param name="projects">The codes that can be chosen.</param>
    /// <param name="version">The rules at the desk of the project chosen; null where none take a matter.</param>
    public void Judge(IEnumerable<string> projects, RuleVersion? version)
    {
        var known = ProjectCode is not null && projects.Contains(ProjectCode, StringComparer.Ordinal);
        Blame(Project, known ? null : MatterTexts.ChooseProject);
        Blame(Place, Where is null ? MatterTexts.SayPlace : TooLong(Where, LongestPlace));
        Blame(About, Category is null || version?.Categories.ContainsKey(Category) == false ? MatterTexts.ChooseAbout : null);
        Blame(Demand, Wanted is null ? MatterTexts.SayDemand : TooLong(Wanted, OwnInput.LongestText));
        Blame(Name, TooLong(Customer, EventInput.LongestName));
        Blame(Phone, CustomerPhone?.All(IsOfPhone) == false ? ActingTexts.PhoneWrong : TooLong(CustomerPhone, EventInput.LongestName));
        if (FormKey.Length != 32 || !FormKey.All(char.IsAsciiHexDigit) || (known && version?.FirstContact is null))
        {
            Problem = MatterTexts.NotNow;
        }
    }

    public void Refuse(Words? problem) => Problem = problem ?? MatterTexts.NotNow;

    public EventForm.View Fields(IEnumerable<EventForm.View.Option> projects, IEnumerable<EventForm.View.Option> categories) =>
        new([
            Field(Project, ActingTexts.Project, ProjectCode) with
            {
                Options = [.. projects],
                Kind = FieldKind.Choice,
                Required = true,
            },
            Field(Place, MatterTexts.Place, Where) with
            {
                Required = true,
                Hint = MatterTexts.PlaceHint,
            },
            Field(About, MatterTexts.About, Category) with
            {
                Options = [.. categories],
                Kind = FieldKind.Choice,
                Required = true,
            },
            Field(Demand, MatterTexts.Demand, Wanted) with
            {
                Kind = FieldKind.Text,
                Personal = true,
                Required = true,
            },
            Field(Name, MatterTexts.Name, Customer),
            Field(Phone, MatterTexts.Phone, CustomerPhone) with
            {
                Hint = MatterTexts.PhoneHint,
            },
        ]);

    private EventForm.View.Field Field(string name, Words label, string? value) =>
        new(name, FieldKind.Name, label) { Value = value, Problem = problems.GetValueOrDefault(name) };

    private void Blame(string field, Words? problem)
    {
        if (problem is not null)
        {
            problems[field] = problem;
        }
    }

    private static Words? TooLong(string? text, int most) => text is not null && text.Length > most ? MatterTexts.TooLong(most) : null;

    private static bool IsOfPhone(char letter) => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '-' or '(' or ')';
}
