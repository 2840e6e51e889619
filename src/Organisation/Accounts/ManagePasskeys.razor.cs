using System.Buffers.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

public sealed partial class ManagePasskeys
{
    private const int LongestName = 60;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/passkeys", Get).RequireAuthorization(Permissions.OwnAccount);
        routes
            .MapPost("/account/passkeys/options", Options)
            .RequireAuthorization(Permissions.OwnAccount)
            .AsksForForm()
            .RequireRateLimiting(SignIn.AttemptLimit);
        routes.MapPost("/account/passkeys", Post).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
        routes.MapPost("/account/passkeys/name", Rename).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
        routes.MapPost("/account/passkeys/removal", Remove).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
    }

    public sealed record Form
    {
        public string? Id { get; init; }
        public string? Name { get; init; }
        public string? Password { get; init; }
        public string? Credential { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Id = sent["Id"],
                Name = sent["Name"],
                Password = sent["Password"],
                Credential = sent["Credential"],
            };
    }

    public sealed record View(IReadOnlyList<View.Passkey> Passkeys, Words? Problem)
    {
        public sealed record Passkey(string Id, string Name, Instant CreatedAt);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(HttpContext http, Reader reader, UserManager<Account> accounts) =>
        await accounts.GetUserAsync(http.User) is { } account ? await Page(account, reader, accounts, null) : Results.NotFound();

    /// <summary>The first half: who sits here proves it by the password, and the browser gets its challenge.</summary>
    private static async Task<IResult> Options(HttpContext http, Reader reader, Door door)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (await door.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return Results.NotFound();
        }

        if (await door.Ask(account, form.Password) is { } refusal)
        {
            return Results.Text(reader.Say(refusal.Sentence), statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var holder = new PasskeyUserEntity
        {
            Id = account.Id,
            Name = account.UserName!,
            DisplayName = reader.Me!.Name,
        };
        return Results.Text(await door.MakePasskeyCreationOptionsAsync(holder), "application/json");
    }

    private static async Task<IResult> Post(HttpContext http, Reader reader, Door door)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (await door.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return Results.NotFound();
        }

        var made = await door.PerformPasskeyAttestationAsync(form.Credential ?? "");
        if (!made.Succeeded || made.UserEntity.Id != account.Id)
        {
            return await Page(account, reader, door.UserManager, AccountTexts.PasskeyFailed);
        }

        made.Passkey.Name = NameIn(form, reader);
        await door.UserManager.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return Answer.SeeOther("/account/passkeys");
    }

    private static async Task<IResult> Rename(HttpContext http, Reader reader, UserManager<Account> accounts)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (await Find(form, http, accounts) is not var (account, passkey))
        {
            return Results.NotFound();
        }

        passkey.Name = NameIn(form, reader);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return Answer.SeeOther("/account/passkeys");
    }

    private static async Task<IResult> Remove(HttpContext http, UserManager<Account> accounts)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (await Find(form, http, accounts) is not var (account, passkey))
        {
            return Results.NotFound();
        }

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return Answer.SeeOther("/account/passkeys");
    }

    private static async Task<(Account Account, UserPasskeyInfo Passkey)?> Find(
        Form form,
        HttpContext http,
        UserManager<Account> accounts
    ) =>
        Base64Url.IsValid(form.Id)
        && await accounts.GetUserAsync(http.User) is { } account
        && await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(form.Id)) is { } passkey
            ? (account, passkey)
            : null;

    private static string NameIn(Form form, Reader reader) =>
        form.Name?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : reader.Say(AccountTexts.PasskeyUnnamed);

    private static async Task<IResult> Page(Account account, Reader reader, UserManager<Account> accounts, Words? problem)
    {
        var passkeys = await accounts.GetPasskeysAsync(account);
        var lines = passkeys
            .OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new View.Passkey(
                Base64Url.EncodeToString(passkey.CredentialId),
                passkey.Name ?? reader.Say(AccountTexts.PasskeyUnnamed),
                Instant.From(passkey.CreatedAt)
            ));
        return Answer.Page<ManagePasskeys>(
            new View([.. lines], problem),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}
