using Shouwen.Rules.Contract;

namespace Shouwen.Cases.History;

internal static class HistoryTexts
{
    public static readonly Words FirstDue = new("最先到期", "First due");
    public static readonly Words Number = new("编号", "Number");
    public static readonly Words UnitAndCustomer = new("房号 · 客户", "Unit · customer");
    public static readonly Words Demand = new("诉求", "Demand");
    public static readonly Words Opened = new("登记时间", "Opened");
    public static readonly Words Step = new("当前步骤", "Step");
    public static readonly Words Erased = new("（内容已删除）", "(erased)");
    public static readonly Words NothingDue = new("没有计时", "Nothing runs");
    public static readonly Words Closed = new("已结", "Closed");

    public static readonly Words Cases = new("案件", "Cases");
    public static readonly Words CasesOfHomes = new("名下房屋的案件", "Cases of these homes");
    public static readonly Words CasesReported = new("本人反映的案件", "Cases this person reported");
    public static readonly Words NoCases = new("还没有案件。", "No cases yet.");
    public static readonly Words OnlyNewest = new(
        "只列出未结的和最近的案件，其余请用搜索查找。",
        "Open and recent cases only; search for the others."
    );
}
