using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>Who reads this page, in which language, and when: what every component may ask.</summary>
public sealed class Reader(IHttpContextAccessor http, TimeProvider clock, ScopeOfPlace scopes)
{
    public const string LanguageCookie = "language";

    private Language? language;
    private Me? me;

    public Language Language => language ??= Choose(Request.Cookies[LanguageCookie], Request.Headers.AcceptLanguage);

    /// <summary>One moment for the whole page: two clocks on it never disagree about what time it is.</summary>
    public Instant Now { get; } = Instant.From(clock.GetUtcNow());

    public Me? Me => me ??= Me.From(http.HttpContext!.User, scopes);

    public string Path => Request.Path;

    /// <summary>A value of the address as it was sent; null when it is not there.</summary>
    public string? Asked(string name) => Request.Query[name];

    public string PathAndQuery => Request.PathBase + Request.Path + Request.QueryString;

    /// <summary>htmx asks for the fragment; going back in history wants the whole page.</summary>
    public bool WantsFragment => Request.Headers.ContainsKey("HX-Request") && !Request.Headers.ContainsKey("HX-History-Restore-Request");

    public string Say(Words words) => words.In(Language);

    private HttpRequest Request => http.HttpContext!.Request;

    /// <summary>The reader's own choice, else the first of the browser's languages that we speak, else Chinese.</summary>
    internal static Language Choose(string? cookie, StringValues acceptLanguage)
    {
        if (cookie is "zh" or "en")
        {
            return cookie == "zh" ? Language.Chinese : Language.English;
        }

        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var accepted))
        {
            return Language.Chinese;
        }

        var spoken = accepted
            .Where(entry => entry.Quality is not 0)
            .OrderByDescending(entry => entry.Quality ?? 1)
            .Select(entry => entry.Value.Value ?? "")
            .FirstOrDefault(tag => IsOf(tag, "zh") || IsOf(tag, "en"));
        return spoken is not null && IsOf(spoken, "en") ? Language.English : Language.Chinese;
    }

    private static bool IsOf(string tag, string language) => tag.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}
