using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.RuleBooks;

/// <summary>EG-41: a region's own rules govern the region's new cases, whichever desk or program opens them.</summary>
public sealed class PlaceBookTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient general = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        general = await app.SignedIn(World.GeneralManager);
    }

    public async Task DisposeAsync()
    {
        general.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_new_case_takes_the_book_of_its_place_and_an_old_one_keeps_its_own()
    {
        var before = await Complaint.Opened("2026-10-12 08:00", "1-1", "之前").In(app);
        Take(Book("east", "east"));

        var inside = await Complaint.Opened("2026-10-12 09:00", "1-1", "华东").In(app);
        var outside = await Complaint.Opened("2026-10-12 09:00", "1-1", "华南", "HY").In(app);

        (app.Cases.Load(before)!.Rules, app.Cases.Load(inside)!.Rules, app.Cases.Load(outside)!.Rules).ShouldBe(("group", "east", "group"));
    }

    [Fact]
    public async Task Its_clocks_are_the_stricter_ones()
    {
        Take(Book("east", "east"));

        var number = await Complaint.Leak().In(app);

        var visit = app.Cases.Load(number)!.Judgement.Clocks.Single(clock => clock.Id == "visit");
        (visit.DueAt - visit.StartedAt).ShouldBe(TimeSpan.FromMinutes(45));
    }

    [Fact]
    public async Task The_pages_say_which_places_it_governs()
    {
        Take(Book("east", "east"));
        (await general.Page("/rules")).Texts(".applies").ShouldBe(["适用于华东大区的新案件"]);
        (await general.Page("/rules/east")).Texts(".applies").ShouldBe(["适用于华东大区的新案件"]);
        (await general.Page("/rules/group")).Texts(".applies").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[nowhere]", "nowhere")]
    [InlineData("[south, LA]", "LA")]
    [InlineData("[group]", "group")]
    [InlineData("[east]", "east")]
    public async Task A_draft_that_names_an_unknown_place_or_one_of_another_book_is_not_saved(string places, string wrong)
    {
        Take(Book("east", "east"), Book("south", "HY"));
        using var begun = await general.SubmitFrom("/rules/south", "/rules/south/drafts");
        var draft = begun.Headers.Location!.OriginalString;
        var text = Text("south", "HY").Replace("[HY]", places, StringComparison.Ordinal);

        using var refused = await general.Submit(draft, ("text", text), ("revision", "0"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        page.Body!.TextContent.ShouldContain("appliesTo");
        page.Body!.TextContent.ShouldContain(wrong);
        using var sound = await general.Submit(draft, ("text", Text("south", "south")), ("revision", "0"));
        sound.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_simulation_takes_the_cases_of_its_places_from_the_parent_and_no_others()
    {
        var inside = await Complaint.Leak().In(app);
        await Complaint.Opened("2026-10-08 09:00", "1-1", "华南", "HY").In(app);
        var east = Book("east", "east");
        Take(east);
        var rules = app.Services.GetRequiredService<RuleLibrary>();
        var database = app.Services.GetRequiredService<Database>();

        var result = new CaseSimulation(
            database,
            rules,
            PostHolders.Load(database),
            app.Services.GetRequiredService<OrganisationTree>().UpFrom
        ).Run(east, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1), Scope.WholeGroup, app.Clock.Now, (_, _) => true)!;

        result.Cases.ShouldBe(1);
        result.Differences.Single().Key.ShouldBe(inside);
        result.Total.After.Amount.ShouldBeGreaterThan(result.Total.Before.Amount);
    }

    [Fact]
    public void Two_files_for_one_place_are_refused_with_file_line_and_key()
    {
        using var folder = new TemporaryFolder();
        foreach (var shipped in Directory.EnumerateFiles(RuleFolderLocation.Rules, "*.yaml"))
        {
            File.Copy(shipped, Path.Combine(folder.Path, Path.GetFileName(shipped)));
        }

        File.WriteAllText(Path.Combine(folder.Path, "east.yaml"), Text("east", "east"));
        File.WriteAllText(Path.Combine(folder.Path, "quay.yaml"), Text("quay", "east"));

        var finding = RuleFolder.Load(folder.Path, RuleFolderLocation.Calendars).Findings.Single();

        (Path.GetFileName(finding.File), finding.Line, finding.Key).ShouldBe(("quay.yaml", 3, "appliesTo"));
    }

    private void Take(params RuleBook[] added)
    {
        var rules = app.Services.GetRequiredService<RuleLibrary>();
        var books = new Dictionary<string, RuleBook>(rules.Shipped, StringComparer.Ordinal);
        foreach (var book in added)
        {
            books[book.Name] = book;
        }

        rules.Take(books);
    }

    private RuleBook Book(string name, string place) =>
        RuleBookFile
            .ReadText(Text(name, place), name, parent => app.Services.GetRequiredService<RuleLibrary>().Shipped[parent])
            .Value.ShouldNotBeNull();

    private static string Text(string name, string place) =>
        $$"""
            name: {{name}}
            extends: group
            appliesTo: [{{place}}]
            title: {zh: 实施细则, en: Implementing rules}
            versions:
              - {effective: 2000-01-01, zh: 首版, en: First version}
            clocks:
              visit: {limit: 45m}
            consequences:
              overdue:
                tiers:
                  - {through: 7, clause: EG-36(1), accountable: 150, leader: 50}
                  - {through: 15, clause: EG-36(2), accountable: 200, leader: 100}

            """;
}
