using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>One-time addresses at which a person sets their own password: an administrator never learns it.</summary>
internal sealed class PasswordLinks(Database database, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private const string Put =
        "INSERT INTO password_link (account_id, hash, expires_at) VALUES (@account, @hash, @expires) "
        + "ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at";

    private const string Delete = "DELETE FROM password_link WHERE hash = @hash";

    private Instant Now => Instant.From(clock.GetUtcNow());

    /// <summary>Opens a link, puts out an earlier one, and says its path; it is not said again.</summary>
    public async Task<string> Open(string accountId)
    {
        var secret = Secret.New();
        var expires = Now + Life;
        await database.Writer.Write(session => session.Run(Put, accountId, Secret.Digest(secret), expires.Micros));
        return $"/set-password/{secret}";
    }

    /// <summary>The account whose password may be set; null for a link that is unknown, used or too old.</summary>
    public async Task<string?> AccountOf(string secret)
    {
        var hash = Secret.Digest(secret);
        await using var db = database.Context();
        var now = Now;
        return await db.Set<PasswordLink>()
            .Where(link => link.Hash == hash && link.ExpiresAt > now)
            .Select(link => link.AccountId)
            .FirstOrDefaultAsync();
    }

    /// <summary>True for the one who uses it.</summary>
    public async Task<bool> Use(string secret) => await database.Writer.Write(session => session.Run(Delete, Secret.Digest(secret))) == 1;
}
