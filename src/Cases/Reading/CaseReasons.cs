using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>From the engine's explanation to the box that shows it.</summary>
internal static class CaseReasons
{
    public static Why.View Of(CaseFile file, StaffNames names, Explanation why, bool provisional)
    {
        var version = file.Book.Versions.First(v => v.Name == why.RuleVersion);
        var title = file.Book.Title;
        var note = provisional ? CaseTexts.Provisional : null;
        return new Why.View(
            why.Arithmetic,
            why.Clause.Id,
            why.Clause.Text,
            why.Clause.Reading,
            new Words(
                $"{title.Zh} {why.RuleVersion} {CaseTexts.Version.Zh}{(note is null ? "" : " · " + note.Zh)}",
                $"{title.En}, {CaseTexts.Version.En} {why.RuleVersion}{(note is null ? "" : " · " + note.En)}"
            ),
            [.. why.Events.Select(position => Used(file, version, names, position))]
        );
    }

    private static Why.View.Used Used(CaseFile file, RuleVersion version, StaffNames names, int position)
    {
        var recorded = file.Events[position];
        return new Why.View.Used(EventName(version, recorded.Type), recorded.By is { } by ? names.Of(by) : null, recorded.At);
    }

    public static Words EventName(RuleVersion version, EventType type) =>
        version.Events.TryGetValue(type, out var rule) ? rule.Name : new Words(type.Name(), type.Name());
}
