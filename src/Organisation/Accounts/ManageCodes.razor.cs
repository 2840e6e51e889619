using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

/// <summary>The second step once it is on: new recovery codes, or turning it off; both ask for the password.</summary>
public sealed partial class ManageCodes
{
    internal const string Renew = "renew";
    internal const string TurnOff = "turn-off";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/account/codes/change", Post)
            .RequireAuthorization(Permissions.OwnAccount)
            .AsksForForm()
            .RequireRateLimiting(SignIn.AttemptLimit);

    public sealed record Form
    {
        public string? Password { get; init; }
        public string? Do { get; init; }

        internal static Form Read(IFormCollection sent) => new() { Password = sent["Password"], Do = sent["Do"] };
    }

    public sealed record View(Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Post(HttpContext http, Door door)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        var accounts = door.UserManager;
        if (await accounts.GetUserAsync(http.User) is not { TwoFactorEnabled: true } account)
        {
            return Answer.SeeOther("/account/codes");
        }

        if (await door.Ask(account, form.Password) is { } refusal)
        {
            return Answer.Page<ManageCodes>(new View(refusal.Sentence), StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Do != TurnOff)
        {
            var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, SetUpCodes.RecoveryCodes);
            return Answer.Page<ShowRecoveryCodes>(new ShowRecoveryCodes.View([.. codes!]));
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        return Answer.SeeOther("/account?done=codes-off");
    }
}
