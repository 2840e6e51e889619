using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>Why something was not written down.</summary>
internal static class Refusals
{
    public static readonly Refusal Stale = new(
        "entry.stale",
        new Words("这条记录刚被别人更新过，请核对后再提交。", "Somebody has just changed this entry; please look at it again.")
    );

    public static readonly Refusal NotOpen = new(
        "entry.closed",
        new Words("这条记录已办结，不能再更改。", "This entry is closed and is not changed any more.")
    );

    public static readonly Refusal NotAwaited = new(
        "entry.notAwaited",
        new Words("这条记录现在不等待反馈。", "This entry does not wait for an answer now.")
    );

    public static readonly Refusal NotAnswered = new(
        "entry.notAnswered",
        new Words("还没有反馈，不能办结或退回。", "Nobody has answered yet: it is neither closed nor returned.")
    );

    public static readonly Refusal ActionsOpen = new(
        "entry.actionsOpen",
        new Words("还有未完成的整改事项，不能办结。", "There are actions that are not done yet: it is not closed.")
    );

    public static readonly Refusal NoSuchAction = new(
        "entry.noSuchAction",
        new Words("没有这个待办的整改事项。", "There is no such open action.")
    );

    public static readonly Refusal Decided = new(
        "decision.decided",
        new Words("这一项已有处理决定，不能重复决定。", "This item has been decided already.")
    );

    public static readonly Refusal OwnMatter = new("decision.own", new Words("不能决定自己的事项。", "Nobody decides on themselves."));

    public static Refusal NotYours(Words roles, string clause) =>
        new("role.forbidden", new Words($"由{roles.Zh}办理（{clause}）。", $"This is done by: {roles.En} ({clause})."));
}
