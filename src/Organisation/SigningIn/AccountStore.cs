using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Identity's store, but recovery codes are kept as digests. They are short, so the digest is a slow one.</summary>
internal sealed class AccountStore(Db db, IdentityErrorDescriber errors) : UserOnlyStore<Account, Db, string>(db, errors)
{
    private const int Rounds = 100_000;
    private const int Bytes = 16;

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Digest(user, code)).ToList(), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Digest(user, code), cancellationToken);

    /// <summary>However it was typed: without the hyphen, in small letters.</summary>
    private static string Digest(Account user, string code)
    {
        var letters = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexString(
            Rfc2898DeriveBytes.Pbkdf2(letters, Encoding.UTF8.GetBytes(user.Id), Rounds, HashAlgorithmName.SHA256, Bytes)
        );
    }
}
