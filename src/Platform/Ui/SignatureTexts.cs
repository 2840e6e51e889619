using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Ui;

internal static class SignatureTexts
{
    private static readonly TextFile Texts = new(typeof(SignatureTexts));

    public static readonly Words Signed = Texts[nameof(Signed)];
    public static readonly Words Board = Texts[nameof(Board)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words Clear = Texts[nameof(Clear)];
    public static readonly Words IsSigned = Texts[nameof(IsSigned)];
    public static readonly Words IsCleared = Texts[nameof(IsCleared)];
    public static readonly Words Paper = Texts[nameof(Paper)];
    public static readonly Words PaperHint = Texts[nameof(PaperHint)];
    public static readonly Words Reason = Texts[nameof(Reason)];
}
