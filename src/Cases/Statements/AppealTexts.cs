using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

internal static class AppealTexts
{
    private static readonly TextFile Texts = new(typeof(AppealTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words All = Texts[nameof(All)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words DecidedOnes = Texts[nameof(DecidedOnes)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words NoneHint = Texts[nameof(NoneHint)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words Files = Texts[nameof(Files)];
    public static readonly Words Raise = Texts[nameof(Raise)];
    public static readonly Words Decision = Texts[nameof(Decision)];
    public static readonly Words Accept = Texts[nameof(Accept)];
    public static readonly Words Reject = Texts[nameof(Reject)];
    public static readonly Words AnswerLabel = Texts[nameof(AnswerLabel)];
    public static readonly Words Answer = Texts[nameof(Answer)];
    public static readonly Words Decide = Texts[nameof(Decide)];
    public static readonly Words NoDecision = Texts[nameof(NoDecision)];
    public static readonly Words StateOpen = Texts[nameof(StateOpen)];
    public static readonly Words StateAccepted = Texts[nameof(StateAccepted)];
    public static readonly Words StateRejected = Texts[nameof(StateRejected)];

    public static Words Until(string moment) => Texts.With(nameof(Until), moment);

    public static Words InNext(string month) => Texts.With(nameof(InNext), month);

    public static Words NameOf(AppealState state) =>
        state switch
        {
            AppealState.Open => StateOpen,
            AppealState.Accepted => StateAccepted,
            AppealState.Rejected => StateRejected,
        };
}
