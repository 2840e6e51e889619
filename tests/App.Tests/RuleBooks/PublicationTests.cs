using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.CommandLine;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.RuleDesk.Publishing;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.RuleBooks;

/// <summary>EG-46: a draft becomes a version from a moment that lies ahead; what has begun keeps its version, here and in every process.</summary>
public sealed class PublicationTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> NoTimers = new(StringComparer.Ordinal) { ["Timers:Enabled"] = "false" };

    private TestApp app = null!;
    private HttpClient general = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld(NoTimers);
        general = await app.SignedIn(World.GeneralManager);
    }

    public async Task DisposeAsync()
    {
        general.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-10-12", "2026-10-12T15:41:00+08:00")]
    [InlineData("2026-10-13", "2026-10-13T00:00:00+08:00")]
    public void It_takes_effect_at_midnight_or_a_minute_from_now(string date, string from) =>
        PublishDraft.EffectiveFrom(DateOnly.Parse(date, null), TestApp.Monday).ToString().ShouldBe(from);

    [Fact]
    public void Close_before_midnight_it_still_lies_a_minute_ahead() =>
        PublishDraft
            .EffectiveFrom(new DateOnly(2026, 10, 13), Instant.Parse("2026-10-12T23:59:30+08:00"))
            .ToString()
            .ShouldBe("2026-10-13T00:01:00+08:00");

    [Fact]
    public async Task EG_46_a_cycle_is_judged_by_the_version_in_force_at_its_first_event()
    {
        var before = await Issued("2026-10-12 10:00");
        await Publish("2026-10-12");
        app.Clock.Now = Complaint.At("2026-10-12 18:00");
        var last = await Issued("2026-10-12 15:40");
        var first = await Issued("2026-10-12 15:41");

        VisitLimit(before).ShouldBe(TimeSpan.FromMinutes(60));
        VisitLimit(last).ShouldBe(TimeSpan.FromMinutes(60));
        VisitLimit(first).ShouldBe(TimeSpan.FromMinutes(45));
        app.Cases.Load(first)!.Judgement.Pins.Single().RuleVersion.ShouldBe("2026-10-12T15:41");
        Verified(Rules).ShouldBeEmpty();

        // The verb loads the same books from the same database.
        using var input = new MemoryStream();
        using var output = new MemoryStream();
        await using var said = new StringWriter();
        var code = await Verbs.Run(
            ["verify", "--database", app.DatabaseFile],
            new Terminal(input, output, said, said, Language.English, app.Clock)
        );
        code.ShouldBe(0, said.ToString());
    }

    [Fact]
    public async Task Whoever_judges_without_the_published_version_finds_other_figures()
    {
        await Publish("2026-10-12");
        app.Clock.Now = Complaint.At("2026-10-12 18:00");
        await Issued("2026-10-12 15:41");
        Verified(RuleFolderLocation.Load().Value!).ShouldNotBeEmpty("the test above would pass without the feature");
    }

    [Fact]
    public async Task Another_process_takes_it_over_and_a_new_one_begins_with_it()
    {
        await using var beside = await app.Beside(NoTimers);
        await Publish("2026-10-20");
        Versions(beside).ShouldBe(["2000-01-01"]);
        beside.Services.GetRequiredService<PublishedBooks>().TakeOver().ShouldBe(1);
        beside.Services.GetRequiredService<PublishedBooks>().TakeOver().ShouldBe(0);
        Versions(beside).ShouldBe(["2000-01-01", "2026-10-20"]);
        await using var restarted = await app.Beside(NoTimers);
        Versions(restarted).ShouldBe(["2000-01-01", "2026-10-20"]);
    }

    [Fact]
    public async Task All_versions_are_kept_to_be_read_and_compared()
    {
        await Publish("2026-10-20");
        var page = await general.Page("/rules/group");
        page.Texts(".contents .tag").ShouldBe(["待生效", "现行"]);
        page.QuerySelector("#clause-EG-22")!.Texts(".figures-of li").ShouldContain("上门 时限 60 分钟");
        (await general.Page("/rules/group?version=2026-10-20"))
            .QuerySelector("#clause-EG-22")!
            .Texts(".figures-of li")
            .ShouldContain("上门 时限 45 分钟");
        (await general.Page("/rules/comparison?from=group@2000-01-01&to=group@2026-10-20"))
            .Texts("tbody tr")
            .ShouldContain("EG-22 clocks.visit.limit 60m 45m");
        app.AccessNotes().ShouldContain((World.GeneralManager, "rules.published", "group@2026-10-20"));
    }

    [Fact]
    public async Task A_later_publication_replaces_what_was_to_come_and_nothing_that_was()
    {
        await Publish("2026-10-20");
        await Publish("2026-10-15", "limit: 40m}");
        Versions(app).ShouldBe(["2000-01-01", "2026-10-15"]);
        app.Clock.Now = Complaint.At("2026-10-16 09:00");
        general.Dispose();
        general = await app.SignedIn(World.GeneralManager);
        await Publish("2026-10-20", "limit: 35m}");
        Versions(app).ShouldBe(["2000-01-01", "2026-10-15", "2026-10-20"]);
    }

    [Theory]
    [InlineData("2026-10-11", "更严", "请填写今天或以后的日期")]
    [InlineData("", "更严", "请填写今天或以后的日期")]
    [InlineData("tomorrow", "更严", "请填写今天或以后的日期")]
    [InlineData("2026-10-12", " ", "请填写理由")]
    public async Task A_date_of_the_past_or_no_reason_is_refused_and_what_was_typed_kept(string date, string reason, string sentence)
    {
        var draft = await Draft("limit: 45m}");
        using var refused = await general.SubmitFrom(draft, draft + "/publication", ("date", date), ("reason", reason), ("after", "0"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        page.Body!.TextContent.ShouldContain(sentence);
        page.QuerySelector("#date")!.GetAttribute("value").ShouldBe(date);
        Versions(app).ShouldBe(["2000-01-01"]);
    }

    [Fact]
    public async Task A_draft_that_changes_nothing_is_not_published()
    {
        var draft = await Draft("limit: 60m}");
        using var refused = await general.SubmitFrom(
            draft,
            draft + "/publication",
            ("date", "2026-10-20"),
            ("reason", "x"),
            ("after", "0")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_has_not_seen_a_newer_version_is_shown_it_first()
    {
        var mine = await Draft("limit: 40m}");
        await Publish("2026-10-20");
        using var refused = await general.SubmitFrom(
            mine,
            mine + "/publication",
            ("date", "2026-10-21"),
            ("reason", "更严"),
            ("after", "0")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        page.Texts("section[aria-labelledby=changes] tbody tr").ShouldContain("EG-22 clocks.visit.limit 45m 40m");
        var after = page.QuerySelector("[name=after]")!.GetAttribute("value")!;
        using var again = await general.SubmitFrom(
            mine,
            mine + "/publication",
            ("date", "2026-10-21"),
            ("reason", "更严"),
            ("after", after)
        );
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public void A_text_older_than_a_key_takes_the_key_from_the_shipped_book()
    {
        var text = File.ReadAllText(RuleFolderLocation.FileOf("group"))
            .Replace("  ranking: {clause: EG-38, onTime: 1, efficiency: 1, satisfaction: 1}\n", "", StringComparison.Ordinal);
        var shipped = RuleFolderLocation.Load().Value!.Books["group"];
        RuleBookFile.ReadText(text, "old").Value.ShouldBeNull();
        var filled = RuleBookFile.ReadFilled(text, shipped, "old").Value.ShouldNotBeNull();
        filled.Latest.Group!.Ranking.ShouldBe(shipped.Latest.Group!.Ranking);
    }

    [Fact]
    public async Task EG_41_a_book_that_extends_follows_its_parent_and_is_never_left_looser()
    {
        var library = Rules;
        var east = RuleBookFile.ReadText(
            """
            name: east
            extends: group
            title: {zh: 华东实施细则, en: Rules of the east}
            versions:
              - {effective: 2000-01-01, zh: 首版, en: First version}
            clocks:
              visit: {limit: 45m}
            """,
            "east",
            name => library.Books[name]
        );
        east.Findings.ShouldBeEmpty();
        var books = new Dictionary<string, RuleBook>(library.Shipped, StringComparer.Ordinal) { ["east"] = east.Value! };
        var both = new RuleLibrary(books, library.Calendar);
        await Publish("2026-10-20", "limit: 50m}");
        PublishedBooks.TakeOver(app.Services.GetRequiredService<Database>(), both);
        both.Books["east"].Versions.Select(version => version.Name).ShouldBe(["2000-01-01", "2026-10-20"]);
        both.Books["east"].Latest.Group!.Visit.Limit.ShouldBe(TimeSpan.FromMinutes(45));

        library.Take(both.Books);
        var draft = await Draft("limit: 40m}");
        using var refused = await general.SubmitFrom(
            draft,
            draft + "/publication",
            ("date", "2026-10-21"),
            ("reason", "更严"),
            ("after", "1")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("《华东实施细则》将比它宽（clocks.visit.limit）");
    }

    private RuleLibrary Rules => app.Services.GetRequiredService<RuleLibrary>();

    private static string[] Versions(TestApp of) =>
        [.. of.Services.GetRequiredService<RuleLibrary>().Books["group"].Versions.Select(version => version.Name)];

    private TimeSpan VisitLimit(string number)
    {
        var visit = app.Cases.Load(number)!.Judgement.Clocks.Single(clock => clock.Id == "visit");
        return visit.DueAt - visit.StartedAt;
    }

    private List<string> Verified(RuleLibrary rules)
    {
        var database = app.Services.GetRequiredService<Database>();
        var wrong = new List<string>();
        new CaseVerification(database, rules, PostHolders.Load(database)).Run(null, problem => wrong.Add(problem.En));
        return wrong;
    }

    private Task<string> Issued(string at) =>
        Complaint
            .Opened(at, "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", at, "zhou", new { requiredBy = Complaint.At("2026-10-20 18:00").ToString() })
            .Then("order.approved", at, "deputy")
            .Then(
                "order.issued",
                at,
                "general",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .In(app);

    private async Task Publish(string date, string limit = "limit: 45m}")
    {
        var draft = await Draft(limit);
        var after = (await general.Page(draft)).QuerySelector("[name=after]")!.GetAttribute("value")!;
        using var published = await general.SubmitFrom(
            draft,
            draft + "/publication",
            ("date", date),
            ("reason", "上门更快"),
            ("after", after)
        );
        published.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await published.Content.ReadAsStringAsync());
        using var gone = await general.GetAsync(new Uri(draft, UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, "a published draft is no draft any more");
    }

    private async Task<string> Draft(string limit)
    {
        using var begun = await general.SubmitFrom("/rules/group", "/rules/group/drafts");
        var path = begun.Headers.Location!.OriginalString;
        const string visit = "visit: {clause: EG-22, name: {zh: 上门, en: Visit}, ";
        var text = (await general.Page(path)).QuerySelector("textarea")!.TextContent;
        var at = text.IndexOf(visit, StringComparison.Ordinal) + visit.Length;
        var end = text.IndexOf('}', at) + 1;
        using var saved = await general.Submit(path, ("text", text[..at] + limit + text[end..]), ("revision", "0"));
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return path;
    }
}
