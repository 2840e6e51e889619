using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>The owners' door: telephone, then the code that was sent to it.</summary>
public sealed partial class OwnerSignIn
{
    private const string Purpose = "the telephone an owner typed";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/owner", Get).AllowAnonymous();
        routes.MapPost("/owner", Ask).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
        routes.MapGet("/owner/code", GetCode).AllowAnonymous();
        routes.MapPost("/owner/code", Enter).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
        routes.MapPost("/owner/sign-out", SignOut).RequireAuthorization(Permissions.Owner).AsksForForm();
    }

    public sealed record Form
    {
        public string? Phone { get; init; }
        public string? For { get; init; }
        public string? Code { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Phone = sent["Phone"],
                For = sent["For"],
                Code = sent["Code"],
            };
    }

    /// <param name="For">The telephone, sealed, once a code was asked for.</param>
    public sealed record View(string? Phone, string? For, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<OwnerSignIn> Get() => Answer.Page<OwnerSignIn>(new View(null, null, null));

    private static async Task<IResult> Ask(HttpContext http, OwnerCodes codes, IDataProtectionProvider protection)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (OwnerCodes.Digits(form.Phone) is not { } digits)
        {
            return Again(new View(form.Phone, null, OwnerTexts.PhoneWrong));
        }

        await codes.Send(digits);
        return Answer.SeeOther("/owner/code?for=" + Uri.EscapeDataString(protection.CreateProtector(Purpose).Protect(digits)));
    }

    private static IResult GetCode(string? @for, IDataProtectionProvider protection) =>
        Open(@for, protection) is null ? Answer.SeeOther("/owner") : Answer.Page<OwnerSignIn>(new View(null, @for, null));

    private static async Task<IResult> Enter(HttpContext http, OwnerCodes codes, IDataProtectionProvider protection)
    {
        var form = Form.Read(await http.Request.ReadFormAsync());
        if (Open(form.For, protection) is not { } digits)
        {
            return Answer.SeeOther("/owner");
        }

        var code = string.Concat((form.Code ?? "").Where(char.IsAsciiDigit));
        if (await codes.Redeem(digits, code) is not { } secret)
        {
            return Again(new View(null, form.For, OwnerTexts.CodeWrong));
        }

        var cookie = OwnerScheme.SafeCookie(http.Request);
        cookie.MaxAge = OwnerCodes.SessionLife;
        http.Response.Cookies.Append(OwnerScheme.Cookie, secret, cookie);
        return Answer.SeeOther("/owner/cases");
    }

    private static async Task<IResult> SignOut(HttpContext http, OwnerCodes codes)
    {
        await codes.SignOut(http.Request.Cookies[OwnerScheme.Cookie] ?? "");
        http.Response.Cookies.Delete(OwnerScheme.Cookie, OwnerScheme.SafeCookie(http.Request));
        return Answer.SeeOther("/owner");
    }

    private static string? Open(string? text, IDataProtectionProvider protection)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protection.CreateProtector(Purpose).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RazorComponentResult<OwnerSignIn> Again(View view) =>
        Answer.Page<OwnerSignIn>(view, StatusCodes.Status422UnprocessableEntity);
}
