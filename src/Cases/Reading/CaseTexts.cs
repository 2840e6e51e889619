using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

internal static class CaseTexts
{
    public static readonly Words Updated = new("刚刚有更新", "Just updated");
    public static readonly Words Facts = new("基本情况", "Facts");
    public static readonly Words Category = new("类别", "Category");
    public static readonly Words Department = new("第一责任部门", "Department");
    public static readonly Words Channel = new("来源", "Channel");
    public static readonly Words Opened = new("登记", "Registered");
    public static readonly Words ContactEnded = new("来电结束", "Contact ended");
    public static readonly Words RequiredBy = new("要求完成", "Required by");
    public static readonly Words AgreedBy = new("商谈完成", "Agreed by");
    public static readonly Words RuleBook = new("制度", "Rule book");
    public static readonly Words Project = new("项目", "Project");
    public static readonly Words Source = new("导入自", "Imported from");
    public static readonly Words Ended = new("结束", "Ended");

    public static readonly Words Story = new("经过", "What happened");
    public static readonly Words Clocks = new("时限", "Clocks");
    public static readonly Words NoClocks = new("这一案件没有时限。", "No clock runs or ran for this case.");
    public static readonly Words People = new("人员", "People");
    public static readonly Words FirstContact = new("首问", "First contact");
    public static readonly Words Accountable = new("责任人", "Responsible");
    public static readonly Words Leader = new("分管领导", "Leader in charge");
    public static readonly Words Chairman = new("董事长", "Chairman");
    public static readonly Words Penalties = new("扣罚", "Penalties");
    public static readonly Words ForConfirmation = new("提请人力确认", "for HR to confirm");
    public static readonly Words Links = new("关联", "Links");
    public static readonly Words AllReasons = new("全部时限与扣罚的依据", "The reasons of every clock and penalty");
    public static readonly Words Reasons = new("依据", "Explanation");
    public static readonly Words BackToCase = new("返回案件", "Back to the case");
    public static readonly Words NoReasons = new("这一案件没有需要说明的时限或扣罚。", "This case has no clock or penalty to explain.");
    public static readonly Words Erased = new("（内容已按要求删除）", "(erased on request)");
    public static readonly Words NoDemand = new("（没有诉求内容）", "(no demand was recorded)");
    public static readonly Words Customer = new("客户", "Customer");
    public static readonly Words NothingRuns = new("没有正在计时的时限", "No clock is running");
    public static readonly Words Provisional = new("暂定日历", "provisional calendar");
    public static readonly Words Version = new("版", "version");
    public static readonly Words Reading = new("采用的理解：", "As read: ");
    public static readonly Words Decision = new("待决定", "to be decided");

    public static readonly Words AsAgreed = new("按约定的时间", "at the time agreed");
    public static readonly Words OnTime = new("按时", "on time");
    public static readonly Words NotDone = new("未完成", "not done");
    public static readonly Words Stopped = new("已终止", "ended");

    public static readonly Words Reached = new("已联系上", "reached");
    public static readonly Words NotReached = new("未联系上", "not reached");
    public static readonly Words Content = new("客户满意", "the customer is content");
    public static readonly Words NotContent = new("客户不满意", "the customer is not content");
    public static readonly Words Granted = new("同意赔付", "granted");
    public static readonly Words NotGranted = new("不予赔付", "not granted");
    public static readonly Words Signed = new("客户已签字", "signed by the customer");
    public static readonly Words OtherDepartment = new("需转其他部门", "for another department");
    public static readonly Words OnSite = new("需要到场", "wanted on site");

    public static Words Round(int cycle) => new($"第 {cycle} 轮", $"Cycle {cycle}");

    public static Words Late(Words length) => new($"晚 {length.Zh}", $"{length.En} late");

    public static Words Breach(Words clock) => new($"{clock.Zh}超期", $"{clock.En}: overdue");

    public static Words Limit(Words due) => new($"时限 {due.Zh}", $"limit {due.En}");

    public static Words Until(Words due) => new(char.IsAsciiDigit(due.Zh[0]) ? $"至 {due.Zh}" : $"至{due.Zh}", $"until {due.En}");

    public static Words WorkingDays(int days) => new($"{days} 个工作日", days == 1 ? "1 working day" : $"{days} working days");

    public static Words Daily(string time) => new($"每天 {time} 前", $"daily by {time}");

    public static Words Bonus(int percent) => new($"奖金 {percent}%", $"{percent}% of bonus");

    public static Words Times(int count) => new($"共 {count} 次", $"{count} times");

    public static Words By(Words field, string value) => new($"{field.Zh} {value}", $"{field.En} {value}");
}
