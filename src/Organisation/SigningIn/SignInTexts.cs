using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

internal static class SignInTexts
{
    private static readonly TextFile Texts = new(typeof(SignInTexts));

    public static readonly Words SignIn = Texts[nameof(SignIn)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words User = Texts[nameof(User)];
    public static readonly Words Password = Texts[nameof(Password)];

    /// <summary>One sentence for a wrong name and a wrong password: it must not tell whether a name exists.</summary>
    public static readonly Words Refused = Texts.With(
        nameof(Refused),
        OrganisationModule.AttemptsBeforeLock,
        OrganisationModule.LockMinutes
    );

    /// <summary>Said for names that do not exist as well, after as many attempts.</summary>
    public static readonly Words Locked = Texts.With(nameof(Locked), OrganisationModule.AttemptsBeforeLock, OrganisationModule.LockMinutes);

    public static readonly Words WithPasskey = Texts[nameof(WithPasskey)];
    public static readonly Words PasskeyNotGiven = Texts[nameof(PasskeyNotGiven)];
    public static readonly Words PasskeyUnknown = Texts[nameof(PasskeyUnknown)];

    public static readonly Words CodeTitle = Texts[nameof(CodeTitle)];
    public static readonly Words CodeLead = Texts[nameof(CodeLead)];
    public static readonly Words Code = Texts[nameof(Code)];
    public static readonly Words RecoveryLead = Texts[nameof(RecoveryLead)];
    public static readonly Words RecoveryCode = Texts[nameof(RecoveryCode)];
    public static readonly Words UseRecoveryCode = Texts[nameof(UseRecoveryCode)];
    public static readonly Words UseCode = Texts[nameof(UseCode)];
    public static readonly Words StartOver = Texts[nameof(StartOver)];
    public static readonly Words Continue = Texts[nameof(Continue)];
    public static readonly Words CodeRefused = Texts[nameof(CodeRefused)];
    public static readonly Words RecoveryRefused = Texts[nameof(RecoveryRefused)];

    public static readonly Words SetPassword = Texts[nameof(SetPassword)];
    public static readonly Words SetPasswordLead = Texts[nameof(SetPasswordLead)];
    public static readonly Words NewPassword = Texts[nameof(NewPassword)];
    public static readonly Words Save = Texts[nameof(Save)];

    public static readonly Words FirstAdministrator = Texts[nameof(FirstAdministrator)];
    public static readonly Words FirstLead = Texts[nameof(FirstLead)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words PasswordHint = Texts.With(nameof(PasswordHint), AccountRefusals.ShortestPassword);
    public static readonly Words Create = Texts[nameof(Create)];
}
