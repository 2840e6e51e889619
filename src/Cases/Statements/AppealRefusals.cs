using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>Why an appeal is not taken or not decided.</summary>
internal static class AppealRefusals
{
    public static readonly Refusal NotYours = new(
        "appeal.notYours",
        new Words("只有被扣罚人本人可以申诉", "only the person charged may appeal")
    );

    public static readonly Refusal NotDelivered = new(
        "appeal.notDelivered",
        new Words("月报报送后才能申诉", "a line can be appealed once its statement is delivered")
    );

    public static readonly Refusal NothingCharged = new(
        "appeal.nothing",
        new Words("这一行没有扣罚，无须申诉", "nothing is charged on this line")
    );

    public static readonly Refusal Again = new("appeal.again", new Words("这一行已经申诉过", "this line was appealed already"));

    public static readonly Refusal Decided = new(
        "appeal.decided",
        new Words("没有待处理的申诉，或已有决定", "there is no open appeal, or it is decided")
    );

    public static readonly Refusal NotYoursToDecide = new(
        "role.forbidden",
        new Words("您的角色不能决定申诉", "your role does not decide appeals")
    );

    public static Refusal TooLate(TimeSpan within) =>
        new(
            "appeal.tooLate",
            new Words(
                $"申诉期为报送后 {Phrases.Limit(within).Zh}，已经过了",
                $"an appeal is taken within {Phrases.Limit(within).En} after delivery; that is over"
            )
        );
}
