using Shouwen.Organisation.SigningIn;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

internal static class AccountTexts
{
    public static readonly Words MyAccount = new("我的账号", "My account");
    public static readonly Words BackToAccount = new("回到我的账号", "Back to my account");
    public static readonly Words Manage = new("管理", "Manage");
    public static readonly Words SetUp = new("开启", "Turn on");

    public static readonly Words PasswordHint = new("修改后，其他设备上的登录会全部退出。", "Changing it signs you out everywhere else.");
    public static readonly Words ChangePassword = new("修改密码", "Change password");
    public static readonly Words CurrentPassword = new("当前密码", "Current password");
    public static readonly Words SavePassword = new("保存新密码", "Save new password");

    public static readonly Words CodesAreOff = new(
        "未开启。开启后，登录时除密码外还要输入手机上的验证码。",
        "Off. When it is on, signing in asks for a code from your phone as well."
    );
    public static readonly Words TurnOnLead = new(
        "用验证器应用扫描二维码，再输入它显示的 6 位数字。",
        "Scan this with an authenticator app, then enter the six digits it shows."
    );
    public static readonly Words QrCode = new("供验证器应用扫描的二维码", "QR code for an authenticator app");
    public static readonly Words ByHand = new("不能扫描时，手工输入这个密钥：", "If you cannot scan it, type this key:");
    public static readonly Words TurnOn = new("开启第二步验证", "Turn on the second step");
    public static readonly Words RecoveryTitle = new("恢复码", "Recovery codes");
    public static readonly Words RecoveryLead = new(
        "请抄下或打印，放在安全的地方。手机不在身边时，用其中一个代替验证码；每个只能使用一次。离开本页后不再显示。",
        "Write these down or print them, and keep them safe. Without your phone one of them replaces the code; each works once. They are not shown again."
    );
    public static readonly Words RecoveryKept = new("我已保存好", "I have kept them");
    public static readonly Words NewCodes = new("换一组恢复码", "New recovery codes");
    public static readonly Words NewCodesHint = new("旧的恢复码随即失效。", "The old ones stop working.");
    public static readonly Words TurnOff = new("关闭第二步验证", "Turn off the second step");
    public static readonly Words TurnOffHint = new("以后登录只需要密码。", "From then on your password is enough.");

    public static readonly Words Passkeys = new("通行密钥", "Passkeys");
    public static readonly Words PasskeysLead = new(
        "用指纹、面容或设备密码登录，不必输入用户名和密码。",
        "Sign in with a finger, your face or the device's PIN instead of a password."
    );
    public static readonly Words NoPasskeys = new("还没有通行密钥。", "There is no passkey yet.");
    public static readonly Words PasskeyName = new("名称", "Name");
    public static readonly Words PasskeyExample = new("例如：办公室电脑", "For example: office computer");
    public static readonly Words PasskeyUnnamed = new("通行密钥", "Passkey");
    public static readonly Words AddPasskey = new("添加通行密钥", "Add a passkey");
    public static readonly Words Rename = new("改名", "Rename");
    public static readonly Words Remove = new("删除", "Remove");
    public static readonly Words PasskeyFailed = new(
        "没有添加成功：设备没有完成确认，或者它已经登记过。什么都没有改变。",
        "It was not added: the device did not confirm, or is registered already. Nothing was changed."
    );
    public static readonly Words NeedsScript = new(
        "添加通行密钥需要支持它的浏览器，并允许运行脚本。",
        "Adding one needs a browser that knows passkeys, with script allowed."
    );

    public static readonly Words Sessions = new("登录的设备", "Where I am signed in");
    public static readonly Words UnknownBrowser = new("未知浏览器", "Unknown browser");
    public static readonly Words ThisOne = new("当前这台", "This one");
    public static readonly Words SignedInAt = new("登录于", "since");
    public static readonly Words SeenAt = new("最近使用", "last seen");
    public static readonly Words EndSession = new("退出这台", "Sign out");
    public static readonly Words EndOthers = new("退出其他所有设备", "Sign out everywhere else");

