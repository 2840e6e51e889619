using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
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
        routes.MapPost("/sign-in", Post).AllowAnonymous().AsksForForm().RequireRateLimiting(AttemptLimit);
        routes.MapPost("/sign-out", SignOut).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record Form
    {
        public string? User { get; init; }
        public string? Password { get; init; }
        public string? Back { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                User = sent["User"],
                Password = sent["Password"],
                Back = sent["Back"],
            };
    }

    public sealed record View(string? User, string? Back, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string? back, Reader reader) =>
        reader.Me is null ? Answer.Page<SignIn>(new View(null, back, null)) : Answer.SeeOther(back);

    private static async Task<IResult> Post(HttpContext http, Door door, WrongNames wrongNames)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (string.IsNullOrWhiteSpace(form.User) || string.IsNullOrEmpty(form.Password))
        {
            var missing = string.IsNullOrWhiteSpace(form.User) ? AccountRefusals.UserMissing : AccountRefusals.PasswordMissing;
            return Again(form, missing.Sentence);
        }

        var name = form.User.Trim();
        if (await door.UserManager.FindByNameAsync(name) is not { } account)
        {
            door.UserManager.PasswordHasher.VerifyHashedPassword(Nobody(), NobodysHash, form.Password);
            return Again(form, wrongNames.IsLockedAfter(name) ? SignInTexts.Locked : SignInTexts.Refused);
        }

        var result = await door.PasswordSignInAsync(account, form.Password, isPersistent: false, lockoutOnFailure: true);
        return result.RequiresTwoFactor ? Answer.SeeOther(EnterCode.Address(form.Back))
            : result.Succeeded ? Answer.SeeOther(form.Back)
            : Again(form, result.IsLockedOut ? SignInTexts.Locked : SignInTexts.Refused);
    }

    private static RazorComponentResult<SignIn> Again(Form form, Words problem) =>
        Answer.Page<SignIn>(new View(form.User, form.Back, problem), StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> SignOut(Door door)
    {
        await door.SignOutAsync();
        return Answer.SeeOther("/sign-in");
    }

    private static Account Nobody() => new() { StaffId = "" };
}
