using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Handling;

/// <summary>A case whose order was just issued to 高岩, and the people who handle it, as browsers.</summary>
public abstract partial class HandlingWorld : IAsyncLifetime
{
    protected static readonly string[] Conduct =
    [
        "uniform",
        "badge",
        "tidy",
        "energetic",
        "phrases",
        "clear",
        "friendly",
        "water",
        "consent",
        "shoeCovers",
        "toolBox",
        "protection",
        "photos",
        "cleaned",
        "noSmoking",
        "noEating",
        "noToilet",
        "noGifts",
    ];

    protected TestApp App { get; private set; } = null!;
    protected HttpClient Department { get; private set; } = null!;
    protected HttpClient Specialist { get; private set; } = null!;
    protected string Number { get; private set; } = null!;

    protected CaseFile Case => App.Cases.Load(Number)!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartWithWorld();
        Number = await Complaint
            .Opened("2026-10-12 14:20", "3-2-1201", "飘窗渗漏，要求修复")
            .Then("order.submitted", "2026-10-12 14:35", "zhou", new { requiredBy = Complaint.At("2026-10-15 18:00").ToString() })
            .Then("order.approved", "2026-10-12 14:50", "deputy")
            .Then(
                "order.issued",
                "2026-10-12 15:00",
                "general",
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            )
            .In(App);
        Department = await App.SignedIn(World.Department);
        Specialist = await App.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        Department.Dispose();
        Specialist.Dispose();
        await App.DisposeAsync();
    }

    protected string Form(string type) => $"/cases/{Number}/events/{type}";

    protected static IEnumerable<(string Name, string Value)> AllWell(string answer = RecordField.Yes) =>
        Conduct.Select(item => ($"visit.conduct.{item}", answer));

    protected static (string Field, string Name, byte[] Bytes) Photo(string field, string name = "a.png") => (field, name, Pictures.Png());

    protected Task<HttpResponseMessage> Send(HttpClient who, string type, params (string Name, string Value)[] fields) =>
        Send(who, type, [], fields);

    /// <summary>The form of an event as a browser sends it, with its files.</summary>
    protected async Task<HttpResponseMessage> Send(
        HttpClient who,
        string type,
        (string Field, string Name, byte[] Bytes)[] files,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match(await who.GetStringAsync(new Uri($"/cases/{Number}", UriKind.Relative))).Groups["token"].Value;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(part, field, name);
        }

        return await who.PostAsync(new Uri(Form(type), UriKind.Relative), body);
    }

    protected async Task Done(
        HttpClient who,
        string type,
        (string Field, string Name, byte[] Bytes)[] files,
        params (string, string)[] fields
    )
    {
        using var answer = await Send(who, type, files, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    protected Task Done(HttpClient who, string type, params (string, string)[] fields) => Done(who, type, [], fields);

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();
}
