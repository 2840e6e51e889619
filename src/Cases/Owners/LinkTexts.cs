using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

internal static class LinkTexts
{
    private static readonly TextFile Texts = new(typeof(LinkTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Code = Texts[nameof(Code)];
    public static readonly Words Address = Texts[nameof(Address)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words Make = Texts[nameof(Make)];
    public static readonly Words MakeNew = Texts[nameof(MakeNew)];
    public static readonly Words Revoke = Texts[nameof(Revoke)];

    public static Words Until(Words date) => Texts.With(nameof(Until), date);
}
