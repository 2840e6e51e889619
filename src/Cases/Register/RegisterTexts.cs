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
    public static readonly Words ByDue = new("最先到期", "First due");
    public static readonly Words Order = new("排序", "Order");
    public static readonly Words NewestFirst = new("最新登记", "Newest first");
    public static readonly Words OldestFirst = new("最早登记", "Oldest first");
    public static readonly Words Project = new("项目", "Project");
    public static readonly Words Category = new("类别", "Category");
    public static readonly Words Nature = new("性质", "Nature");
    public static readonly Words Any = new("全部", "All");
    public static readonly Words Number = new("编号", "Number");
    public static readonly Words Finding = new("查找", "Find");
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

    public static readonly Words Channel = new("来源", "Channel");
    public static readonly Words Accountable = new("处理责任人", "Responsible");
    public static readonly Words OpenedAt = new("登记时间", "Opened");
    public static readonly Words ClosedAt = new("办结时间", "Closed at");
    public static readonly Words Clock = new("时限", "Clock");
    public static readonly Words DueAt = new("到期时间", "Due at");
    public static readonly Words Home = new("房号", "Unit");
    public static readonly Words Customer = new("客户", "Customer");
    public static readonly Words Views = new("视图", "Views");
    public static readonly Words KeepView = new("保存当前视图…", "Keep this view…");
    public static readonly Words KeepOrArrange = new("保存或整理视图…", "Keep or arrange views…");
    public static readonly Words Columns = new("选择列…", "Choose columns…");
    public static readonly Words Export = new("导出", "Export");
    public static readonly Words AsWorkbook = new("Excel 表格（XLSX）", "Workbook (XLSX)");
    public static readonly Words AsCsv = new("CSV 文件", "CSV file");
    public static readonly Words LookOn = new("继续往后查找", "Look further");
    public static readonly Words LookedThrough = new(
        "符合条件的很少，已查看这一段的 10,000 件，后面还没有看。",
        "Few cases match: 10,000 were looked through so far, not the ones behind them."
    );
    public static readonly Words FoundTooMany = new(
        "找到的太多，只在最近登记的 5,000 件中排列。请再加一个词。",
        "Too many were found; these are among the 5,000 registered last. Add another word."
    );
    public static readonly Words NoMatchYet = new("这一段没有符合条件的案件", "No case matches so far");
    public static readonly Words NoMatchYetHint = new(
        "已按顺序查看 10,000 件，后面还有。可以继续往后查找，或换一个条件。",
        "10,000 cases were looked through in order and there are more. Look further, or change a filter."
    );

    public static readonly Words ChooseProject = new("选择项目", "Choose a project");
    public static readonly Words ProjectName = new("项目名称或代码", "Name or code of the project");
    public static readonly Words Find = new("查找", "Find");
    public static readonly Words AllProjects = new("全部项目", "All projects");
    public static readonly Words NoProject = new("没有这样的项目", "No such project");
    public static readonly Words MoreProjects = new("项目很多，只列出一部分，请输入名称查找。", "There are more: type a name.");
    public static readonly Words ColumnsTitle = new("选择列", "Choose columns");
    public static readonly Words ColumnsHint = new(
        "勾选列表中要显示的列；导出的列与之相同。",
        "What the list shows; an export has the same columns."
    );
    public static readonly Words Save = new("保存", "Save");
    public static readonly Words Back = new("返回", "Back");
    public static readonly Words ViewsTitle = new("我的视图", "My views");
    public static readonly Words ViewName = new("视图名称", "Name of the view");
    public static readonly Words PreferView = new("作为默认视图，进入列表时直接打开", "Open it whenever I come to the cases");
    public static readonly Words Preferred = new("默认", "Default");
    public static readonly Words Prefer = new("设为默认", "Make default");
    public static readonly Words ForgetPreferred = new("取消默认", "No default");
    public static readonly Words Rename = new("改名", "Rename");
    public static readonly Words Remove = new("删除", "Delete");
    public static readonly Words ViewNameMissing = new("请填写视图名称", "Give the view a name");
    public static readonly Words ViewNameLong = new("视图名称不能超过 40 个字", "A name has at most 40 characters");
    public static readonly Words ViewNameTaken = new("已有同名的视图", "There is a view of that name");
    public static readonly Words TooManyViews = new("最多保存 30 个视图，请先删除不用的", "At most 30 views: delete one first");
    public static readonly Words UnknownChange = new("不认识的操作，什么都没有改变", "Unknown change; nothing was changed");

    public static readonly Words NothingYet = new("还没有案件", "No cases yet");
    public static readonly Words NothingYetHint = new(
        "登记或导入的投诉、报修会按最先到期排在这里。",
        "Complaints and repairs that are registered or imported will stand here, the one that is due first on top."
    );
    public static readonly Words HowToFill = new("导入已有数据：", "Import what you have:");
    public static readonly Words NoMatch = new("没有符合条件的案件", "No case matches");
    public static readonly Words NoMatchHint = new("换一个条件，或清除全部条件。", "Change a filter, or clear them all.");
}
