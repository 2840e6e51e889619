using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>The button on the sign-in page: the browser asks for a challenge and sends back what the passkey made of it.</summary>
internal static class SignInWithPasskey
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", Options).AllowAnonymous().RequireRateLimiting(SignIn.AttemptLimit);
        routes.MapPost("/sign-in/passkey", Post).AllowAnonymous().RequireRateLimiting(SignIn.AttemptLimit);
    }

    internal sealed record Form
    {
        public string? Credential { get; init; }
        public string? Back { get; init; }
    }

    private static async Task<IResult> Options([FromForm] Form? form, Door door)
    {
        _ = form;
        return Results.Text(await door.MakePasskeyRequestOptionsAsync(null), "application/json");
    }

    private static async Task<IResult> Post([FromForm] Form form, Door door)
    {
        var result = await door.PasskeySignInAsync(form.Credential ?? "");
        if (result.Succeeded)
        {
            return Answer.SeeOther(form.Back);
        }

        var problem = result.IsLockedOut ? SignInTexts.Locked : SignInTexts.PasskeyUnknown;
        return Answer.Page<SignIn>(new SignIn.View(null, form.Back, problem), StatusCodes.Status422UnprocessableEntity);
    }
}
