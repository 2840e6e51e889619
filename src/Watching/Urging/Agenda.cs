using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Urging;

/// <summary>
/// The cases a meeting is about (EG-31, EG-32): computed when it is prepared, and frozen into its minutes when they are
/// written. Codes and numbers only: what the cases say stays with the cases.
/// </summary>
internal static class Agenda
{
    /// <summary>What a meeting can go through; the register has the rest.</summary>
    public const int MostCases = 200;

    /// <param name="Number">The case.</param>
    /// <param name="Group">The department (week) or the region (month) it is discussed under.</param>
    /// <param name="Project">Its project.</param>
    /// <param name="Rules">The book its words come from.</param>
    /// <param name="Nature">Its nature.</param>
    /// <param name="State">Where it stood.</param>
    /// <param name="Due">When it was to be resolved.</param>
    internal sealed record Line(string Number, string Group, string Project, string Rules, string Nature, string State, string? Due);

    internal sealed record Frozen(string Period, string At, bool More, List<Line> Lines);

    /// <summary>Last week's unfinished cases by department, or last month's left-over major, group and common ones by region.</summary>
    public static string Freeze(Period period, LedgerDesk desk)
    {
        using var session = desk.Database.Read();
        return Freeze(period, session, desk.Me.Scope, desk.Tree, desk.Reader.Now);
    }

    public static string Freeze(Period period, Session session, Scope scope, OrganisationTree tree, Instant now)
    {
        var filter = new UnfinishedFilter { OpenedBefore = EntrySql.StartOf(period.StartOf(now.Date)), Grave = period == Period.Month };
        var cases = UnfinishedCases.Find(session, scope, filter, now, MostCases + 1);
        var lines = cases.Take(MostCases).Select(each => LineOf(each, period, tree)).ToList();
        return JsonSerializer.Serialize(new Frozen(EnumCode.Of(period), now.ToString(), cases.Count > MostCases, lines), FrozenOptions);
    }

    private static readonly JsonSerializerOptions FrozenOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static AgendaTable.View View(string text, LedgerDesk desk)
    {
        var frozen = JsonSerializer.Deserialize<Frozen>(text)!;
        var names = desk.Db.Set<Place>().ToDictionary(place => place.Id, place => place.Name, StringComparer.Ordinal);
        var at = Instant.Parse(frozen.At);
        var groups = frozen
            .Lines.GroupBy(line => line.Group, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => new AgendaTable.View.Group(
                GroupName(frozen.Period, group.Key, names, desk),
                [.. group.Select(line => Shown(line, names, at, desk))]
            ));
        return new AgendaTable.View([.. groups], frozen.More);
    }

    private static Line LineOf(UnfinishedCase each, Period period, OrganisationTree tree) =>
        new(
            each.Number,
            period == Period.Week ? each.Department ?? "" : tree.UpFrom(each.Project).ElementAtOrDefault(1) ?? "",
            each.Project ?? "",
            each.Rules,
            EnumCode.Of(each.Nature),
            EnumCode.Of(each.State),
            each.ResolveDueAt?.ToString()
        );

    private static Words GroupName(string period, string code, Dictionary<string, string> places, LedgerDesk desk) =>
        code.Length == 0 ? LedgerTexts.NoGroup
        : period == EnumCode.Of(Period.Week) ? desk.Term("departments", code)
        : FieldWords.Same(places.GetValueOrDefault(code, code));

    private static AgendaTable.View.Line Shown(Line line, Dictionary<string, string> places, Instant at, LedgerDesk desk)
    {
        var version = desk.Rules.Books.TryGetValue(line.Rules, out var book) ? book.At(at) : null;
        var due = line.Due is { } text ? Instant.Parse(text) : (Instant?)null;
        return new AgendaTable.View.Line(
            line.Number,
            places.GetValueOrDefault(line.Project, line.Project),
            desk.Term("natures", line.Nature),
            due is { } day ? Phrases.Exact(day)[..16] : "—",
            due < at ? Phrases.Overdue(due.Value, at) : version?.Term("states", line.State) ?? FieldWords.Same(line.State)
        );
    }
}
