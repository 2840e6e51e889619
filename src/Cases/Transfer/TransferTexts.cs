using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

internal static class TransferTexts
{
    private static readonly TextFile Texts = new(typeof(TransferTexts));

    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words To = Texts[nameof(To)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words Do = Texts[nameof(Do)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words ChooseTo = Texts[nameof(ChooseTo)];
    public static readonly Words SayReason = Texts[nameof(SayReason)];
    public static readonly Words Warn = Texts[nameof(Warn)];

    public static Words Title(string name) => Texts.With(nameof(Title), name);

    public static Words Open(long count) => Texts.With(nameof(Open), count);

    public static Words More(long count) => Texts.With(nameof(More), count);

    public static Words ReasonLong(int most) => Texts.With(nameof(ReasonLong), most);
}
