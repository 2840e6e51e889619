using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Where the link of an administrator leads: a person sets the first or a new password.</summary>
public sealed partial class SetPassword
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/set-password/{secret}", Get).AllowAnonymous();
        routes.MapPost("/set-password/{secret}", Post).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
    }

    public sealed record View(string Secret, string User, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string secret, PasswordLinks links, UserManager<Account> accounts) =>
        await Find(secret, links, accounts) is { } account
            ? Answer.Page<SetPassword>(new View(secret, account.UserName!, null))
            : Results.NotFound();

    private static async Task<IResult> Post(
        string secret,
        HttpContext http,
        PasswordLinks links,
        UserManager<Account> accounts,
        Sessions sessions
    )
    {
        if (await Find(secret, links, accounts) is not { } account)
        {
            return Results.NotFound();
        }

        string? password = (await http.Request.ReadFormAsync())["Password"];
        if (await AccountRefusals.Judge(accounts, account, password) is { } refusal)
        {
            var again = new View(secret, account.UserName!, refusal.Sentence);
            return Answer.Page<SetPassword>(again, StatusCodes.Status422UnprocessableEntity);
        }

        if (!await links.Use(secret))
        {
            return Results.NotFound();
        }

        await accounts.RemovePasswordAsync(account);
        await accounts.AddPasswordAsync(account, password!);
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        await sessions.EndAll(account.Id);
        return Answer.SeeOther("/sign-in");
    }

    private static async Task<Account?> Find(string secret, PasswordLinks links, UserManager<Account> accounts) =>
        await links.AccountOf(secret) is { } id ? await accounts.FindByIdAsync(id) : null;
}
