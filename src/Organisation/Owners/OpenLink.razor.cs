using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>A link that opens one case: the secret goes from the address into a cookie, so that it stays in no history and no picture.</summary>
public sealed partial class OpenLink
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/o/{secret}", Get).AllowAnonymous().RequireRateLimiting(SignIn.AttemptLimit);

    private static IResult Get(string secret, HttpContext http, Database database, CaseOfLink links, Reader reader)
    {
        using var session = database.Read();
        if (links(session, OwnerLinks.Digest(secret), reader.Now) is not { } number)
        {
            return Answer.Page<OpenLink>(new object(), StatusCodes.Status404NotFound);
        }

        http.Response.Cookies.Append(OwnerScheme.LinkCookie, secret, OwnerScheme.SafeCookie(http.Request));
        return Answer.SeeOther($"/owner/cases/{Uri.EscapeDataString(number)}");
    }
}
