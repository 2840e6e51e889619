using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.History;

/// <summary>Cases as one line each, for the pages that show a few of them beside something else.</summary>
internal sealed class CaseLineQuery(Db db, RuleLibrary rules, Instant now)
{
    /// <summary>The lines of the cases given, in the order they come in.</summary>
    public async Task<IReadOnlyList<CaseLines.View>> Load(IQueryable<CaseRow> cases, CancellationToken cancellation) =>
        await Load(await cases.ToListAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<CaseLines.View>> Load(IReadOnlyList<CaseRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.CaseId).ToList();
        var months = rows.Select(row => row.Month).Distinct().ToList();
        var texts = await db.Set<LogText>()
            .Where(text => months.Contains(text.Month) && ids.Contains(text.CaseId) && text.Seq == 1)
            .ToDictionaryAsync(text => text.CaseId, text => text.Text, cancellation);
        var names = await ProjectNames.Load(db, rows.Select(row => row.Project), cancellation);
        return [.. rows.Select(row => Line(row, texts.GetValueOrDefault(row.CaseId), names))];
    }

    private CaseLines.View Line(CaseRow row, string? json, ProjectNames names)
    {
        var words = json is null ? [] : TextSeal.Open(json);
        var book = rules.Books[row.Rules];
        var version = book.Versions.FirstOrDefault(v => v.Name == row.RuleVersion) ?? book.Latest;
        var who = new[] { names.Home(row.Project, row.Unit), words.GetValueOrDefault(Particulars.CustomerNameField) };
        return new CaseLines.View(
            Clock(row, version),
            row.Number,
            string.Join(" · ", who.Where(part => !string.IsNullOrWhiteSpace(part))),
            words.GetValueOrDefault("demand")?.ReplaceLineEndings(" "),
            row.OpenedAt,
            version.Term("states", Codes.Of(row.State))
        );
    }

    private ClockFace Clock(CaseRow row, RuleVersion version)
    {
        if (row.DueClock is not { } id || row.DueAt == CaseRow.Never)
        {
            return ClockFace.Still(row.ClosedAt is null ? HistoryTexts.NothingDue : HistoryTexts.Closed);
        }

        var name = version.Clocks.Values.FirstOrDefault(rule => rule.Id == id)?.Name ?? new Words(id, id);
        return ClockFace.Running(name, row.DueStartedAt ?? row.OpenedAt, row.DueAt, now);
    }
}
