using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

internal static class RankingTexts
{
    private static readonly TextFile Texts = new(typeof(RankingTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words PlacesTab = Texts[nameof(PlacesTab)];
    public static readonly Words CentresTab = Texts[nameof(CentresTab)];
    public static readonly Words Bulletin = Texts[nameof(Bulletin)];
    public static readonly Words Companies = Texts[nameof(Companies)];
    public static readonly Words Projects = Texts[nameof(Projects)];
    public static readonly Words Place = Texts[nameof(Place)];
    public static readonly Words Rank = Texts[nameof(Rank)];
    public static readonly Words MeanRank = Texts[nameof(MeanRank)];
    public static readonly Words OnTime = Texts[nameof(OnTime)];
    public static readonly Words Efficiency = Texts[nameof(Efficiency)];
    public static readonly Words Satisfaction = Texts[nameof(Satisfaction)];
    public static readonly Words Cases = Texts[nameof(Cases)];
    public static readonly Words NotComplete = Texts[nameof(NotComplete)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Download = Texts[nameof(Download)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words PrintHint = Texts[nameof(PrintHint)];
    public static readonly Words Earlier = Texts[nameof(Earlier)];
    public static readonly Words Later = Texts[nameof(Later)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words Met = Texts[nameof(Met)];
    public static readonly Words Missed = Texts[nameof(Missed)];
    public static readonly Words NoCases = Texts[nameof(NoCases)];
    public static readonly Words NoCasesHint = Texts[nameof(NoCasesHint)];
    public static readonly Words Figure = Texts[nameof(Figure)];
    public static readonly Words Number = Texts[nameof(Number)];
    public static readonly Words Unit = Texts[nameof(Unit)];
    public static readonly Words Signed = Texts[nameof(Signed)];

    public static Words NameOf(Indicator indicator) =>
        indicator switch
        {
            Indicator.OnTime => OnTime,
            Indicator.Efficiency => Efficiency,
            Indicator.Satisfaction => Satisfaction,
        };

    public static Words How(Indicator indicator) => Texts["How." + indicator];

    public static Words RankOf(int rank, int of) => Texts.With(nameof(RankOf), rank, of);

    public static Words CountOf(Indicator indicator, int cases) => Texts.With("CountOf." + indicator, cases);

    public static Words Score(long score) => Texts.With(nameof(Score), score);

    public static Words Rule(string clause, Words text) => Texts.With(nameof(Rule), clause, text);

    /// <summary>"96.3%", "0.82", "88.0"; a dash where nothing was to be counted.</summary>
    public static string Say(Indicator indicator, decimal? value) =>
        value is not { } figure
            ? "–"
            : indicator switch
            {
                Indicator.OnTime => (figure * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
                Indicator.Efficiency => figure.ToString("0.00", CultureInfo.InvariantCulture),
                Indicator.Satisfaction => figure.ToString("0.0", CultureInfo.InvariantCulture),
            };
}
