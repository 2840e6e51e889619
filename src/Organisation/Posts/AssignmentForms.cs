using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

/// <summary>The two forms on the page of an assignment.</summary>
internal sealed class AssignmentForms(Assignment assignment, IReadOnlyList<FormFields.View.Option> people, FormInput input, Instant now)
{
    public FormFields.View HandOver() =>
        new(
            $"/assignments/{assignment.Id}/hand-over",
            PostTexts.HandOverNow,
            [
                new("successor", PostTexts.Successor)
                {
                    Value = input.Shown("successor"),
                    Options = [new("", PostTexts.Nobody), .. people],
                    Problem = input.Problem("successor"),
                },
                Time("at", PostTexts.At, FormInput.Soon(now)),
            ]
        )
        {
            Prefix = "hand-over-",
        };

    public FormFields.View StandIn() =>
        new(
            $"/assignments/{assignment.Id}/stand-ins",
            PostTexts.AddStandIn,
            [
                new("staff", PostTexts.StandInPerson)
                {
                    Value = input.Shown("staff"),
                    Required = true,
                    Options = [new("", PostTexts.Choose), .. people],
                    Problem = input.Problem("staff"),
                },
                Time("from", PostTexts.From, FormInput.Soon(now)),
                Time("until", PostTexts.StandInUntil, null),
                new("reason", PostTexts.Reason) { Value = input.Shown("reason"), Problem = input.Problem("reason") },
            ]
        )
        {
            Prefix = "stand-in-",
        };

    private FormFields.View.Field Time(string name, Words label, string? preset) =>
        new(name, label)
        {
            Type = "datetime-local",
            Value = input.Shown(name, preset),
            Required = true,
            Problem = input.Problem(name),
        };
}
