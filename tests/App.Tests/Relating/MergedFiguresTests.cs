using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Messaging;
using Shouwen.App.Tests.Statements;
using Shouwen.App.Tests.Web;
using Shouwen.Messaging.Sending;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Relating;

/// <summary>What a merged case was charged and missed stays its own; what becomes of its number is told to other programs.</summary>
public sealed class MergedFiguresTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string goes = "";
    private string stays = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        goes = await Complaint.Leak().In(app);
        stays = await Complaint.Opened("2026-10-12 15:00", "3-2-1203", "楼上渗水").In(app);
        zhou = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Its_lines_stay_in_the_statement_and_each_opens_its_own_reason()
    {
        await zhou.Merges(goes, stays);
        await Books.GoTo(app, Books.SecondOfNovember);
        var statement = await app.Statement();
        var lines = statement["lines"]!.AsArray().Where(line => $"{line!["case"]}" == goes).ToList();
        lines.Select(line => $"{line!["clause"]} {line["subject"]} {line["units"]}").ShouldContain("EG-36(1) chen 2");
        await app.StatementShouldBeWhatReplaySays("2026-10", goes, stays);

        using var hr = await app.SignedIn(World.Hr);
        var page = await hr.Page(Books.October);
        var links = page.QuerySelectorAll(".lines li")
            .Where(line => line.TextContent.Contains(goes, StringComparison.Ordinal))
            .Select(line =>
                (Line: line.QuerySelector("a.link")!.GetAttribute("href")!, Case: line.QuerySelector("p a")!.GetAttribute("href")!)
            )
            .ToList();
        links.Count.ShouldBe(lines.Count);
        foreach (var (line, reasons) in links)
        {
            (await hr.Page(line)).Texts(".why-box .sentence").Length.ShouldBe(1, line);
            (await hr.Page(reasons)).Texts("h1").Single().ShouldContain(goes);
        }
    }

    [Fact]
    public async Task As_a_program_reads_it_it_was_judged_when_it_was_merged()
    {
        await zhou.Merges(goes, stays);
        await Books.GoTo(app, Books.SecondOfNovember);
        using var general = await Caller.As(app, World.GeneralManager);
        var merged = (await general.Get($"/cases/{goes}/merged")).Json;
        merged["into"]!.GetValue<string>().ShouldBe(stays);
        merged["judgedAt"]!.GetValue<string>().ShouldBe(TestApp.Monday.ToString());
        await app.ShouldBeWhatReplaySays(goes);
        (await general.Get($"/cases/{stays}/merged")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var elsewhere = await Caller.As(app, World.OtherSpecialist);
        (await elsewhere.Get($"/cases/{goes}/merged")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var reader = await Caller.As(app, World.Reader);
        (await reader.Get($"/cases/{goes}/merged")).Json["penalties"].ShouldBeNull();
    }

    [Fact]
    public async Task In_the_ranking_a_deadline_it_had_missed_counts_and_one_it_had_not_reached_does_not()
    {
        // The leak was to be done on the 11th; this one has until the 16th.
        var early = await MessagingWorld.Order(TestApp.Monday, "3-2-1204", TimeSpan.FromDays(4)).In(app);
        await zhou.Merges(goes, stays);
        await zhou.Merges(early, stays);
        await Books.GoTo(app, Books.SecondOfNovember);
        using var deputy = await app.SignedIn(World.DeputyManager);
        (await deputy.Page("/rankings/2026-10/LA/onTime")).Texts("tbody tr").ShouldBe([$"{goes} 澜岸 3-2-1201 超时"]);
        app.ShouldVerify();
    }

    [Fact]
    public async Task Every_household_of_a_group_counts_for_itself_in_ranking_and_statement()
    {
        var member = await Complaint.Leak().In(app);
        await zhou.Groups(goes, member);
        await Books.GoTo(app, Books.SecondOfNovember);
        using var deputy = await app.SignedIn(World.DeputyManager);
        (await deputy.Page("/rankings/2026-10/LA/onTime")).Texts("tbody tr").Length.ShouldBe(2);
        var said = await app.StatementShouldBeWhatReplaySays("2026-10", goes, stays, member);
        Of(said, goes).ShouldBe(Of(said, member));

        static string[] Of(JsonNode statement, string number) =>
            [
                .. statement["lines"]!
                    .AsArray()
                    .Where(line => $"{line!["case"]}" == number)
                    .Select(line => $"{line!["clause"]} {line["subject"]} {line["units"]} {line["amount"]}"),
            ];
    }

    [Fact]
    public async Task Web_hooks_tell_that_a_number_leads_elsewhere_now()
    {
        await using var receiver = await FakeGateway.Start();
        using var admin = await app.SignedIn(World.Administrator);
        using var made = await admin.SubmitFrom("/hooks", "/hooks", ("Url", receiver.Url + "/in"), ("Kinds", "case.*"));
        await zhou.Merges(goes, stays);
        await app.Services.GetRequiredService<Dispatcher>().Run(CancellationToken.None);
        receiver
            .Requests.Select(request => JsonNode.Parse(request.Text)!)
            .Select(body => $"{body["kind"]} {body["case"]} {body["ties"]}")
            .ShouldBe([$"case.recorded {goes} case.merged", $"case.recorded {stays} case.merged"], ignoreOrder: true);
        using var caller = await Caller.As(app);
        (await caller.Get($"/cases/{goes}")).Text("number").ShouldBe(stays);
    }
}
