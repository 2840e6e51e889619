using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

internal static class OwnTexts
{
    private static readonly TextFile Texts = new(typeof(OwnTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words SignOut = Texts[nameof(SignOut)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Promise = Texts[nameof(Promise)];
}
