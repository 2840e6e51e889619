using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>The button on the sign-in page: the browser asks for a challenge and sends back what the passkey made of it.</summary>
internal static class SignInWithPasskey
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", Options).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
        routes.MapPost("/sign-in/passkey", Post).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
    }

    private static async Task<IResult> Options(Door door) =>
        Results.Text(await door.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> Post(HttpContext http, Door door)
    {
        var form = await http.Request.ReadFormAsync();
        var (credential, back) = (form["Credential"].ToString(), form["Back"].ToString());
        var result = await door.PasskeySignInAsync(credential);
        if (result.Succeeded)
        {
            return Answer.SeeOther(back);
        }

        var problem = result.IsLockedOut ? SignInTexts.Locked : SignInTexts.PasskeyUnknown;
        return Answer.Page<SignIn>(new SignIn.View(null, back, problem), StatusCodes.Status422UnprocessableEntity);
    }
}
