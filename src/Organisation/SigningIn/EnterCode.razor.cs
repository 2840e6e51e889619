using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>The second step: a code of the authenticator app, or a recovery code.</summary>
public sealed partial class EnterCode
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/code", Get).AllowAnonymous();
        routes.MapPost("/sign-in/code", Post).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
    }

    public sealed record Form
    {
        public string? Code { get; init; }
        public bool Recovery { get; init; }
        public string? Back { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Code = sent["Code"],
                Recovery = sent["Recovery"] == "true",
                Back = sent["Back"],
            };
    }

    public sealed record View(bool Recovery, string? Back, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    internal static string Address(string? back, bool recovery = false)
    {
        var query = new QueryBuilder();
        if (back is { Length: > 0 })
        {
            query.Add("back", back);
        }

        if (recovery)
        {
            query.Add("recovery", "true");
        }

        return $"/sign-in/code{query}";
    }

    private static async Task<IResult> Get(string? back, bool? recovery, Door door) =>
        await door.GetTwoFactorAuthenticationUserAsync() is null
            ? Answer.SeeOther("/sign-in")
            : Answer.Page<EnterCode>(new View(recovery == true, back, null));

    private static async Task<IResult> Post(HttpContext http, Door door)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());

        // The first step has to be some minutes ago at most.
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return Answer.SeeOther("/sign-in");
        }

        if (await door.UserManager.IsLockedOutAsync(account))
        {
            return Again(form, SignInTexts.Locked);
        }

        var code = string.Concat((form.Code ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        if (form.Recovery)
        {
            if ((await door.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
            {
                return Answer.SeeOther(form.Back);
            }

            // Identity counts wrong codes of the app, but not wrong recovery codes.
            await door.UserManager.AccessFailedAsync(account);
            return Again(form, await door.UserManager.IsLockedOutAsync(account) ? SignInTexts.Locked : SignInTexts.RecoveryRefused);
        }

        var result = await door.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        return result.Succeeded
            ? Answer.SeeOther(form.Back)
            : Again(form, result.IsLockedOut ? SignInTexts.Locked : SignInTexts.CodeRefused);
    }

    private static RazorComponentResult<EnterCode> Again(Form form, Words problem) =>
        Answer.Page<EnterCode>(new View(form.Recovery, form.Back, problem), StatusCodes.Status422UnprocessableEntity);
}
