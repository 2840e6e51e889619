using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Model;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

/// <summary>My account: how I sign in, where I am signed in, and which programs act for me.</summary>
public sealed partial class ShowAccount
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account", Get).RequireAuthorization(Permissions.OwnAccount);
        routes.MapPost("/account/sessions/end", EndSessions).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
        routes.MapPost("/account/tokens/revocation", RevokeToken).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
    }

    /// <param name="Codes">How many recovery codes are left; null without a second step.</param>
    public sealed record View(
        Me Me,
        string User,
        int? Codes,
        int Passkeys,
        IReadOnlyList<View.Session> Sessions,
        IReadOnlyList<TokenLine> Tokens,
        bool Administrator,
        Words? Done
    )
    {
        public sealed record Session(string Id, string Browser, string Address, Instant StartedAt, Instant SeenAt, bool IsThis);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string? done,
        Reader reader,
        HttpContext http,
        UserManager<Account> accounts,
        Db db,
        Database database,
        CancellationToken cancellation
    )
    {
        if (await accounts.GetUserAsync(http.User) is not { } account)
        {
            return Results.NotFound();
        }

        int? codes = account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : null;
        var passkeys = await accounts.GetPasskeysAsync(account);
        var sessions = await SessionsOf(db, account, http.User.FindFirstValue(SigningIn.Sessions.Claim)!, reader.Now, cancellation);
        var tokens = await database.Tokens(account.StaffId, cancellation);
        var administrator = reader.Me!.Is(Administrators.Role);
        return Answer.Page<ShowAccount>(
            new View(reader.Me!, account.UserName!, codes, passkeys.Count, sessions, tokens, administrator, AccountTexts.Done(done ?? ""))
        );
    }

    /// <summary>The session the form names; without a name all but the one this is sent from.</summary>
    private static async Task<IResult> EndSessions(HttpContext http, Sessions sessions)
    {
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        await (
            (await http.Request.ReadFormAsync())["Id"].ToString() is { Length: > 0 } one
                ? sessions.End(account, one)
                : sessions.EndAll(account, except: http.User.FindFirstValue(SigningIn.Sessions.Claim)!)
        );
        return Answer.SeeOther("/account?done=sessions");
    }

    private static async Task<IResult> RevokeToken(HttpContext http, Reader reader, Database database, KnownCallers callers)
    {
        var form = await http.Request.ReadFormAsync();
        if (
            !long.TryParse(form["Id"], CultureInfo.InvariantCulture, out var id)
            || await ApiTokens.Revoke(database, id, reader.Me!.StaffId, reader.Now) is not { } ended
        )
        {
            return Results.NotFound();
        }

        callers.ForgetToken(ended);
        return Answer.SeeOther("/account?done=token");
    }

    private static async Task<List<View.Session>> SessionsOf(
        Db db,
        Account account,
        string current,
        Instant now,
        CancellationToken cancellation
    )
    {
        var sessions = await db.Set<SignInSession>()
            .AsNoTracking()
            .Where(session => session.AccountId == account.Id)
            .OrderByDescending(session => session.SeenAt)
            .ToListAsync(cancellation);
        return
        [
            .. sessions
                .Where(session => SigningIn.Sessions.EndOf(session) > now)
                .Select(session => new View.Session(
                    session.Id,
                    session.Browser,
                    session.Address,
                    session.StartedAt,
                    session.SeenAt,
                    session.Id == current
                ))
                .OrderByDescending(session => session.IsThis),
        ];
    }
}
