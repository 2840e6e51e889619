using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Search;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.History;

/// <summary>Cases as one line each, for the pages that show a few of them beside something else.</summary>
internal sealed class CaseLineQuery(Db db, RuleLibrary rules, Instant now)
{
    /// <summary>The lines of the cases given, in the order they come in; with the sentence in which the words asked for stand.</summary>
    public async Task<IReadOnlyList<CaseLines.View>> Load(
        IQueryable<CaseRow> cases,
        CancellationToken cancellation,
        string? asked = null
    ) => await Load(await cases.ToListAsync(cancellation), cancellation, asked);

    public async Task<IReadOnlyList<CaseLines.View>> Load(IReadOnlyList<CaseRow> rows, CancellationToken cancellation, string? asked = null)
    {
        var ids = rows.Select(row => row.CaseId).ToList();
        var months = rows.Select(row => row.Month).Distinct().ToList();
        var texts = await db.Set<LogText>()
            .Where(text => months.Contains(text.Month) && ids.Contains(text.CaseId) && (asked != null || text.Seq == 1))
            .OrderBy(text => text.Seq)
            .ToListAsync(cancellation);
        var textsOf = texts.ToLookup(text => text.CaseId);
        var names = await ProjectNames.Load(db, rows.Select(row => row.Project), cancellation);
        return [.. rows.Select(row => Line(row, [.. textsOf[row.CaseId]], names, asked))];
    }

    private CaseLines.View Line(CaseRow row, List<LogText> texts, ProjectNames names, string? asked)
    {
        var words = texts is [{ Seq: 1, Text: { } json }, ..] ? TextSeal.Open(json) : [];
        var book = rules.Books[row.Rules];
        var version = book.Versions.FirstOrDefault(v => v.Name == row.RuleVersion) ?? book.Latest;
        var who = new[] { names.Home(row.Project, row.Unit), words.GetValueOrDefault(Particulars.CustomerNameField) };
        return new CaseLines.View(
            Clock(row, version),
            row.Number,
            string.Join(" · ", who.Where(part => !string.IsNullOrWhiteSpace(part))),
            words.GetValueOrDefault("demand")?.ReplaceLineEndings(" "),
            row.OpenedAt,
            row.MergedInto is { } into ? HistoryTexts.MergedInto(into) : version.Term("states", Codes.Of(row.State))
        )
        {
            IsOpen = row.ClosedAt is null,
            Rules = row.Rules,
            Match = asked is null ? null : Excerpt.Find(asked, texts.Select(text => text.Text).OfType<string>().SelectMany(Sayings)),
        };
    }

    /// <summary>What people wrote; the name stands beside it, and a telephone number is never shown whole.</summary>
    private static IEnumerable<string> Sayings(string json) =>
        TextSeal
            .Open(json)
            .Where(field => field.Key is not (Particulars.CustomerNameField or Particulars.CustomerPhoneField))
            .Select(field => field.Value);

    private ClockFace Clock(CaseRow row, RuleVersion version)
    {
        if (row.DueClock is not { } id || row.DueAt == CaseRow.Never)
        {
            return ClockFace.Still(
                row.ClosedAt is null ? HistoryTexts.NothingDue
                : row.MergedInto is null ? HistoryTexts.Closed
                : HistoryTexts.Merged
            );
        }

        var name = version.Clocks.Values.FirstOrDefault(rule => rule.Id == id)?.Name ?? new Words(id, id);
        return ClockFace.Running(name, row.DueStartedAt ?? row.OpenedAt, row.DueAt, now);
    }
}
