using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>One page of the register, by keyset: the page at a million costs what the first one costs.</summary>
internal sealed class RegisterQuery(Db db, Me me, RuleLibrary rules, Instant now)
{
    public const int PageSize = 50;

    private readonly IQueryable<CaseRow> cases = db.CasesFor(me);

    public async Task<RegisterRows.View> Page(RegisterFilter filter, CancellationToken cancellation)
    {
        var page = Sorted(Narrowed(filter), filter).Take(PageSize + 1);
        var found = await (
            from row in page
            join text in db.Set<LogText>()
                on new
                {
                    row.Month,
                    row.CaseId,
                    Seq = 1,
                } equals new
                {
                    text.Month,
                    text.CaseId,
                    text.Seq,
                }
                into texts
            from text in texts.DefaultIfEmpty()
            select new { Row = row, text.Text }
        ).ToListAsync(cancellation);

        var shown = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? filter with { After = CursorAt(shown[^1].Row, filter.Sort) } : null;
        var projects = me.Projects ?? await Projects(cancellation);
        var names = await ProjectNames.Load(db, [.. projects, .. shown.Select(found => found.Row.Project)], cancellation);
        var choices = new RegisterChoices(filter, rules);
        return new RegisterRows.View(
            choices.Chips(),
            choices.Picks(projects, names),
            filter.IsNarrowed
                ? new RegisterFilter { All = filter.All && filter.Number is null, Sort = SortWithoutNumber(filter) }.Address()
                : null,
            [.. shown.Select(found => Line(found.Row, Personal.Read(found.Text), names))],
            filter.After is null ? null : (filter with { After = null }).Address(),
            next?.Address()
        );
    }

    private IQueryable<CaseRow> Narrowed(RegisterFilter filter)
    {
        var narrowed = filter.All ? cases : cases.Where(row => row.ClosedAt == null);
        narrowed = filter.Project is { } project ? narrowed.Where(row => row.Project == project) : narrowed;
        narrowed = filter.Category is { } category ? narrowed.Where(row => row.Category == category) : narrowed;
        narrowed = filter.Nature is { } nature ? narrowed.Where(row => row.Nature == nature) : narrowed;
        if (filter.Number is { } number)
        {
            // A range, not LIKE: only a range is looked up in the index on both stores.
            var end = number + '\uffff';
            narrowed = narrowed.Where(row => string.Compare(row.Number, number) >= 0 && string.Compare(row.Number, end) < 0);
        }

        return narrowed;
    }

    private static IQueryable<CaseRow> Sorted(IQueryable<CaseRow> cases, RegisterFilter filter)
    {
        var after = filter.After ?? new Cursor(0, 0, "");
        var key = Instant.FromMicros(after.Key);
        var fromStart = filter.After is null;
        return filter.Sort switch
        {
            RegisterSort.Due => (fromStart ? cases : cases.Where(row => row.DueAt > key || (row.DueAt == key && row.CaseId > after.CaseId)))
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.CaseId),
            RegisterSort.Opened => (
                fromStart ? cases : cases.Where(row => row.OpenedAt < key || (row.OpenedAt == key && row.CaseId < after.CaseId))
            )
                .OrderByDescending(row => row.OpenedAt)
                .ThenByDescending(row => row.CaseId),
            RegisterSort.Number => (fromStart ? cases : cases.Where(row => string.Compare(row.Number, after.Number) > 0)).OrderBy(row =>
                row.Number
            ),
        };
    }

    private static Cursor CursorAt(CaseRow row, RegisterSort sort) =>
        new((sort == RegisterSort.Opened ? row.OpenedAt : row.DueAt).Micros, row.CaseId, row.Number);

    private static RegisterSort SortWithoutNumber(RegisterFilter filter) =>
        filter.Sort == RegisterSort.Number ? RegisterSort.Due : filter.Sort;

    private RegisterRows.View.Row Line(CaseRow row, Personal personal, ProjectNames names)
    {
        var book = rules.Books[row.Rules];
        var version = book.Versions.FirstOrDefault(v => v.Name == row.RuleVersion) ?? book.Latest;
        var unusual = row.Nature != CaseNature.Ordinary;
        var nature = Codes.Of(row.Nature);
        return new RegisterRows.View.Row(
            Clock(row, version),
            row.Number,
            string.Join(" · ", new[] { names.Home(row.Project, row.Unit), personal.Name }.Where(part => !string.IsNullOrWhiteSpace(part))),
            personal.Demand?.ReplaceLineEndings(" "),
            row.Category is { } category ? CategoryName(version, category) : null,
            row.LeadDepartment is { } department ? version.Term("departments", department) : null,
            version.Term("states", Codes.Of(row.State)),
            unusual ? version.Term("natures", nature) : null,
            unusual ? nature : null
        );
    }

    private ClockFace Clock(CaseRow row, RuleVersion version)
    {
        if (row.DueClock is not { } id || row.DueAt == CaseRow.Never)
        {
            return ClockFace.Still(row.ClosedAt is null ? RegisterTexts.NothingDue : RegisterTexts.Closed);
        }

        var name = version.Clocks.Values.FirstOrDefault(rule => rule.Id == id)?.Name ?? new Words(id, id);
        return ClockFace.Running(name, row.DueStartedAt ?? row.OpenedAt, row.DueAt, now);
    }

    private static Words CategoryName(RuleVersion version, string code) =>
        version.Categories.TryGetValue(code, out var category) ? category.Name : new Words(code, code);

    /// <summary>The projects there are, found by hopping along the index (project, due) instead of reading it through.</summary>
    private Task<List<string>> Projects(CancellationToken cancellation) =>
        db
            .Database.SqlQueryRaw<string>(
                """
                WITH RECURSIVE project(name) AS (
                    SELECT min(project) FROM cases
                    UNION ALL
                    SELECT (SELECT min(cases.project) FROM cases WHERE cases.project > project.name) FROM project WHERE name IS NOT NULL
                )
                SELECT name AS "Value" FROM project WHERE name IS NOT NULL LIMIT 200
                """
            )
            .ToListAsync(cancellation);

    /// <summary>What the opening said in clear words: kept apart from the log, null once erased.</summary>
    private sealed record Personal(string? Demand, string? Name)
    {
        public static Personal Read(string? json)
        {
            if (json is null)
            {
                return new Personal(null, null);
            }

            using var fields = JsonDocument.Parse(json);
            return new Personal(Text(fields.RootElement, "demand"), Text(fields.RootElement, Particulars.CustomerNameField));
        }

        private static string? Text(JsonElement fields, string name) =>
            fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
