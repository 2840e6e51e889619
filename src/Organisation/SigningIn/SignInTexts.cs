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

    /// <summary>One sentence for a wrong name and a wrong password: it must not tell whether a name exists.</summary>
    public static readonly Words Refused = new(
        $"用户名或密码不对。连续输错 {OrganisationModule.AttemptsBeforeLock} 次，账号会锁定 {OrganisationModule.LockMinutes} 分钟。",
        $"The user name or password is not right. After {OrganisationModule.AttemptsBeforeLock} wrong attempts an account is locked for {OrganisationModule.LockMinutes} minutes."
    );

    /// <summary>Said for names that do not exist as well, after as many attempts.</summary>
    public static readonly Words Locked = new(
        $"连续输错 {OrganisationModule.AttemptsBeforeLock} 次，这个用户名已锁定 {OrganisationModule.LockMinutes} 分钟。请稍后再试，或者请管理员解锁。",
        $"After {OrganisationModule.AttemptsBeforeLock} wrong attempts this user name is locked for {OrganisationModule.LockMinutes} minutes. Try again later, or ask an administrator to unlock it."
    );

    public static readonly Words WithPasskey = new("用通行密钥登录", "Sign in with a passkey");
    public static readonly Words PasskeyNotGiven = new(
        "没有用通行密钥完成登录。可以再试一次，或者改用密码。",
        "The passkey was not used. Try again, or use your password."
    );
    public static readonly Words PasskeyUnknown = new(
        "这里不认识这个通行密钥，它可能已被删除。请改用密码登录。",
        "This passkey is not known here; it may have been removed. Please use your password."
    );

    public static readonly Words CodeTitle = new("第二步验证", "Second step");
    public static readonly Words CodeLead = new(
        "请输入验证器应用上显示的 6 位数字。",
        "Enter the six digits your authenticator app shows."
    );
    public static readonly Words Code = new("验证码", "Code");
    public static readonly Words RecoveryLead = new(
        "请输入一个恢复码。每个恢复码只能使用一次。",
        "Enter one of your recovery codes. Each works once."
    );
    public static readonly Words RecoveryCode = new("恢复码", "Recovery code");
    public static readonly Words UseRecoveryCode = new("手机不在身边，用恢复码", "No phone at hand? Use a recovery code");
    public static readonly Words UseCode = new("用验证器上的验证码", "Use the code of the app");
    public static readonly Words StartOver = new("换一个账号登录", "Sign in as somebody else");
    public static readonly Words Continue = new("继续", "Continue");
    public static readonly Words CodeRefused = new(
        "验证码不对，或者已经用过。请等应用显示下一个验证码再试。",
        "The code is not right, or was used already. Wait for the next one and try again."
    );
    public static readonly Words RecoveryRefused = new(
        "恢复码不对，或者已经用过。",
        "The recovery code is not right, or was used already."
    );

    public static readonly Words SetPassword = new("设置密码", "Set your password");
    public static readonly Words SetPasswordLead = new(
        "这个链接只能使用一次。设置以后，请用新密码登录。",
        "This link works once. Afterwards sign in with the new password."
    );
    public static readonly Words NewPassword = new("新密码", "New password");
    public static readonly Words Save = new("保存密码并去登录", "Save and go to sign-in");

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
