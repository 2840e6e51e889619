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

/// <summary>What an administrator may do with a colleague's account: give one, unlock it, end its sessions. Never read a password.</summary>
public sealed partial class StaffAccount
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/staff/{id}/account").RequireAuthorization(Permissions.Administrator);
        account.MapGet("", Get);
        account.MapPost("/link", MakeLink).AsksForForm();
        account.MapPost("/unlocking", Unlock).AsksForForm();
        account.MapPost("/codes/removal", TurnOffCodes).AsksForForm();
        account.MapPost("/sessions/end", EndSessions).AsksForForm();
    }

    /// <param name="User">Null while there is no account.</param>
    /// <param name="Wanted">The user name that was refused.</param>
    /// <param name="Link">Shown in the answer to the one post that made it.</param>
    public sealed record View(
        string StaffId,
        string Name,
        string Post,
        string? User,
        bool Locked,
        bool Codes,
        int Sessions,
        string? Wanted = null,
        string? Link = null,
        Words? Problem = null,
        Words? Done = null
    );

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string id, string? done, Reader reader, UserManager<Account> accounts, Db db) =>
        await Load(id, reader, accounts, db) is { } view
            ? Answer.Page<StaffAccount>(view with { Done = AccountTexts.Done(done ?? "") })
            : Results.NotFound();

    private static async Task<IResult> MakeLink(
        string id,
        Reader reader,
        HttpContext http,
        UserManager<Account> accounts,
        Db db,
        PasswordLinks links,
        AccessLog log
    )
    {
        if (await Load(id, reader, accounts, db) is not { } view)
        {
            return Results.NotFound();
        }

        var user = (await http.Request.ReadFormAsync())["User"].ToString();
        if (view.User is null && await Create(id, user.Trim(), accounts) is { } refusal)
        {
            var again = view with { Wanted = user, Problem = refusal.Sentence };
            return Answer.Page<StaffAccount>(again, StatusCodes.Status422UnprocessableEntity);
        }

        await log.Note(reader.Me!, "account.link", id);
        var account = (await Find(id, accounts))!;
        var link = $"{http.Request.Scheme}://{http.Request.Host}{await links.Open(account.Id)}";
        return Answer.Page<StaffAccount>(view with { User = account.UserName, Link = link });
    }

    private static Task<IResult> Unlock([AsParameters] Act act) =>
        With(
            act,
            "unlocked",
            async account =>
            {
                await act.Accounts.SetLockoutEndDateAsync(account, null);
                await act.Accounts.ResetAccessFailedCountAsync(account);
            }
        );

    private static Task<IResult> TurnOffCodes([AsParameters] Act act) =>
        With(
            act,
            "codes-off",
            async account =>
            {
                await act.Accounts.SetTwoFactorEnabledAsync(account, enabled: false);
                await act.Accounts.ResetAuthenticatorKeyAsync(account);
            }
        );

    private static Task<IResult> EndSessions([AsParameters] Act act, Sessions sessions) =>
        With(act, "ended", account => sessions.EndAll(account.Id));

    private static async Task<IResult> With(Act act, string done, Func<Account, Task> change)
    {
        if (await Find(act.Id, act.Accounts) is not { } account)
        {
            return Results.NotFound();
        }

        await act.Log.Note(act.Reader.Me!, $"account.{done}", act.Id);
        await change(account);
        return Answer.SeeOther($"/staff/{Uri.EscapeDataString(act.Id)}/account?done={done}");
    }

    internal sealed record Act(string Id, Reader Reader, UserManager<Account> Accounts, AccessLog Log);

    private static async Task<Refusal?> Create(string staffId, string user, UserManager<Account> accounts)
    {
        var result = user.Length == 0 ? null : await accounts.CreateAsync(new Account { UserName = user, StaffId = staffId });
        return result is null ? AccountRefusals.UserMissing
            : result.Succeeded ? null
            : AccountRefusals.For(result.Errors.First());
    }

    private static Task<Account?> Find(string staffId, UserManager<Account> accounts) =>
        accounts.Users.FirstOrDefaultAsync(account => account.StaffId == staffId);

    private static async Task<View?> Load(string id, Reader reader, UserManager<Account> accounts, Db db)
    {
        if (await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == id) is not { } staff)
        {
            return null;
        }

        if (await Find(id, accounts) is not { } account)
        {
            return new View(id, staff.Name, staff.Post, null, Locked: false, Codes: false, Sessions: 0);
        }

        var alive = reader.Now - SigningIn.Sessions.Idle;
        var sessions = await db.Set<SignInSession>().CountAsync(session => session.AccountId == account.Id && session.SeenAt > alive);
        var locked = await accounts.IsLockedOutAsync(account);
        return new View(id, staff.Name, staff.Post, account.UserName, locked, account.TwoFactorEnabled, sessions);
    }
}
