using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Relating;

internal static class RelatedWorld
{
    /// <summary>Everything stored equals the replay of the log, the counts too.</summary>
    public static void ShouldVerify(this TestApp app)
    {
        var problems = new List<string>();
        var services = app.Services;
        var holders = services.GetRequiredService<PostHolders>().Now();
        new CaseVerification(services.GetRequiredService<Database>(), services.GetRequiredService<RuleLibrary>(), holders).Run(
            null,
            problem => problems.Add(problem.En)
        );
        problems.ShouldBeEmpty();
    }

    public static async Task Merges(this HttpClient who, string from, string into)
    {
        using var answer = await who.Submit($"/cases/{from}/merge", ("typed", into));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.OriginalString.ShouldBe($"/cases/{into}?alias={from}");
    }

    public static async Task Groups(this HttpClient who, string lead, params string[] members)
    {
        (string, string)[] fields = [("lead", lead), ("case", lead), .. members.Select(member => ("case", member))];
        using var answer = await who.Submit($"/cases/group?case={lead}", "/cases/group", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    public static Task<HttpResponseMessage> Submit(this HttpClient who, string page, string action, (string, string)[] fields) =>
        who.SubmitFrom(page, action, fields);

    public static async Task<(HttpStatusCode Status, string[] Says)> Tries(
        this HttpClient who,
        string page,
        string action,
        params (string, string)[] fields
    )
    {
        using var answer = await who.SubmitFrom(page, action, fields);
        return (answer.StatusCode, Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts("p.notice[role=alert]"));
    }
}
