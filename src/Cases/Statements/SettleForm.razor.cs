using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

public sealed partial class SettleForm
{
    /// <summary>What somebody filled in about a line.</summary>
    public sealed record Form
    {
        private const int LongestReason = 1000;
        private const int LongestDocument = 200;

        /// <summary>The figure the form was shown with.</summary>
        public string? Seen { get; init; }
        public string? Outcome { get; init; }
        public string? Percent { get; init; }
        public string? Reason { get; init; }
        public string? Document { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Seen = sent["Seen"],
                Outcome = sent["Outcome"],
                Percent = sent["Percent"],
                Reason = sent["Reason"],
                Document = sent["Document"],
            };

        internal static string SeenOf(StatementLine line) =>
            string.Create(CultureInfo.InvariantCulture, $"{line.Units}/{line.Charge.Amount}/{line.Charge.PercentOfBonus}/{line.Decisions}");

        /// <summary>The verdict the form says, or what is wrong with it field by field.</summary>
        internal Verdict? Read(StatementLine line, string by, Instant now, out IReadOnlyList<Malformed> wrong)
        {
            var problems = new List<Malformed>();
            var reason = Text(Reason);
            if (reason?.Length > LongestReason)
            {
                problems.Add(StatementRefusals.TooLong);
            }

            var verdict = line.IsDecision ? Decision(line, by, now, problems) : Confirmation(by, now, problems);
            if (reason is null && (line.IsDecision || verdict?.Outcome == LineOutcome.Waived))
            {
                problems.Add(StatementRefusals.NoReason);
            }

            wrong = problems;
            return problems.Count == 0 ? verdict! with { Reason = reason } : null;
        }

        private Verdict? Confirmation(string by, Instant now, List<Malformed> problems)
        {
            if (Outcome is "confirmed" or "waived")
            {
                return new Verdict(Outcome == "waived" ? LineOutcome.Waived : LineOutcome.Confirmed, null, null, null, by, now);
            }

            problems.Add(StatementRefusals.NoOutcome);
            return null;
        }

        private Verdict? Decision(StatementLine line, string by, Instant now, List<Malformed> problems)
        {
            var document = Text(Document);
            if (document is null)
            {
                problems.Add(StatementRefusals.NoDocument);
            }
            else if (document.Length > LongestDocument)
            {
                problems.Add(StatementRefusals.LongDocument);
            }

            if (Outcome == "waived")
            {
                return new Verdict(LineOutcome.Waived, null, null, document, by, now);
            }

            if (Measure.In(line.Decision!).FirstOrDefault(each => each.Code == Outcome) is not { } measure)
            {
                problems.Add(StatementRefusals.NoChoice);
                return null;
            }

            var percent = 0;
            var isNumber = !measure.IsShare || int.TryParse(Percent, NumberStyles.None, CultureInfo.InvariantCulture, out percent);
            if (!isNumber || percent < measure.Low || percent > measure.High)
            {
                problems.Add(StatementRefusals.OutOfRange(measure.Low, measure.High));
                return null;
            }

            return new Verdict(LineOutcome.Decided, measure.Chosen(percent), null, document, by, now);
        }

        private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
    }
}
