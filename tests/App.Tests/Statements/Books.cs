using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Statements;

/// <summary>October of the standing world and what people do with its statement.</summary>
internal static class Books
{
    public const string October = "/statements/2026-10";
    public const string November = "/statements/2026-11";

    public static readonly Instant SecondOfNovember = Complaint.At("2026-11-02 09:00");

    /// <summary>The leak of the reference screen, never finished: from 11 October on overdue, the chairman's from the 10th.</summary>
    public static async Task<string> Leak(TestApp app)
    {
        var number = await Complaint.Leak().In(app);
        await GoTo(app, SecondOfNovember);
        return number;
    }

    /// <summary>Moves the clock and lets time's own work be done.</summary>
    public static async Task GoTo(TestApp app, Instant now)
    {
        app.Clock.Now = now;
        await app.Cases.Sweep(now);
    }

    public static async Task Happens(this TestApp app, string number, string type, string at, string by, string data = "{}")
    {
        EventTypes.TryFind(type, out var found).ShouldBeTrue();
        var answer = await app.Cases.Append(new AppendRequest(number, [NewEvent.Of(found, Complaint.At(at), by, data)]));
        answer.Done.ShouldBeTrue(answer.Refusal?.Sentence.En);
        await app.Cases.Sweep(app.Clock.Now);
    }

    /// <summary>Somebody entered only now that gao had been at work on 13 October: 200 less for a missing entry (EG-35c).</summary>
    public static Task EntryOfThe13th(this TestApp app, string number) =>
        app.Happens(number, "progress.recorded", "2026-10-13 17:00", "gao", """{"text":"补记：现场已处理"}""");

    public static async Task<JsonNode> Statement(this TestApp app, string month = "2026-10", string who = World.Hr)
    {
        using var caller = await Caller.As(app, who);
        return (await caller.Get($"/statements/{month}")).Json;
    }

    public static decimal Total(this JsonNode statement) =>
        statement["totals"]!.AsArray().Sum(total => total!["amount"]!.GetValue<decimal>());

    public static async Task<HttpStatusCode> Deliver(this HttpClient visitor, string month = October)
    {
        using var answer = await visitor.SubmitFrom($"{month}/delivery", $"{month}/delivery");
        return answer.StatusCode;
    }

    /// <summary>The address of a person's line of a clause.</summary>
    public static async Task<string> Line(this HttpClient visitor, string page, string clause)
    {
        var document = await visitor.Page(page);
        return document.QuerySelectorAll(".lines a.link").First(link => link.TextContent.Trim() == clause).GetAttribute("href")!;
    }

    public static async Task<(HttpStatusCode Status, IDocument Page)> Settle(
        this HttpClient visitor,
        string line,
        params (string Name, string Value)[] fields
    )
    {
        var page = await visitor.Page(line);
        var seen = page.QuerySelector("input[name=Seen]")?.GetAttribute("value") ?? "";
        using var answer = await visitor.SubmitFrom(line, $"{line}/decisions", [.. fields, ("Seen", seen)]);
        return (answer.StatusCode, Pages.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
