using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

/// <summary>Turning on the second step: the app learns the key, and proves it with a code.</summary>
public sealed partial class SetUpCodes
{
    internal const int RecoveryCodes = 10;

    private const string Issuer = "首问";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/codes", Get).RequireAuthorization(Permissions.OwnAccount);
        routes
            .MapPost("/account/codes", Post)
            .RequireAuthorization(Permissions.OwnAccount)
            .AsksForForm()
            .RequireRateLimiting(SignIn.AttemptLimit);
    }

    public sealed record View(string Address, string Key, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(HttpContext http, UserManager<Account> accounts) =>
        await accounts.GetUserAsync(http.User) switch
        {
            null => Results.NotFound(),
            { TwoFactorEnabled: true } => Answer.Page<ManageCodes>(new ManageCodes.View(null)),
            var account => Page(account, await KeyOf(account, accounts), null),
        };

    private static async Task<IResult> Post(HttpContext http, UserManager<Account> accounts)
    {
        if (await accounts.GetUserAsync(http.User) is not { TwoFactorEnabled: false } account)
        {
            return Answer.SeeOther("/account/codes");
        }

        var code = string.Concat((await http.Request.ReadFormAsync())["Code"].ToString().Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return Page(account, await KeyOf(account, accounts), SignInTexts.CodeRefused);
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        return Answer.Page<ShowRecoveryCodes>(new ShowRecoveryCodes.View([.. codes!]));
    }

    private static async Task<string> KeyOf(Account account, UserManager<Account> accounts)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key)
        {
            return key;
        }

        await accounts.ResetAuthenticatorKeyAsync(account);
        return (await accounts.GetAuthenticatorKeyAsync(account))!;
    }

    private static RazorComponentResult<SetUpCodes> Page(Account account, string key, Words? problem)
    {
        var inFours = string.Join(' ', key.Chunk(4).Select(letters => new string(letters)));
        var view = new View(Totp.Address(Issuer, account.UserName!, key), inFours, problem);
        return Answer.Page<SetUpCodes>(view, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
