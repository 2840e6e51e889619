using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Reading;

internal static class MessagePageTexts
{
    private static readonly TextFile Texts = new(typeof(MessagePageTexts));

    public static readonly Words Mine = Texts[nameof(Mine)];
    public static readonly Words All = Texts[nameof(All)];
    public static readonly Words AllHint = Texts[nameof(AllHint)];
    public static readonly Words NoChannels = Texts[nameof(NoChannels)];
    public static readonly Words Channels = Texts[nameof(Channels)];
    public static readonly Words NoMessages = Texts[nameof(NoMessages)];
    public static readonly Words NoMessagesHint = Texts[nameof(NoMessagesHint)];
    public static readonly Words MarkRead = Texts[nameof(MarkRead)];
    public static readonly Words Unread = Texts[nameof(Unread)];
    public static readonly Words Bell = Texts[nameof(Bell)];
    public static readonly Words Everything = Texts[nameof(Everything)];
    public static readonly Words DeadOnly = Texts[nameof(DeadOnly)];
    public static readonly Words To = Texts[nameof(To)];
    public static readonly Words About = Texts[nameof(About)];
    public static readonly Words Clause = Texts[nameof(Clause)];
    public static readonly Words Due = Texts[nameof(Due)];
    public static readonly Words Put = Texts[nameof(Put)];
    public static readonly Words ReadAt = Texts[nameof(ReadAt)];
    public static readonly Words Deliveries = Texts[nameof(Deliveries)];
    public static readonly Words NoDeliveries = Texts[nameof(NoDeliveries)];
    public static readonly Words NotPlanned = Texts[nameof(NotPlanned)];
    public static readonly Words Log = Texts[nameof(Log)];
    public static readonly Words Retry = Texts[nameof(Retry)];
    public static readonly Words Retried = Texts[nameof(Retried)];
    public static readonly Words InApp = Texts[nameof(InApp)];
    public static readonly Words NextAt = Texts[nameof(NextAt)];
    public static readonly Words BackToAll = Texts[nameof(BackToAll)];
    public static readonly Words BackToAccount = Texts[nameof(BackToAccount)];
    public static readonly Words OpenCase = Texts[nameof(OpenCase)];

    public static Words UnreadCount(int count) => Texts.Counted(nameof(UnreadCount), count);

    public static Words Attempts(int count) => Texts.Counted(nameof(Attempts), count);

    public static Words Of(DeliveryState state) => Texts[state.ToString()];
}
