using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouwen.Platform.Api;
using Shouwen.Platform.Contract;
using Shouwen.Platform.SignIn;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform;

public static class PlatformModule
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    public static void AddPlatform(this IServiceCollection services, Database database, TimeProvider clock)
    {
        services.TryAddSingleton(clock);
        services.AddSingleton(database);
        services.AddScoped(_ => Tracking(database));
        services.AddHttpContextAccessor();
        services.AddScoped<Reader>();
        services.AddSingleton<AssetPaths>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton(Html.Encoder);
        services.AddRazorComponents();
        services.AddApi(database);

        services.AddDataProtection().SetApplicationName("shouwen");
        services.AddSingleton<IXmlRepository, ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, keys) => options.XmlRepository = keys);
    }

    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", SwitchLanguage).AllowAnonymous().AsksForForm();
        routes.Map("/error/{code:int}", WentWrong).AllowAnonymous().DisableAntiforgery();
        routes.MapOpenApi(ApiDescription.Address).AllowAnonymous();
        routes.MapGet("/metrics", Metrics).AllowAnonymous();
        routes.ServiceProvider.GetRequiredService<MetricsText>().Listen();
    }

    /// <summary>What fails under /api is told to programs; pages keep their own way.</summary>
    public static void UseApiProblems(this IApplicationBuilder api) => api.UseMiddleware<ApiHead>().UseMiddleware<ApiProblems>();

    /// <summary>Once it is known who calls what.</summary>
    public static void UseApiQueries(this IApplicationBuilder api) => api.UseMiddleware<ApiQueries>();

    private static void AddApi(this IServiceCollection services, Database database)
    {
        services.AddSingleton<Idempotency>();
        services.AddSingleton(FileStore.Beside(database));
        services.AddSingleton<MetricsText>();
        services.AddSingleton(provider => new TimedWork(
            "api.answers",
            new Words("清理过期的接口应答", "Forget answers kept for keys of the API"),
            Rhythm.Every(ForgetEvery),
            (_, cancellation) => provider.GetRequiredService<Idempotency>().ForgetAll(cancellation)
        ));
        services.ConfigureHttpJsonOptions(json => ApiJson.SetUp(json.SerializerOptions));
        services.AddOpenApi(ApiDescription.Name, ApiDescription.SetUp);
    }

    private static IResult Metrics(MetricsText metrics) => Results.Text(metrics.Read(), "text/plain; version=0.0.4; charset=utf-8");

    /// <summary>Identity's store edits what it has read; everything else reads into views.</summary>
    private static Db Tracking(Database database)
    {
        var db = database.Context();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return db;
    }

    private static async Task<IResult> SwitchLanguage(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (to, back) = (form["to"].FirstOrDefault(), form["back"].FirstOrDefault());
        if (to is "zh" or "en")
        {
            var oneYear = TimeSpan.FromDays(365);
            var secure = http.Request.IsHttps;
            http.Response.Cookies.Append(
                Reader.LanguageCookie,
                to,
                new CookieOptions
                {
                    MaxAge = oneYear,
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = secure,
                    IsEssential = true,
                }
            );
        }

        return Answer.SeeOther(back);
    }

    private static RazorComponentResult<WentWrong> WentWrong(int code, HttpContext http)
    {
        var shown = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        var reference = shown >= 500 ? Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier : null;
        return new RazorComponentResult<WentWrong>(new { Code = shown, Reference = reference }) { StatusCode = shown };
    }
}
