using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>
/// How an owner comes in without a password: a code to the telephone we know. Whether a telephone is known is told to
/// nobody: the answer, and the time it takes, are the same.
/// </summary>
internal sealed class OwnerCodes(Database database, OwnersOfPhone owners, IEnumerable<WhenOwnerCodeIssued> followers, TimeProvider clock)
{
    public const int Attempts = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(24);

    private const int ShortestPhone = 7;
    private const int LongestPhone = 20;
    private const int MostAnHour = 5;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private const string LastSent = "SELECT sent_at, sent, counted_from FROM owner_code WHERE phone = @phone";

    private const string Put =
        "INSERT INTO owner_code (phone, hash, expires_at, attempts, sent_at, sent, counted_from) "
        + "VALUES (@phone, @hash, @expires, 0, @sent_at, @sent, @from) ON CONFLICT (phone) DO UPDATE SET hash = excluded.hash, "
        + "expires_at = excluded.expires_at, attempts = 0, sent_at = excluded.sent_at, sent = excluded.sent, counted_from = excluded.counted_from";

    private const string Try =
        "UPDATE owner_code SET attempts = attempts + 1 WHERE phone = @phone AND expires_at > @now AND attempts < @most AND hash <> ''";

    private const string HashOf = "SELECT hash FROM owner_code WHERE phone = @phone";

    /// <summary>The row stays without a hash: how many codes a telephone got is still counted.</summary>
    private const string Use = "UPDATE owner_code SET hash = '' WHERE phone = @phone AND hash = @hash";

    private const string Begin = "INSERT INTO owner_session (hash, phone, ends_at) VALUES (@hash, @phone, @ends)";
    private const string Sweep = "DELETE FROM owner_session WHERE ends_at <= @now";
    private const string PhoneOf = "SELECT phone FROM owner_session WHERE hash = @hash AND ends_at > @now";
    private const string End = "DELETE FROM owner_session WHERE hash = @hash";

    private static readonly PasswordHasher<OwnerCodes> Hasher = new();

    /// <summary>Spends the same time where there is no code as on a wrong one.</summary>
    private static readonly string NobodysHash = Hasher.HashPassword(null!, Guid.NewGuid().ToString());

    private Instant Now => Instant.From(clock.GetUtcNow());

    /// <summary>The digits of a telephone without the country's number; null when it is none.</summary>
    public static string? Digits(string? text)
    {
        var kept = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        var digits =
            kept.StartsWith("0086", StringComparison.Ordinal) ? kept[4..]
            : kept.Length == 13 && kept.StartsWith("861", StringComparison.Ordinal) ? kept[2..]
            : kept;
        return digits.Length is >= ShortestPhone and <= LongestPhone ? digits : null;
    }

    /// <summary>Sends a code if an owner is known by this telephone and it did not get too many.</summary>
    public async Task Send(string digits)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var hash = Hasher.HashPassword(this, code);
        var now = Now;
        await database.Writer.Write(session => Send(session, digits, code, hash, now));
    }

    /// <summary>A session's secret for the right code; null for a wrong, used, old or too often tried one.</summary>
    public async Task<string?> Redeem(string digits, string code)
    {
        var now = Now;
        var hash = await database.Writer.Write(session =>
            session.Run(Try, digits, now.Micros, Attempts) == 1 ? session.Query(HashOf, row => row.Text(0), digits).Single() : null
        );
        var right = Hasher.VerifyHashedPassword(this, hash ?? NobodysHash, code) != PasswordVerificationResult.Failed;
        if (hash is null || !right)
        {
            return null;
        }

        var secret = Secret.New();
        var used = await database.Writer.Write(session =>
        {
            session.Run(Sweep, now.Micros);
            return session.Run(Use, digits, hash) == 1
                && session.Run(Begin, Secret.Digest(secret), digits, (now + SessionLife).Micros) == 1;
        });
        return used ? secret : null;
    }

    /// <summary>The customers a session opens; none once it is over.</summary>
    public IReadOnlyList<long> CustomersOf(string secret)
    {
        using var session = database.Read();
        var phone = session.Query(PhoneOf, row => row.Text(0), Secret.Digest(secret), Now.Micros).SingleOrDefault();
        return phone is null ? [] : owners(session, phone);
    }

    public Task SignOut(string secret) => database.Writer.Write(session => session.Run(End, Secret.Digest(secret)));

    private bool Send(WriteSession session, string digits, string code, string hash, Instant now)
    {
        if (owners(session, digits).Count == 0)
        {
            return false;
        }

        var (sent, from) = (0, now);
        foreach (var last in session.Query(LastSent, row => (At: row.Long(0), Sent: row.Int(1), From: row.Long(2)), digits))
        {
            if (now - Instant.FromMicros(last.At) < Between)
            {
                return false;
            }

            if (now - Instant.FromMicros(last.From) < Hour)
            {
                (sent, from) = (last.Sent, Instant.FromMicros(last.From));
            }
        }

        if (sent >= MostAnHour)
        {
            return false;
        }

        session.Run(Put, digits, hash, (now + Life).Micros, now.Micros, sent + 1, from.Micros);
        foreach (var follow in followers)
        {
            follow(session, new OwnerCodeIssued(digits, code, now + Life));
        }

        return true;
    }
}
