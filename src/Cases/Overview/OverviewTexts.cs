using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Overview;

internal static class OverviewTexts
{
    public static readonly Words Title = new("总览", "Overview");
    public static readonly Words AsOf = new("截至", "As of");
    public static readonly Words Open = new("未结", "Open");
    public static readonly Words Overdue = new("已超期", "Overdue");
    public static readonly Words DueToday = new("今天到期", "Due today");
    public static readonly Words ClosedThisMonth = new("本月办结", "Closed this month");
    public static readonly Words OnTimeRate = new("按时完成率", "On time");
    public static readonly Words OnTimeNote = new("本月到期中按时完成", "in time of due this month:");
    public static readonly Words ByMonth = new("按月", "By month");
    public static readonly Words ByCategory = new("按类别", "By category");
    public static readonly Words Month = new("月份", "Month");
    public static readonly Words Opened = new("登记", "Opened");
    public static readonly Words StillOpen = new("其中未结", "Still open");
    public static readonly Words Closed = new("办结", "Closed");
    public static readonly Words Due = new("到期", "Due");
    public static readonly Words InTime = new("按时完成", "In time");
    public static readonly Words OpenedThisMonth = new("本月登记", "Opened this month");
    public static readonly Words AllCases = new("累计登记", "All cases");
    public static readonly Words NoCategory = new("未分类", "No category");
    public static readonly Words Download = new("下载 CSV", "Download CSV");
    public static readonly Words NothingYet = new("还没有可以统计的案件", "Nothing to count yet");
    public static readonly Words NothingYetHint = new(
        "登记或导入案件后，这里按月、按类别显示数量与按时完成率。",
        "Once cases are registered or imported, their numbers by month and category stand here."
    );
}
