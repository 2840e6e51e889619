using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Inbox;

internal static class InboxTexts
{
    private static readonly TextFile Texts = new(typeof(InboxTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words AllCases = Texts[nameof(AllCases)];

    public static Words Group(Urgency urgency) => Texts[$"group.{EnumCode.Of(urgency)}"];
}
