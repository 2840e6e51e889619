using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Begins and ends the sessions of an account. The cookie carries the session's id; who the caller is stands in the database.</summary>
internal sealed class Sessions(Database database, KnownCallers callers, TimeProvider clock)
{
    public const string Claim = "session";

    /// <summary>A session that nobody used for a working day is over; one that is used lasts a month at most.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int LongestBrowser = 100;

    private const string Insert =
        "INSERT INTO sign_in_session (id, account_id, staff_id, started_at, seen_at, address, browser) "
        + "VALUES (@id, @account, @staff, @started, @seen, @address, @browser)";

    private const string Sweep = "DELETE FROM sign_in_session WHERE account_id = @account AND (seen_at < @idle OR started_at < @longest)";

    private const string Ids = "SELECT id FROM sign_in_session WHERE account_id = @account AND id <> @except";

    private const string Delete = "DELETE FROM sign_in_session WHERE id = @id AND account_id = @account";

    private Instant Now => Instant.From(clock.GetUtcNow());

    public static Instant EndOf(SignInSession session) => Instant.Min(session.SeenAt + Idle, session.StartedAt + Longest);

    public async Task<string> Begin(Account account, HttpContext http)
    {
        var id = Secret.New();
        var now = Now;
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var browser = BrowserName.Of(http.Request.Headers.UserAgent.ToString());
        await database.Writer.Write(session =>
        {
            session.Run(Sweep, account.Id, (now - Idle).Micros, (now - Longest).Micros);
            return session.Run(
                Insert,
                id,
                account.Id,
                account.StaffId,
                now.Micros,
                now.Micros,
                address,
                browser[..Math.Min(browser.Length, LongestBrowser)]
            );
        });
        return id;
    }

    public async Task End(string accountId, string id)
    {
        await database.Writer.Write(session => session.Run(Delete, id, accountId));
        callers.ForgetSession(id);
    }

    /// <summary>All sessions of the account, but for the one its holder sits at.</summary>
    public async Task EndAll(string accountId, string except = "")
    {
        var ended = await database.Writer.Write(session =>
        {
            var ids = session.Query(Ids, row => row.Text(0), accountId, except);
            foreach (var id in ids)
            {
                session.Run(Delete, id, accountId);
            }

            return ids;
        });
        ended.ForEach(callers.ForgetSession);
    }

    /// <summary>Asked by the cookie at every request.</summary>
    public static async Task Admit(CookieValidatePrincipalContext cookie)
    {
        var callers = cookie.HttpContext.RequestServices.GetRequiredService<KnownCallers>();
        var id = cookie.Principal?.FindFirst(Claim)?.Value;
        if (id is not null && await callers.BySession(id) is { } caller)
        {
            cookie.ReplacePrincipal(caller);
            return;
        }

        cookie.RejectPrincipal();
        await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
