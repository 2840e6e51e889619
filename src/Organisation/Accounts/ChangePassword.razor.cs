using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

public sealed partial class ChangePassword
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/password", Get).RequireAuthorization(Permissions.OwnAccount);
        routes
            .MapPost("/account/password", Post)
            .RequireAuthorization(Permissions.OwnAccount)
            .AsksForForm()
            .RequireRateLimiting(SignIn.AttemptLimit);
    }

    public sealed record Form
    {
        public string? Current { get; init; }
        public string? New { get; init; }

        internal static Form Read(IFormCollection sent) => new() { Current = sent["Current"], New = sent["New"] };
    }

    public sealed record View(string User, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(HttpContext http, Door door) =>
        await door.UserManager.GetUserAsync(http.User) is { } account
            ? Answer.Page<ChangePassword>(new View(account.UserName!, null))
            : Results.NotFound();

    private static async Task<IResult> Post(HttpContext http, Door door, Sessions sessions)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (await door.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return Results.NotFound();
        }

        if ((await door.Ask(account, form.Current) ?? await AccountRefusals.Judge(door.UserManager, account, form.New)) is { } refusal)
        {
            var again = new View(account.UserName!, refusal.Sentence);
            return Answer.Page<ChangePassword>(again, StatusCodes.Status422UnprocessableEntity);
        }

        await door.UserManager.ChangePasswordAsync(account, form.Current!, form.New!);
        await sessions.EndAll(account.Id, except: http.User.FindFirstValue(Sessions.Claim)!);
        return Answer.SeeOther("/account?done=password");
    }
}
