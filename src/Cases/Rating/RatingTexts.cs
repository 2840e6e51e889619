using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rating;

internal static class RatingTexts
{
    private static readonly TextFile Texts = new(typeof(RatingTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Asked = Texts[nameof(Asked)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Submit = Texts[nameof(Submit)];
    public static readonly Words Skip = Texts[nameof(Skip)];
    public static readonly Words Thanks = Texts[nameof(Thanks)];
    public static readonly Words ThanksHint = Texts[nameof(ThanksHint)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words HandOver = Texts[nameof(HandOver)];

    public static Words Score(int score) => Texts[$"score.{score}"];
}