    public static readonly Words Tokens = new("接口令牌", "API tokens");
    public static readonly Words NoTokens = new(
        "没有令牌。管理员可以用命令 shouwen token create 为您建立，供程序以您的身份调用接口。",
        "There is none. An administrator can make one with shouwen token create, for a program that acts as you."
    );
    public static readonly Words MadeAt = new("建立于", "made");
    public static readonly Words UsedAt = new("最近使用", "last used");
    public static readonly Words NeverUsed = new("没有用过", "never used");
    public static readonly Words ExpiresAt = new("有效期至", "valid until");
    public static readonly Words Expired = new("已过期", "Expired");
    public static readonly Words Revoked = new("已吊销", "Revoked");
    public static readonly Words Revoke = new("吊销", "Revoke");

    public static readonly Words Staff = new("人员与账号", "Staff and accounts");
    public static readonly Words StaffHint = new(
        "为同事建立账号、解锁、结束登录。",
        "Give colleagues an account, unlock it, end their sessions."
    );
    public static readonly Words FindStaff = new("按姓名、编号或部门查找", "Find by name, id or department");
    public static readonly Words Find = new("查找", "Find");
    public static readonly Words NobodyFound = new("没有找到", "Nobody found");
    public static readonly Words NobodyFoundHint = new("请换一个姓名、编号或部门。", "Try another name, id or department.");
    public static readonly Words More = new("只显示前 100 位，请缩小范围。", "Only the first 100 are shown; narrow the search.");
    public static readonly Words NoAccount = new("没有账号", "No account");
    public static readonly Words LockedNow = new("已锁定", "Locked");
    public static readonly Words HasAccount = new("有账号", "Has an account");
    public static readonly Words AccountOf = new("的账号", "’s account");
    public static readonly Words BackToStaff = new("回到人员与账号", "Back to staff and accounts");
    public static readonly Words NoAccountYet = new(
        "这位同事还不能登录。建立账号后，会得到一个一次性链接，由本人设置密码。",
        "This person cannot sign in yet. An account comes with a one-time link at which they set their own password."
    );
    public static readonly Words CreateAccount = new("建立账号并生成链接", "Create the account and a link");
    public static readonly Words NewLink = new("生成重设密码的链接", "Make a link to reset the password");
    public static readonly Words NewLinkHint = new(
        "本人忘记密码时使用；旧密码在设置新密码之前仍然有效。",
        "For a forgotten password; the old one works until a new one is set."
    );
    public static readonly Words LinkMade = new(
        $"请把这个链接交给本人。{PasswordLinks.Life.Days} 天内有效，只能使用一次，不会再显示。",
        $"Give this link to the person. It works once within {PasswordLinks.Life.Days} days and is not shown again."
    );
    public static readonly Words Link = new("一次性链接", "One-time link");
    public static readonly Words IsLocked = new("连续输错密码，账号已锁定。", "Locked after wrong attempts.");
    public static readonly Words NotLocked = new("没有锁定。", "Not locked.");
    public static readonly Words Lock = new("锁定", "Lock");
    public static readonly Words Unlock = new("解锁", "Unlock");
    public static readonly Words CodesOn = new("已开启。", "On.");
    public static readonly Words CodesOff = new("未开启。", "Off.");
    public static readonly Words TurnOffHis = new("关闭（手机丢失时）", "Turn off (lost phone)");
    public static readonly Words SessionsOf = new("登录", "Sessions");
    public static readonly Words EndAll = new("全部结束", "End all");

    /// <summary>What was just done, by the word in the address.</summary>
    public static readonly IReadOnlyDictionary<string, Words> Done = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["password"] = new("密码已修改，其他设备上的登录已经退出。", "Your password is changed, and you are signed out everywhere else."),
        ["codes"] = new("第二步验证已开启。", "The second step is on."),
        ["codes-off"] = new("第二步验证已关闭。", "The second step is off."),
        ["sessions"] = new("已经退出。", "Signed out there."),
        ["token"] = new("令牌已吊销。", "The token is revoked."),
        ["unlocked"] = new("已解锁。", "Unlocked."),
        ["ended"] = new("登录已全部结束。", "All sessions are ended."),
    };

    public static Words CodesAreOn(int left) =>
        new($"已开启，还有 {left} 个恢复码。", left == 1 ? "On; 1 recovery code left." : $"On; {left} recovery codes left.");

    public static Words PasskeysKept(int count) =>
        count == 0 ? PasskeysLead : new Words($"已登记 {count} 个。", count == 1 ? "1 is registered." : $"{count} are registered.");

    public static Words SessionsNow(int count) =>
        new($"目前在 {count} 台设备上登录。", count == 1 ? "Signed in on 1 device." : $"Signed in on {count} devices.");
}
