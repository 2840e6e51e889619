using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

public sealed partial class SignIn
{
    internal const string AttemptLimit = "sign-in";

    /// <summary>Spends the same time on a name that does not exist as on a wrong password.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody(), Guid.NewGuid().ToString());

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Get).AllowAnonymous();
        routes.MapPost("/sign-in", Post).AllowAnonymous().RequireRateLimiting(AttemptLimit);
        routes.MapPost("/sign-out", SignOut).RequireAuthorization();
    }

    public sealed record Form
    {
        public string? User { get; init; }
        public string? Password { get; init; }
        public string? Back { get; init; }
    }

    public sealed record View(string? User, string? Back, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string? back, Reader reader) =>
        reader.Me is null ? Answer.Page<SignIn>(new View(null, back, null)) : Answer.SeeOther(back);

    private static async Task<IResult> Post([FromForm] Form form, SignInManager<Account> door)
    {
        if (string.IsNullOrWhiteSpace(form.User) || string.IsNullOrEmpty(form.Password))
        {
            var missing = string.IsNullOrWhiteSpace(form.User) ? AccountRefusals.UserMissing : AccountRefusals.PasswordMissing;
            return Answer.Page<SignIn>(new View(form.User, form.Back, missing.Sentence), StatusCodes.Status422UnprocessableEntity);
        }

        var account = await door.UserManager.FindByNameAsync(form.User.Trim());
        if (account is null)
        {
            door.UserManager.PasswordHasher.VerifyHashedPassword(Nobody(), NobodysHash, form.Password);
        }

        if (account is null || !(await door.CheckPasswordSignInAsync(account, form.Password, lockoutOnFailure: true)).Succeeded)
        {
            return Answer.Page<SignIn>(new View(form.User, form.Back, SignInTexts.Refused), StatusCodes.Status422UnprocessableEntity);
        }

        await door.SignInAsync(account, isPersistent: false);
        return Answer.SeeOther(form.Back);
    }

    private static async Task<IResult> SignOut(SignInManager<Account> door, HttpContext http)
    {
        // Bound forms are checked for antiforgery by their binding; this one binds nothing.
        if (!await http.IsFormOurs())
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        await door.SignOutAsync();
        return Answer.SeeOther("/sign-in");
    }

    private static Account Nobody() => new() { StaffId = "" };
}
