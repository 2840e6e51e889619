using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

internal static class RegisterTexts
{
    public static readonly Words Updated = new("刚刚有更新", "Just updated");
    public static readonly Words Title = new("客诉与报修", "Cases");
    public static readonly Words Open = new("未结", "Open");
    public static readonly Words AllStates = new("全部", "All");
    public static readonly Words Overdue = new("已超期", "Overdue");
    public static readonly Words DueToday = new("今天到期", "Due today");
    public static readonly Words ByDue = new("按最先到期", "By first due");
    public static readonly Words ByOpening = new("按登记时间", "By opening");
    public static readonly Words Project = new("项目", "Project");
    public static readonly Words Category = new("类别", "Category");
    public static readonly Words Nature = new("性质", "Nature");
    public static readonly Words Any = new("全部", "All");
    public static readonly Words Number = new("编号", "Number");
    public static readonly Words BeginsWith = new("编号开头", "Number begins with");
    public static readonly Words ClearFilter = new("清除条件", "Clear");
    public static readonly Words Filters = new("筛选", "Filters");
    public static readonly Words FirstDue = new("最先到期", "First due");
    public static readonly Words UnitAndCustomer = new("房号 · 客户", "Unit · customer");
    public static readonly Words Demand = new("诉求", "Demand");
    public static readonly Words Department = new("责任部门", "Department");
    public static readonly Words Step = new("当前步骤", "Step");
    public static readonly Words NothingDue = new("没有计时", "Nothing runs");
    public static readonly Words Closed = new("已结", "Closed");
    public static readonly Words Erased = new("（内容已删除）", "(erased)");

    public static readonly Words NothingYet = new("还没有案件", "No cases yet");
    public static readonly Words NothingYetHint = new(
        "登记或导入的投诉、报修会按最先到期排在这里。",
        "Complaints and repairs that are registered or imported will stand here, the one that is due first on top."
    );
    public static readonly Words HowToFill = new("导入已有数据：", "Import what you have:");
    public static readonly Words NoMatch = new("没有符合条件的案件", "No case matches");
    public static readonly Words NoMatchHint = new("换一个条件，或清除全部条件。", "Change a filter, or clear them all.");
}
