using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Model;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>A token as its owner sees it; the token itself is not kept.</summary>
public sealed record TokenLine(
    long Id,
    string StaffId,
    string Name,
    Instant CreatedAt,
    Instant? ExpiresAt,
    Instant? RevokedAt,
    Instant? UsedAt
)
{
    public bool IsValid(Instant now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}

/// <summary>Makes and revokes the tokens that programs sign in with.</summary>
public static class ApiTokens
{
    public const string Prefix = "sw_";

    /// <summary>How many days a token may be made for, if not for ever.</summary>
    public const int LongestDays = 3650;

    private const int MostListed = 1000;

    public static readonly Refusal NobodyThere = new(
        "staff.unknown",
        new Words("没有这个编号的员工。", "There is no member of staff with this id.")
    );

    private const string Insert =
        "INSERT INTO api_token (hash, staff_id, name, created_at, expires_at) VALUES (@hash, @staff, @name, @created, @expires)";

    private const string Hash =
        "SELECT hash FROM api_token WHERE id = @id AND revoked_at IS NULL AND (@staff IS NULL OR staff_id = @staff)";

    private const string Revocation = "UPDATE api_token SET revoked_at = @at WHERE id = @id";

    /// <returns>The token, said this once; or why there is none.</returns>
    public static async Task<(string? Token, Refusal? Refusal)> CreateToken(
        this Database database,
        string staffId,
        string name,
        TimeSpan? life,
        Instant now
    )
    {
        await using var db = database.Context();
        if (!await db.Set<Staff>().AnyAsync(staff => staff.Id == staffId))
        {
            return (null, NobodyThere);
        }

        var token = Secret.New(Prefix);
        long? expires = life is { } span ? (now + span).Micros : null;
        await database.Writer.Write(session => session.Run(Insert, Secret.Digest(token), staffId, name, now.Micros, expires));
        return (token, null);
    }

    /// <summary>False when there is no such valid token. Another process lets go of it within seconds.</summary>
    public static async Task<bool> RevokeToken(this Database database, long id, Instant now) =>
        await Revoke(database, id, null, now) is not null;

    /// <summary>The digest of the token that ended; null when it is not one of this member of staff.</summary>
    internal static Task<byte[]?> Revoke(Database database, long id, string? staffId, Instant now) =>
        database.Writer.Write(session =>
        {
            var hash = session.Query(Hash, row => row.Bytes(0), id, staffId).SingleOrDefault();
            if (hash is not null)
            {
                session.Run(Revocation, now.Micros, id);
            }

            return hash;
        });

    /// <summary>The newest first; of one member of staff or of all.</summary>
    public static async Task<List<TokenLine>> Tokens(this Database database, string? staffId, CancellationToken cancellation = default)
    {
        await using var db = database.Context();
        return await db.Set<ApiToken>()
            .Where(token => staffId == null || token.StaffId == staffId)
            .OrderByDescending(token => token.Id)
            .Select(token => new TokenLine(
                token.Id,
                token.StaffId,
                token.Name,
                token.CreatedAt,
                token.ExpiresAt,
                token.RevokedAt,
                token.UsedAt
            ))
            .Take(MostListed)
            .ToListAsync(cancellation);
    }
}
