using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Shouwen.Watching.Contract;

namespace Shouwen.App.Tests.Watching;

/// <summary>Writes entries as people do, by the forms.</summary>
internal static class LedgerWorld
{
    public const string Today = "2026-10-12";

    public static Task<string> Write(this TestApp app, string who, string ledger, string place, params (string, string)[] fields) =>
        app.WriteOn(Today, who, ledger, place, fields);

    /// <summary>The address of the new entry.</summary>
    public static async Task<string> WriteOn(
        this TestApp app,
        string day,
        string who,
        string ledger,
        string place,
        params (string, string)[] fields
    )
    {
        using var visitor = await app.SignedIn(who);
        using var answer = await visitor.SubmitFrom(
            $"/ledgers/{ledger}/new?place={place}",
            $"/ledgers/{ledger}",
            [("place", place), ("day", day), .. fields]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Sends a form of the entry's page; the version is the page's.</summary>
    public static async Task<HttpStatusCode> Do(this TestApp app, string who, string entry, string step, params (string, string)[] fields)
    {
        using var visitor = await app.SignedIn(who);
        var form = step == "correction" ? $"{entry}/{step}" : entry;
        using var seen = await visitor.GetAsync(new Uri(form, UriKind.Relative));
        if (!seen.IsSuccessStatusCode)
        {
            return seen.StatusCode;
        }

        var page = Pages.Parse(await seen.Content.ReadAsStringAsync());
        var version = page.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "1";
        using var answer = await visitor.SubmitFrom(form, $"{entry}/{step}", [("version", version), .. fields]);
        return answer.StatusCode;
    }

    public static async Task<string[]> Texts(this TestApp app, string who, string page, string selector)
    {
        using var visitor = await app.SignedIn(who);
        return (await visitor.Page(page)).Texts(selector);
    }

    public static async Task<HttpStatusCode> Status(this TestApp app, string who, string page)
    {
        using var visitor = await app.SignedIn(who);
        using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>What verify would say about ledgers and decisions.</summary>
    public static List<string> Problems(this TestApp app)
    {
        var found = new List<string>();
        var database = app.Services.GetRequiredService<Database>();
        var check = new WatchingCheck(app.Services.GetRequiredService<LedgerBook>());
        using var session = database.Read();
        LogCheck.Run(
            session,
            null,
            problem => found.Add(problem.En),
            (key, rows) =>
            {
                if (!rows[0].Type.StartsWith("case.", StringComparison.Ordinal))
                {
                    check.Check(session, key, rows, problem => found.Add(problem.En));
                }
            }
        );
        WatchingCheck.CheckRest(database, problem => found.Add(problem.En));
        return found;
    }

    /// <summary>Decision, state and person of every item, oldest first.</summary>
    public static List<string> Items(this TestApp app)
    {
        using var session = app.Services.GetRequiredService<Database>().Read();
        return session.Query(
            "SELECT decision, state, subject FROM decision_item ORDER BY item_id",
            row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)}"
        );
    }
}
