using Microsoft.AspNetCore.Identity;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Why an account was not made, in the reader's language; Identity itself speaks English only.</summary>
internal static class AccountRefusals
{
    public const int ShortestPassword = 10;

    public static readonly Refusal NameMissing = new("name.missing", new Words("请填写姓名。", "Enter the name."));
    public static readonly Refusal UserMissing = new("user.missing", new Words("请填写用户名。", "Enter the user name."));
    public static readonly Refusal PasswordMissing = new("password.missing", new Words("请填写密码。", "Enter the password."));
    public static readonly Refusal PasswordWeak = new(
        "password.weak",
        new Words(
            $"密码至少 {ShortestPassword} 位，并且不能只重复几个字符。",
            $"The password needs at least {ShortestPassword} characters, and more than a few different ones."
        )
    );
    public static readonly Refusal UserTaken = new("user.taken", new Words("这个用户名已经有人使用。", "This user name is taken."));

    public static readonly Refusal PasswordWrong = new("password.wrong", new Words("当前密码不对。", "The current password is not right."));
    public static readonly Refusal Locked = new("account.locked", SignInTexts.Locked);

    /// <summary>What is wrong with a new password; null when it will do.</summary>
    public static async Task<Refusal?> Judge(UserManager<Account> accounts, Account account, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            return PasswordMissing;
        }

        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, password)).Succeeded)
            {
                return PasswordWeak;
            }
        }

        return null;
    }

    public static Refusal For(IdentityError error) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => UserTaken,
            nameof(IdentityErrorDescriber.InvalidUserName) => UserMissing,
            _ => PasswordWeak,
        };
}
