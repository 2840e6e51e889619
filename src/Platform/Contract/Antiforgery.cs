using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shouwen.Platform.Contract;

public static class Antiforgery
{
    /// <summary>For a post that binds no form: minimal APIs check the token only where a form is bound.</summary>
    public static Task<bool> IsFormOurs(this HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}
