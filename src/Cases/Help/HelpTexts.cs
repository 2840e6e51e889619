using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Help;

internal static class HelpTexts
{
    private static readonly TextFile Texts = new(typeof(HelpTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Keys = Texts[nameof(Keys)];
    public static readonly Words Signals = Texts[nameof(Signals)];
    public static readonly Words Running = Texts[nameof(Running)];
    public static readonly Words RunningHint = Texts[nameof(RunningHint)];
    public static readonly Words Soon = Texts[nameof(Soon)];
    public static readonly Words SoonHint = Texts[nameof(SoonHint)];
    public static readonly Words Late = Texts[nameof(Late)];
    public static readonly Words LateHint = Texts[nameof(LateHint)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words DoneHint = Texts[nameof(DoneHint)];
    public static readonly Words States = Texts[nameof(States)];
    public static readonly Words StatesHint = Texts[nameof(StatesHint)];
}
