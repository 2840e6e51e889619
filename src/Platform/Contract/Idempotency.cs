using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// <c>Idempotency-Key</c>: a program that does not know whether its request arrived may send it again. The answer is
/// committed in the same savepoint as what the request did, so a crash loses both or neither.
/// </summary>
public sealed class Idempotency(Database database, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private const string Find =
        "SELECT request, status, location, tag, body FROM kept_answer WHERE caller = @caller AND key = @key AND at > @since";

    private const string Forget = "DELETE FROM kept_answer WHERE caller = @caller AND key = @key";

    private const string Keep =
        "INSERT INTO kept_answer (caller, key, request, status, location, tag, body, at)"
        + " VALUES (@caller, @key, @request, @status, @location, @tag, @body, @at)";

    private const string ForgetOld =
        "DELETE FROM kept_answer WHERE (caller, key) IN (SELECT caller, key FROM kept_answer WHERE at <= @until LIMIT @most)";

    private static readonly Problem BadKey = new(
        StatusCodes.Status400BadRequest,
        "idempotency.key",
        new Words($"{Header} 是 1 到 {LongestKey} 个可见的 ASCII 字符", $"{Header} is 1 to {LongestKey} visible ASCII characters")
    );

    private static readonly Problem UnderWay = new(
        StatusCodes.Status409Conflict,
        "idempotency.underWay",
        new Words("同一个 Idempotency-Key 的请求还在处理", "a request with the same Idempotency-Key is still being handled")
    );

    private static readonly Problem OtherBody = new(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency.otherBody",
        new Words("这个 Idempotency-Key 已用于另一个请求", "this Idempotency-Key was used for another request")
    );

    private readonly ConcurrentDictionary<(string Caller, string Key), bool> underWay = [];

    /// <summary>
    /// Does the work in the writer, once for each key. Whatever the work depends on besides the body (the time, the state)
    /// it must look at inside, so that a request sent again is answered and not judged anew.
    /// </summary>
    public async Task<IResult> Once(HttpContext http, string caller, ReadOnlyMemory<byte> body, Func<WriteSession, ApiAnswer> work)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var given))
        {
            return await database.Writer.Write(work, http.RequestAborted);
        }

        if (given is not [{ Length: > 0 and <= LongestKey } key] || key.Any(c => c is < '!' or > '~'))
        {
            return BadKey;
        }

        if (!underWay.TryAdd((caller, key), value: true))
        {
            return UnderWay;
        }

        try
        {
            var request = Digest(http.Request, body.Span);
            var answer = await database.Writer.Write(session => Answer(session, caller, key, request, work), http.RequestAborted);
            return answer is null ? OtherBody : answer;
        }
        finally
        {
            underWay.TryRemove((caller, key), out _);
        }
    }

    /// <summary>
    /// The same for a form of a page, inside the caller's own write: where it led when it came the first time, or null. The key
    /// was given to the form when it was shown.
    /// </summary>
    public string? Led(Session session, string who, string once) =>
        session.Query(Find, row => row.TextOrNull(2), FormOf(who), once, Since().Micros).FirstOrDefault();

    /// <summary>Where it leads from now on.</summary>
    public void Lead(WriteSession session, string who, string once, string path) =>
        session.Run(
            Keep,
            FormOf(who),
            once,
            Array.Empty<byte>(),
            StatusCodes.Status303SeeOther,
            path,
            null,
            Array.Empty<byte>(),
            Now().Micros
        );

    /// <summary>Forms and programs of one person keep apart.</summary>
    private static string FormOf(string who) => $"form {who}";

    /// <summary>Forgets answers older than a week, some at a time; returns how many.</summary>
    public Task<int> ForgetSome(int most, CancellationToken cancellation) =>
        database.Writer.Write(session => session.Run(ForgetOld, Since().Micros, most), cancellation);

    /// <summary>The same until none is left, in commits that nobody has to wait for long.</summary>
    public async Task<long> ForgetAll(CancellationToken cancellation)
    {
        const int atATime = 1000;
        var forgotten = 0L;
        int some;
        do
        {
            some = await ForgetSome(atATime, cancellation);
            forgotten += some;
        } while (some == atATime);

        return forgotten;
    }

    private ApiAnswer? Answer(WriteSession session, string caller, string key, byte[] request, Func<WriteSession, ApiAnswer> work)
    {
        var kept = session.Query(
            Find,
            row =>
                (
                    Request: row.Bytes(0),
                    Answer: new ApiAnswer(row.Int(1), row.Bytes(4))
                    {
                        Location = row.TextOrNull(2),
                        ETag = row.TextOrNull(3),
                        Replayed = true,
                    }
                ),
            caller,
            key,
            Since().Micros
        );
        if (kept.Count > 0)
        {
            return kept[0].Request.AsSpan().SequenceEqual(request) ? kept[0].Answer : null;
        }

        var answer = work(session);
        session.Run(Forget, caller, key);
        session.Run(Keep, caller, key, request, answer.Status, answer.Location, answer.ETag, answer.Body, Now().Micros);
        return answer;
    }

    private static byte[] Digest(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private Instant Now() => Instant.From(clock.GetUtcNow());

    private Instant Since() => Now() - KeptFor;
}
