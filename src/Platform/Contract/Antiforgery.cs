using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shouwen.Platform.Contract;

public static class Antiforgery
{
    /// <summary>A change comes from one of our own pages or is not made: the form's token is asked for at the door.</summary>
    public static RouteHandlerBuilder AsksForForm(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(
                async (call, next) =>
                    call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                    && call.HttpContext.Request.HasFormContentType
                        ? await next(call)
                        : Results.StatusCode(StatusCodes.Status400BadRequest)
            );

    /// <summary>For a post that binds no form: minimal APIs check the token only where a form is bound.</summary>
    public static Task<bool> IsFormOurs(this HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}
