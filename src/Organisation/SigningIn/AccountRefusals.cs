using Microsoft.AspNetCore.Identity;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Why an account was not made, in the reader's language; Identity itself speaks English only.</summary>
internal static class AccountRefusals
{
    public const int ShortestPassword = 10;

    private static readonly TextFile Texts = new(typeof(AccountRefusals));

    public static readonly Refusal NameMissing = new("name.missing", Texts[nameof(NameMissing)]);
    public static readonly Refusal UserMissing = new("user.missing", Texts[nameof(UserMissing)]);
    public static readonly Refusal PasswordMissing = new("password.missing", Texts[nameof(PasswordMissing)]);
    public static readonly Refusal PasswordWeak = new("password.weak", Texts.With(nameof(PasswordWeak), ShortestPassword));
    public static readonly Refusal UserTaken = new("user.taken", Texts[nameof(UserTaken)]);
    public static readonly Refusal PasswordWrong = new("password.wrong", Texts[nameof(PasswordWrong)]);
    public static readonly Refusal TokenNameMissing = new("token.name", Texts[nameof(TokenNameMissing)]);
    public static readonly Refusal BadTokenDays = new("token.days", Texts.With(nameof(BadTokenDays), ApiTokens.LongestDays));
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
