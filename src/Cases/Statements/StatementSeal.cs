using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shouwen.Cases.Statements;

/// <summary>
/// SHA-256 over a delivered statement: the end of the log, the rule versions, every line with its case's last event, every
/// total, every commendation, and the seal of the delivery before. Each value goes in with its length, so that no two statements read the same.
/// </summary>
internal static class StatementSeal
{
    public static readonly byte[] First = new byte[SHA256.HashSizeInBytes];

    public static byte[] Of(
        StatementRow row,
        IEnumerable<StatementLineRow> lines,
        IEnumerable<StatementTotalRow> totals,
        IEnumerable<CommendationRow> commendations
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Take(
            hash,
            row.Month,
            row.Sequence,
            row.DeliveredAt.Micros,
            row.DeliveredBy,
            row.LogPosition,
            row.LogHash,
            row.RuleVersions,
            row.Previous
        );
        foreach (var line in lines)
        {
            Take(
                hash,
                line.Ordinal,
                line.Line,
                line.Kind,
                line.CaseNumber,
                line.Project,
                line.Rules,
                line.CaseVersion,
                line.CaseHash,
                line.Clause,
                line.Cycle,
                line.Subject,
                line.Role,
                line.LineMonth,
                line.Units,
                line.AmountFen,
                line.PercentOfBonus,
                line.Decisions,
                line.Decision,
                line.FirstAt.Micros,
                line.LastAt.Micros,
                line.Outcome,
                line.Choice,
                line.Reason,
                line.Document,
                line.DecidedBy,
                line.DecidedAt?.Micros
            );
        }

        foreach (var total in totals)
        {
            Take(hash, total.Subject, total.AmountFen, total.PercentOfBonus, total.Decisions);
        }

        foreach (var commended in commendations)
        {
            Take(
                hash,
                commended.ItemId,
                commended.Month,
                commended.Subject,
                commended.Place,
                commended.Clause,
                commended.NameZh,
                commended.NameEn,
                commended.MeasureZh,
                commended.MeasureEn,
                commended.Amount,
                commended.DecidedBy,
                commended.DecidedAt.Micros,
                commended.Hash
            );
        }

        return hash.GetHashAndReset();
    }

    private static void Take(IncrementalHash hash, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var bytes = value switch
            {
                null => null,
                byte[] raw => raw,
                _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            };
            hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
            hash.AppendData(bytes ?? []);
        }
    }
}
