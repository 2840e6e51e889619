using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Shouwen.Organisation.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>
/// Who may come in, remembered for a few seconds: a click costs no query, and yet what this process ends is out at once,
/// and what another process (the command line, a second node) ends is out when the few seconds are over. The same holds
/// for a role that is given or taken away.
/// </summary>
internal sealed class KnownCallers(Database database, TimeProvider clock, ILogger<KnownCallers> log)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private const int MostKept = 10_000;

    private const string NoteSession = "UPDATE sign_in_session SET seen_at = @at WHERE id = @key";

    private const string NoteToken = "UPDATE api_token SET used_at = @at WHERE hash = @key";

    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);

    public Task<ClaimsPrincipal?> BySession(string id) => Known(id, () => ReadSession(id), NoteSession, id);

    public Task<ClaimsPrincipal?> ByToken(string token)
    {
        var hash = Secret.Digest(token);
        return Known(KeyOf(hash), () => ReadToken(hash), NoteToken, hash);
    }

    public void ForgetSession(string id) => readings.TryRemove(id, out _);

    public void ForgetToken(byte[] hash) => readings.TryRemove(KeyOf(hash), out _);

    private async Task<ClaimsPrincipal?> Known(string key, Func<Task<Pass?>> read, string noteSql, object noteKey)
    {
        var now = Instant.From(clock.GetUtcNow());
        var reading = readings.TryGetValue(key, out var kept) && kept.IsFresh(now) ? kept : Renew(key, kept, read, now);
        Pass? pass = null;
        try
        {
            pass = await reading.Pass.Value;
        }
        finally
        {
            if (pass is null)
            {
                readings.TryRemove(KeyValuePair.Create(key, reading));
            }
        }

        if (pass is null || pass.IsOver(now))
        {
            return null;
        }

        if (pass.IsToBeNoted(now))
        {
            // Nobody waits for it: an import in another process may hold the write lock for seconds.
            _ = Note(noteSql, now, noteKey);
        }

        return pass.Caller;
    }

    /// <summary>Requests that arrive together wait for one reading.</summary>
    private Reading Renew(string key, Reading? kept, Func<Task<Pass?>> read, Instant now)
    {
        if (readings.Count > MostKept)
        {
            foreach (var old in readings.Where(entry => !entry.Value.IsFresh(now)))
            {
                readings.TryRemove(old);
            }
        }

        var fresh = new Reading(now, new Lazy<Task<Pass?>>(read));
        var first = kept is null ? readings.TryAdd(key, fresh) : readings.TryUpdate(key, fresh, kept);
        return first ? fresh : readings.GetValueOrDefault(key, fresh);
    }

    private async Task<Pass?> ReadSession(string id)
    {
        await using var db = database.Context();
        if (await db.Set<SignInSession>().FirstOrDefaultAsync(session => session.Id == id) is not { } session)
        {
            return null;
        }

        Claim[] itself = [new(ClaimTypes.NameIdentifier, session.AccountId), new(Sessions.Claim, id)];
        var caller = Caller("Session", [.. itself, .. await StaffClaims.Of(db, session.StaffId, Instant.From(clock.GetUtcNow()))]);
        return new Pass(caller, session.SeenAt, Sessions.EndOf(session));
    }

    private async Task<Pass?> ReadToken(byte[] hash)
    {
        await using var db = database.Context();
        if (await db.Set<ApiToken>().FirstOrDefaultAsync(token => token.Hash == hash) is not { RevokedAt: null } token)
        {
            return null;
        }

        var itself = new Claim(TokenScheme.Claim, $"{token.Id}");
        var caller = Caller(TokenScheme.Name, [itself, .. await StaffClaims.Of(db, token.StaffId, Instant.From(clock.GetUtcNow()))]);
        return new Pass(caller, token.UsedAt ?? token.CreatedAt - TimeSpan.FromDays(1), token.ExpiresAt ?? Instant.Latest);
    }

    private async Task Note(string sql, Instant now, object key)
    {
        try
        {
            await database.Writer.Write(session => session.Run(sql, now.Micros, key));
        }
        catch (Exception problem) when (problem is DatabaseException or ObjectDisposedException)
        {
            log.LogWarning(problem, "when a caller was last seen could not be noted");
        }
    }

    private static ClaimsPrincipal Caller(string way, IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims, way, Me.NameClaim, Me.RoleClaim));

    private static string KeyOf(byte[] hash) => Convert.ToHexString(hash);

    private sealed record Reading(Instant At, Lazy<Task<Pass?>> Pass)
    {
        public bool IsFresh(Instant now) => now >= At && now - At < Trusted;
    }
}
