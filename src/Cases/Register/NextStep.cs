using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>
/// The step a case waits for, where a role of the reader takes it: what a phone's card offers. It is read off the rule books, not
/// off each case; what else may stand in its way is said by the form.
/// </summary>
internal sealed class NextStep
{
    private const string Department = "department";

    private readonly Dictionary<(string Rules, string State), (EventRule Step, bool OfDepartment)> steps = [];
    private readonly string department;

    public NextStep(Me me, RuleLibrary rules, Instant now)
    {
        department = me.Department;
        foreach (var book in rules.Books.Values)
        {
            var version = book.At(now);
            foreach (var (stage, turns) in version.Turns)
            {
                var mine = version.Awaited(stage).Where(me.Is).ToList();
                if (mine.Count > 0)
                {
                    steps[(book.Name, Codes.Of(stage))] = (version.Events[turns[0]], mine.TrueForAll(role => role == Department));
                }
            }
        }
    }

    public RegisterRows.View.Step? Of(ListedCase row) =>
        steps.TryGetValue((row.Rules, row.State), out var found) && (!found.OfDepartment || row.Department == department)
            ? new RegisterRows.View.Step($"/cases/{Uri.EscapeDataString(row.Number)}/events/{found.Step.Type.Name()}", found.Step.Action)
            : null;
}
