using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

internal static class ActingTexts
{
    public static readonly Words NewCase = new("登记", "Register");
    public static readonly Words NewCaseTitle = new("登记客诉与报修", "Register a case");
    public static readonly Words Save = new("登记", "Register");
    public static readonly Words Back = new("返回", "Back");
    public static readonly Words Actions = new("可以办理", "What you can do");
    public static readonly Words Choose = new("请选择", "Choose");
    public static readonly Words Yes = new("是", "Yes");
    public static readonly Words No = new("否", "No");
    public static readonly Words Optional = new("选填", "optional");
    public static readonly Words Rules = new("适用制度", "Rule book");
    public static readonly Words Project = new("项目", "Project");
    public static readonly Words CustomerName = new("客户姓名", "Customer");
    public static readonly Words CustomerPhone = new("联系电话", "Telephone");
    public static readonly Words ShowPhone = new("显示号码", "Show the number");
    public static readonly Words NoProjects = new(
        "您所在的机构下还没有项目，暂时不能登记。",
        "There is no project under your place yet, so nothing can be registered."
    );
    public static readonly Words PhoneWrong = new(
        "电话只能包含数字、空格和 + - ( )",
        "A telephone number holds digits, blanks and + - ( )"
    );
    public static readonly Words ProjectWrong = new("请选择您可以登记的项目", "Choose a project you may register for");
    public static readonly Words NothingNeeded = new("无需填写，确认即可。", "Nothing to fill in; confirm to record it.");

    private static readonly Dictionary<string, Words> Fields = new(StringComparer.Ordinal)
    {
        ["channel"] = new("来源", "Channel"),
        ["category"] = new("类别", "Category"),
        ["contactEndedAt"] = new("来电结束或客户离开", "Call ended or visitor left"),
        ["unit"] = new("房号", "Unit"),
        ["demand"] = new("客户诉求", "What the customer asks for"),
        ["requiredBy"] = new("要求完成时间", "Required by"),
        ["signature"] = new("客户已签字确认", "Signed by the customer"),
        ["nature"] = new("投诉性质", "Nature"),
        ["reason"] = new("原因", "Reason"),
        ["department"] = new("第一责任部门", "First responsible department"),
        ["accountable"] = new("投诉处理责任人", "Responsible person"),
        ["leader"] = new("分管领导", "Leader in charge"),
        ["chairman"] = new("董事长", "Chairman"),
        ["cause"] = new("未能上门的原因", "Why the visit was impossible"),
        ["agreedBy"] = new("商谈完成时间", "Agreed completion"),
        ["purpose"] = new("回访目的", "Purpose of the call-back"),
        ["reached"] = new("联系上客户", "Customer reached"),
        ["score"] = new("满意度评分（1 至 5）", "Satisfaction, 1 to 5"),
        ["visitQuality"] = new("客户对上门的评价", "How the customer judged the visit"),
        ["text"] = new("处理进展", "Progress"),
        ["document"] = new("客户签字的完成单已收妥", "Completion paper signed by the customer is at hand"),
        ["amount"] = new("索赔金额（元）", "Amount claimed (yuan)"),
        ["granted"] = new("同意赔付", "Granted"),
        ["onSite"] = new("需要上门", "Wanted on site"),
        ["for"] = new("约定到场时间", "Agreed arrival"),
        ["until"] = new("承诺完成时间", "Promised until"),
        ["class"] = new("类别认定", "Class"),
        ["otherDepartment"] = new("需转其他部门", "For another department"),
        ["content"] = new("客户满意", "The customer is content"),
        ["confirmedBy"] = new("电话确认人", "Confirmed on the phone by"),
        ["closedAtText"] = new("原系统关闭时间", "Closing time in the old system"),
    };

    public static Words Field(string name) => Fields.GetValueOrDefault(name) ?? new Words(name, name);

    public static Words Missing(Words field) => new($"请填写{field.Zh}", $"Enter: {field.En}");

    public static Words NotATime(Words field) => new($"{field.Zh}不是有效的日期和时间", $"{field.En}: not a date and time");

    public static Words NotAnAmount(Words field) => new($"{field.Zh}应为不小于 0 的数字", $"{field.En}: a number, not negative");

    public static Words NotAChoice(Words field) => new($"{field.Zh}不是可选的值", $"{field.En}: not one of the choices");

    public static Words TooLong(Words field, int most) => new($"{field.Zh}最多 {most} 个字", $"{field.En}: at most {most} characters");

    public static Words Recorded(Words name) => new($"已记录：{name.Zh}", $"Recorded: {name.En}");
}
