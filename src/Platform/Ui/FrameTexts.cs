using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Ui;

/// <summary>The sentences of the frame around every page.</summary>
internal static class FrameTexts
{
    public static readonly Words Product = new("首问", "Shouwen");
    public static readonly Words Subtitle = new("客户关系", "Customer care");
    public static readonly Words SkipToContent = new("跳到正文", "Skip to content");
    public static readonly Words Places = new("主要栏目", "Main places");
    public static readonly Words FindAnything = new(
        "搜索编号、姓名、电话、房号或拼音首字母",
        "Number, name, phone, unit or pinyin initials"
    );
    public static readonly Words Find = new("搜索", "Search");
    public static readonly Words OtherLanguage = new("English", "中文");
    public static readonly Words SwitchLanguage = new("切换到英文", "Switch to Chinese");
    public static readonly Words MyAccount = new("我的账号", "My account");
    public static readonly Words Me = new("我的", "Me");
    public static readonly Words SignOut = new("退出", "Sign out");
    public static readonly Words Pages = new("翻页", "Pages");
    public static readonly Words FirstPage = new("回到第一页", "First page");
    public static readonly Words NextPage = new("下一页", "Next page");
    public static readonly Words BackHome = new("回到客诉与报修", "Back to the cases");

    public static readonly Words NotFound = new("没有找到这个页面", "This page was not found");
    public static readonly Words NotFoundHint = new(
        "编号可能写错了，或者它不在您可以查看的范围内。",
        "The number may be mistyped, or it is outside what you may see."
    );
    public static readonly Words Forbidden = new("您没有查看这里的权限", "You may not open this");
    public static readonly Words ForbiddenHint = new("需要时请联系管理员开通。", "Ask your administrator if you need it.");
    public static readonly Words BadRequest = new("这个请求没有被接受", "This request was not accepted");
    public static readonly Words BadRequestHint = new(
        "页面可能打开太久了。请返回、刷新后再试一次；什么都没有改变。",
        "The page may have been open too long. Go back, reload and try again; nothing was changed."
    );
    public static readonly Words TooMany = new("操作太频繁", "Too many attempts");
    public static readonly Words TooManyHint = new("请等一分钟再试。", "Please wait a minute and try again.");
    public static readonly Words Broken = new("系统出了问题", "Something went wrong");
    public static readonly Words BrokenHint = new(
        "这一次操作没有完成，已保存的内容不受影响。请稍后再试；如果仍然不行，请把下面的编号告诉管理员。",
        "This was not completed; what had been saved is safe. Please try again later. If it persists, give the reference below to your administrator."
    );
    public static readonly Words Reference = new("编号", "Reference");
}
