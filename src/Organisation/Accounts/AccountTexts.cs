using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

internal static class AccountTexts
{
    private static readonly TextFile Texts = new(typeof(AccountTexts));

    public static readonly Words SignOut = Texts[nameof(SignOut)];
    public static readonly Words MyAccount = Texts[nameof(MyAccount)];
    public static readonly Words BackToAccount = Texts[nameof(BackToAccount)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Manage = Texts[nameof(Manage)];
    public static readonly Words SetUp = Texts[nameof(SetUp)];

    public static readonly Words PasswordHint = Texts[nameof(PasswordHint)];
    public static readonly Words ChangePassword = Texts[nameof(ChangePassword)];
    public static readonly Words CurrentPassword = Texts[nameof(CurrentPassword)];
    public static readonly Words SavePassword = Texts[nameof(SavePassword)];

    public static readonly Words CodesAreOff = Texts[nameof(CodesAreOff)];
    public static readonly Words TurnOnLead = Texts[nameof(TurnOnLead)];
    public static readonly Words QrCode = Texts[nameof(QrCode)];
    public static readonly Words ByHand = Texts[nameof(ByHand)];
    public static readonly Words TurnOn = Texts[nameof(TurnOn)];
    public static readonly Words RecoveryTitle = Texts[nameof(RecoveryTitle)];
    public static readonly Words RecoveryLead = Texts[nameof(RecoveryLead)];
    public static readonly Words RecoveryKept = Texts[nameof(RecoveryKept)];
    public static readonly Words NewCodes = Texts[nameof(NewCodes)];
    public static readonly Words NewCodesHint = Texts[nameof(NewCodesHint)];
    public static readonly Words TurnOff = Texts[nameof(TurnOff)];
    public static readonly Words TurnOffHint = Texts[nameof(TurnOffHint)];

    public static readonly Words Passkeys = Texts[nameof(Passkeys)];
    public static readonly Words PasskeysLead = Texts[nameof(PasskeysLead)];
    public static readonly Words NoPasskeys = Texts[nameof(NoPasskeys)];
    public static readonly Words PasskeyName = Texts[nameof(PasskeyName)];
    public static readonly Words PasskeyExample = Texts[nameof(PasskeyExample)];
    public static readonly Words PasskeyUnnamed = Texts[nameof(PasskeyUnnamed)];
    public static readonly Words AddPasskey = Texts[nameof(AddPasskey)];
    public static readonly Words Rename = Texts[nameof(Rename)];
    public static readonly Words Remove = Texts[nameof(Remove)];
    public static readonly Words PasskeyFailed = Texts[nameof(PasskeyFailed)];
    public static readonly Words NeedsScript = Texts[nameof(NeedsScript)];

    public static readonly Words Sessions = Texts[nameof(Sessions)];
    public static readonly Words UnknownBrowser = Texts[nameof(UnknownBrowser)];
    public static readonly Words ThisOne = Texts[nameof(ThisOne)];
    public static readonly Words SignedInAt = Texts[nameof(SignedInAt)];
    public static readonly Words SeenAt = Texts[nameof(SeenAt)];
    public static readonly Words EndSession = Texts[nameof(EndSession)];
    public static readonly Words EndOthers = Texts[nameof(EndOthers)];

    public static readonly Words Tokens = Texts[nameof(Tokens)];
    public static readonly Words NoTokens = Texts[nameof(NoTokens)];
    public static readonly Words MadeAt = Texts[nameof(MadeAt)];
    public static readonly Words UsedAt = Texts[nameof(UsedAt)];
    public static readonly Words NeverUsed = Texts[nameof(NeverUsed)];
    public static readonly Words ExpiresAt = Texts[nameof(ExpiresAt)];
    public static readonly Words Expired = Texts[nameof(Expired)];
    public static readonly Words Revoked = Texts[nameof(Revoked)];
    public static readonly Words Revoke = Texts[nameof(Revoke)];
    public static readonly Words AllTokens = Texts[nameof(AllTokens)];
    public static readonly Words TokensLead = Texts[nameof(TokensLead)];
    public static readonly Words NoTokensYet = Texts[nameof(NoTokensYet)];
    public static readonly Words TokenStaff = Texts[nameof(TokenStaff)];
    public static readonly Words TokenName = Texts[nameof(TokenName)];
    public static readonly Words TokenDays = Texts[nameof(TokenDays)];
    public static readonly Words MakeToken = Texts[nameof(MakeToken)];
    public static readonly Words NewToken = Texts[nameof(NewToken)];
    public static readonly Words TokenMade = Texts[nameof(TokenMade)];

    public static readonly Words Staff = Texts[nameof(Staff)];
    public static readonly Words StaffHint = Texts[nameof(StaffHint)];
    public static readonly Words FindStaff = Texts[nameof(FindStaff)];
    public static readonly Words Find = Texts[nameof(Find)];
    public static readonly Words NobodyFound = Texts[nameof(NobodyFound)];
    public static readonly Words NobodyFoundHint = Texts[nameof(NobodyFoundHint)];
    public static readonly Words More = Texts[nameof(More)];
    public static readonly Words NoAccount = Texts[nameof(NoAccount)];
    public static readonly Words LockedNow = Texts[nameof(LockedNow)];
    public static readonly Words HasAccount = Texts[nameof(HasAccount)];
    public static readonly Words BackToStaff = Texts[nameof(BackToStaff)];
    public static readonly Words NoAccountYet = Texts[nameof(NoAccountYet)];
    public static readonly Words CreateAccount = Texts[nameof(CreateAccount)];
    public static readonly Words NewLink = Texts[nameof(NewLink)];
    public static readonly Words NewLinkHint = Texts[nameof(NewLinkHint)];
    public static readonly Words LinkMade = Texts.With(nameof(LinkMade), PasswordLinks.Life.Days);
    public static readonly Words Link = Texts[nameof(Link)];
    public static readonly Words IsLocked = Texts[nameof(IsLocked)];
    public static readonly Words NotLocked = Texts[nameof(NotLocked)];
    public static readonly Words Lock = Texts[nameof(Lock)];
    public static readonly Words Unlock = Texts[nameof(Unlock)];
    public static readonly Words CodesOn = Texts[nameof(CodesOn)];
    public static readonly Words CodesOff = Texts[nameof(CodesOff)];
    public static readonly Words TurnOffHis = Texts[nameof(TurnOffHis)];
    public static readonly Words SessionsOf = Texts[nameof(SessionsOf)];
    public static readonly Words EndAll = Texts[nameof(EndAll)];

    /// <summary>What was just done, by the word in the address.</summary>
    public static Words? Done(string word) => Texts.Find("done." + word);

    public static Words AccountOf(string name) => Texts.With(nameof(AccountOf), name);

    public static Words CodesAreOn(int left) => Texts.Counted(nameof(CodesAreOn), left);

    public static Words PasskeysKept(int count) => count == 0 ? PasskeysLead : Texts.Counted(nameof(PasskeysKept), count);

    public static Words SessionsNow(int count) => Texts.Counted(nameof(SessionsNow), count);
}
