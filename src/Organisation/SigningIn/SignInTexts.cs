using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

internal static class SignInTexts
{
    public static readonly Words SignIn = new("登录", "Sign in");
    public static readonly Words Lead = new(
        "首问负责：谁先受理，谁跟到客户满意。",
        "Whoever is asked first stays with it until the customer is content."
    );
    public static readonly Words User = new("用户名", "User name");
    public static readonly Words Password = new("密码", "Password");

    /// <summary>One sentence for every reason: it must not tell whether a name exists or an account is locked.</summary>
    public static readonly Words Refused = new(
        $"用户名或密码不对。连续输错 {OrganisationModule.AttemptsBeforeLock} 次，账号会锁定 {OrganisationModule.LockMinutes} 分钟。",
        $"The user name or password is not right. After {OrganisationModule.AttemptsBeforeLock} wrong attempts an account is locked for {OrganisationModule.LockMinutes} minutes."
    );

    public static readonly Words FirstAdministrator = new("建立第一位管理员", "Create the first administrator");
    public static readonly Words FirstLead = new(
        "系统里还没有账号。这个链接只能使用一次。",
        "There is no account yet. This link works once."
    );
    public static readonly Words Name = new("姓名", "Name");
    public static readonly Words PasswordHint = new(
        $"至少 {AccountRefusals.ShortestPassword} 位；一句自己记得住的话最好。",
        $"At least {AccountRefusals.ShortestPassword} characters; a sentence you remember is best."
    );
    public static readonly Words Create = new("建立并去登录", "Create and go to sign-in");
}
