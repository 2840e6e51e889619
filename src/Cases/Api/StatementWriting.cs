using Shouwen.Cases.Statements;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>A statement as programs read it: the lines and totals of the replay contract, with the decisions beside them.</summary>
internal static class StatementWriting
{
    public static StatementJson Json(MonthlyStatement statement) =>
        new()
        {
            Month = statement.Month.ToString(),
            Number = statement.Number,
            Status = statement.IsDelivered ? "delivered" : "draft",
            DeliveredAt = statement.Delivered?.DeliveredAt,
            DeliveredBy = statement.Delivered?.DeliveredBy,
            Sha256 = statement.Delivered is { } row ? Convert.ToHexStringLower(row.Seal) : null,
            LogEnd = statement.Delivered is { } end ? new LogEnd(end.LogPosition, Convert.ToHexStringLower(end.LogHash)).ToString() : null,
            RuleVersions = statement.Delivered?.RuleVersions.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Lines = [.. statement.Items.Select(Json)],
            Corrections = [.. statement.Corrections.Select(Json)],
            Decisions = [.. statement.Lines.Where(line => line.Verdict is not null).Select(line => Json(line, line.Verdict!))],
            Commendations =
            [
                .. statement.Commendations.Select(row => new CommendationJson
                {
                    Decision = row.ItemId,
                    Clause = row.Clause,
                    Subject = row.Subject,
                    Place = row.Place,
                    Month = Rules.Contract.Month.FromIndex(row.Month).ToString(),
                    Measure = row.MeasureZh,
                    Amount = row.Amount,
                    By = row.DecidedBy,
                    At = row.DecidedAt,
                }),
            ],
            Totals =
            [
                .. statement
                    .Totals()
                    .Select(total => new TotalJson
                    {
                        Subject = total.Subject,
                        Amount = PenaltiesJson.Plain(total.Amount),
                        PercentOfBonus = total.PercentOfBonus,
                        Decisions = total.Decisions,
                    }),
            ],
        };

    private static PenaltyJson Json(StatementLine line) =>
        new()
        {
            Clause = line.Key.Clause,
            Case = line.Key.Case,
            Cycle = line.Key.Cycle,
            Subject = line.Key.Subject,
            Role = line.Key.Role,
            Month = line.Key.Month.ToString(),
            Units = line.Units,
            PercentOfBonus = line.PercentOfBonus,
            Amount = line.Amount is { } amount ? PenaltiesJson.Plain(amount) : null,
            Decision = line.Decision,
            FirstAt = line.FirstAt,
            LastAt = line.LastAt,
        };

    private static StatementDecisionJson Json(StatementLine line, Verdict verdict) =>
        new()
        {
            Line = line.Id,
            Case = line.Key.Case,
            Clause = line.Key.Clause,
            Cycle = line.Key.Cycle,
            Subject = line.Key.Subject,
            Role = line.Key.Role,
            Month = line.Key.Month.ToString(),
            Outcome = verdict.Outcome,
            Choice = verdict.Choice,
            Reason = verdict.Reason,
            Document = verdict.Document,
            By = verdict.By,
            At = verdict.At,
        };
}
