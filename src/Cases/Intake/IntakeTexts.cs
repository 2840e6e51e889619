using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

internal static class IntakeTexts
{
    private static readonly TextFile Texts = new(typeof(IntakeTexts));

    public static readonly Words Who = Texts[nameof(Who)];
    public static readonly Words WhoHint = Texts[nameof(WhoHint)];
    public static readonly Words Find = Texts[nameof(Find)];
    public static readonly Words Nobody = Texts[nameof(Nobody)];
    public static readonly Words NoOwner = Texts[nameof(NoOwner)];
    public static readonly Words SomebodyElse = Texts[nameof(SomebodyElse)];
    public static readonly Words CasesOfCaller = Texts[nameof(CasesOfCaller)];
    public static readonly Words InBuilding = Texts[nameof(InBuilding)];
    public static readonly Words NoCases = Texts[nameof(NoCases)];

    public static readonly Words Take = Texts[nameof(Take)];
    public static readonly Words Learn = Texts[nameof(Learn)];

    public static Words Suggested(Words category, int percent) => Texts.With(nameof(Suggested), category, percent);

    public static Words PhoneOnRecord(string masked) => Texts.With(nameof(PhoneOnRecord), masked);
}
