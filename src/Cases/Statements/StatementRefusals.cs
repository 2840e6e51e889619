using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>Why something is not done with a statement.</summary>
internal static class StatementRefusals
{
    public static Refusal NotOver(Month month) =>
        new(
            "statement.notOver",
            new Words(
                $"{month} 尚未结束，月底之后才能确认和报送",
                $"{month} is not over: its lines are settled and delivered after its end"
            )
        );

    public static Refusal Delivered(Month month) =>
        new(
            "statement.delivered",
            new Words(
                $"{month} 的扣罚月报已经报送，不再变动；更正列入下一期",
                $"the statement of {month} is delivered and never changes; corrections stand in the next one"
            )
        );

    public static Refusal Behind(long cases) =>
        new(
            "statement.behind",
            new Words(
                $"有 {cases} 个案件的计算没有跟上，请稍后再试；一直如此时用 verify 核对",
                $"{cases} cases are not computed up to the end of the month; try again in a moment, and run verify if it stays so"
            )
        );

    public static readonly Refusal LineMoved = new(
        "line.changed",
        new Words("这一行刚刚有了变化，请按新的数字再决定", "this line has just changed; decide again on its new figure")
    );

    public static readonly Refusal NotYours = new(
        "role.forbidden",
        new Words("您的角色不能对这一行作决定", "your role does not decide about this line")
    );

    public static readonly Refusal OwnLine = new(
        "line.own",
        new Words("涉及您本人的扣罚，由他人决定", "what you are charged yourself is for somebody else to decide")
    );

    public static readonly Refusal GivesBack = new(
        "line.givesBack",
        new Words("减少扣罚的更正不能免除", "a correction in the person's favour cannot be waived")
    );

    public static readonly Malformed NoReason = new("Reason", new Words("请写明理由", "say why"));

    public static readonly Malformed TooLong = new("Reason", new Words("最多 1000 个字", "at most 1,000 characters"));

    public static readonly Malformed NoDocument = new(
        "Document",
        new Words("请写明依据的文件（文号或名称）", "name the document it stands in")
    );

    public static readonly Malformed LongDocument = new("Document", new Words("最多 200 个字", "at most 200 characters"));

    public static readonly Malformed NoChoice = new("Outcome", new Words("请选择一种处理", "choose one of the measures"));

    public static readonly Malformed NoOutcome = new("Outcome", new Words("请选择确认或免除", "choose to confirm or to waive"));

    public static Malformed OutOfRange(int low, int high) =>
        new("Percent", new Words($"比例须在 {low}% 至 {high}% 之间", $"the share is between {low} and {high} %"));

    /// <summary>What stands in the way of settling lines of a month.</summary>
    public static Refusal? MayNotBeSettled(Session session, Month month, Instant now) =>
        StatementSql.Find(session, month) is not null ? Delivered(month)
        : now < MonthlyStatement.EndOf(month) ? NotOver(month)
        : null;

    public static Refusal? MayNotBeDelivered(Session session, Month month, Instant now) =>
        MayNotBeSettled(session, month, now)
        ?? (StatementSql.CasesBehind(session, MonthlyStatement.EndOf(month)) is > 0 and var behind ? Behind(behind) : null);
}
