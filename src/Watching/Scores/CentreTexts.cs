using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Scores;

internal static class CentreTexts
{
    private static readonly TextFile Texts = new(typeof(CentreTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words Earlier = Texts[nameof(Earlier)];
    public static readonly Words Later = Texts[nameof(Later)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words PrintHint = Texts[nameof(PrintHint)];
    public static readonly Words Download = Texts[nameof(Download)];
    public static readonly Words NotComplete = Texts[nameof(NotComplete)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Rank = Texts[nameof(Rank)];
    public static readonly Words Standard = Texts[nameof(Standard)];
    public static readonly Words OnTheSpot = Texts[nameof(OnTheSpot)];
    public static readonly Words Completion = Texts[nameof(Completion)];
    public static readonly Words Score = Texts[nameof(Score)];
    public static readonly Words HowStandard = Texts[nameof(HowStandard)];
    public static readonly Words HowOnTheSpot = Texts[nameof(HowOnTheSpot)];
    public static readonly Words HowCompletion = Texts[nameof(HowCompletion)];
    public static readonly Words Signed = Texts[nameof(Signed)];

    public static Words Ranked(int centres) => Texts.With(nameof(Ranked), centres);

    public static Words Rule(ScoreTerms terms) => Texts.With(nameof(Rule), terms.Clause, terms.Standard, terms.OnTheSpot, terms.Completion);

    public static (string Percent, string Of) Say(Rate rate) =>
        (
            rate.Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "–",
            string.Create(CultureInfo.InvariantCulture, $"{rate.Some}/{rate.All}")
        );

    public static string SayScore(decimal? score) => score?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    public static string SayRank(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
