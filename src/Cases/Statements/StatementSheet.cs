using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The statement as a workbook in the reader's language: line by line, and person by person.</summary>
internal sealed class StatementSheet(MonthlyStatement statement, Reader reader, LineWords words) : IResult
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Words[] Columns =
    [
        StatementTexts.Case,
        StatementTexts.Clause,
        StatementTexts.StaffId,
        StatementTexts.Name,
        StatementTexts.Role,
        StatementTexts.Units,
        StatementTexts.AmountYuan,
        StatementTexts.BonusPercent,
        StatementTexts.DecisionItem,
        StatementTexts.FirstAt,
        StatementTexts.LastAt,
        StatementTexts.CorrectedMonth,
        StatementTexts.Outcome,
        StatementTexts.Choice,
        StatementTexts.Reason,
        StatementTexts.Document,
    ];

    private static readonly Words[] TotalColumns =
    [
        StatementTexts.StaffId,
        StatementTexts.Name,
        StatementTexts.AmountYuan,
        StatementTexts.BonusPercent,
        StatementTexts.DecisionItems,
    ];

    private static readonly Words[] CommendationColumns =
    [
        StatementTexts.StaffId,
        StatementTexts.Name,
        StatementTexts.Clause,
        StatementTexts.Commended,
        StatementTexts.AmountYuan,
        StatementTexts.ForMonth,
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        var title = statement.IsDelivered ? StatementTexts.Title : StatementTexts.PaperDraft;
        using var table = new XlsxWriter(response.Body, reader.Say(StatementTexts.LinesTitle));
        Download.Begin(response, table, reader, title, $"{statement.Month}.xlsx");
        await table.Head([.. Columns.Select(reader.Say)], cancellation);
        foreach (var line in statement.Lines)
        {
            await table.Row(Cells(line), cancellation);
        }

        await table.Next(reader.Say(StatementTexts.Totals), [.. TotalColumns.Select(reader.Say)], cancellation);
        foreach (var total in statement.Totals())
        {
            await table.Row(Cells(total), cancellation);
        }

        if (statement.Commendations.Count > 0)
        {
            await table.Next(reader.Say(StatementTexts.Commendations), [.. CommendationColumns.Select(reader.Say)], cancellation);
            foreach (var row in statement.Commendations)
            {
                await table.Row(Cells(row), cancellation);
            }
        }

        await table.Finish(cancellation);
    }

    private Cell[] Cells(CommendationRow row) =>
        [
            Cell.Of(row.Subject),
            Cell.Of(words.NameOf(row.Subject)),
            Cell.Of(row.Clause),
            Cell.Of(reader.Say(row.Measure)),
            Cell.Of((decimal?)row.Amount),
            Cell.Of(Month.FromIndex(row.Month).ToString()),
        ];

    private Cell[] Cells(StatementLine line) =>
        [
            Cell.Of(line.Key.Case),
            Cell.Of(line.Key.Clause),
            Cell.Of(line.Key.Subject),
            Cell.Of(words.NameOf(line.Key.Subject)),
            Cell.Of(reader.Say(words.Version(line).Term("roles", line.Key.Role))),
            Cell.Of((decimal)line.Units),
            Cell.Of(line.Amount),
            Cell.Of((decimal?)line.PercentOfBonus),
            Cell.Of(line.Decision),
            Cell.Of(line.FirstAt),
            Cell.Of(line.LastAt),
            Cell.Of(line.Kind == LineKind.Correction ? line.Key.Month.ToString() : null),
            Cell.Of(reader.Say(LineWords.OutcomeOf(line))),
            Cell.Of(line.Verdict?.Choice),
            Cell.Of(line.Verdict?.Reason),
            Cell.Of(line.Verdict?.Document),
        ];

    private Cell[] Cells(StatementTotal total) =>
        [
            Cell.Of(total.Subject),
            Cell.Of(words.NameOf(total.Subject)),
            Cell.Of(total.Amount),
            Cell.Of((decimal)total.PercentOfBonus),
            Cell.Of((decimal)total.Decisions),
        ];
}
