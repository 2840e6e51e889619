using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

internal static class SpecialistTexts
{
    private static readonly TextFile Texts = new(typeof(SpecialistTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Tab = Texts[nameof(Tab)];
    public static readonly Words Specialist = Texts[nameof(Specialist)];
    public static readonly Words Mean = Texts[nameof(Mean)];
    public static readonly Words Ratings = Texts[nameof(Ratings)];
    public static readonly Words NotOut = Texts[nameof(NotOut)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];

    public static Words OutFrom(Month month) => Texts.With(nameof(OutFrom), month);

    public static Words Ranked(int people) => Texts.With(nameof(Ranked), people);

    public static string SayMean(decimal? mean) => mean?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
