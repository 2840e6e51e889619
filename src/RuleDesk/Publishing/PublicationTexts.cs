using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Publishing;

internal static class PublicationTexts
{
    private static readonly TextFile Texts = new(typeof(PublicationTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words Date = Texts[nameof(Date)];
    public static readonly Words DateHint = Texts[nameof(DateHint)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words Publish = Texts[nameof(Publish)];
    public static readonly Words BadDate = Texts[nameof(BadDate)];
    public static readonly Words NoReason = Texts[nameof(NoReason)];
    public static readonly Words ReasonTooLong = Texts[nameof(ReasonTooLong)];
    public static readonly Words NothingChanges = Texts[nameof(NothingChanges)];
    public static readonly Words Overtaken = Texts[nameof(Overtaken)];
    public static readonly Words History = Texts[nameof(History)];
    public static readonly Words TakeOver = Texts[nameof(TakeOver)];

    public static Words ChildTooLoose(Words book, string key) => Texts.With(nameof(ChildTooLoose), book, key);

    public static Words PublishedBy(string name) => Texts.With(nameof(PublishedBy), name);
}
