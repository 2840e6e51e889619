using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Rankings;

/// <summary>The ranking over HTTP: what is counted, who sees which line, and which cases a figure is made of.</summary>
public sealed class RankingPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient group = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        group = await app.SignedIn(World.DeputyManager);
    }

    public async Task DisposeAsync()
    {
        group.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task EG_38_a_month_ranks_companies_and_projects_by_three_indicators()
    {
        await Finished("LA", applied: "2026-10-09 15:00", score: 5).In(app);
        await Finished("LA", applied: "2026-10-10 15:00", score: 4).In(app);
        await Finished("HY", applied: "2026-10-11 18:00", score: 5).In(app);

        var ranking = await Json("/api/v1/rankings/2026-10");
        ranking.GetProperty("complete").GetBoolean().ShouldBeFalse();
        var projects = ranking.GetProperty("projects").EnumerateArray().ToList();
        projects.Select(line => line.GetProperty("place").GetString()).ShouldBe(["LA", "HY", "YT"]);

        // From issue at 11:00 on the 8th to the 10th at 11:00: 28 and 52 of 48 hours at LA, 79 at HY.
        var la = projects[0];
        Figure(la, "onTimeRate").ShouldBe((0.5m, 1, 2));
        Figure(la, "efficiency").ShouldBe((0.8333m, 1, 2));
        Figure(la, "satisfaction").ShouldBe((90m, 2, 2));
        Figure(projects[1], "onTimeRate").ShouldBe((0m, 2, 1));
        projects[2].TryGetProperty("rank", out _).ShouldBeFalse("nothing was counted at YT");

        var page = await group.Page("/rankings/2026-10");
        page.Texts(".ranking tbody tr").ShouldContain(row => row.Contains("澜岸") && row.Contains("50.0%") && row.Contains("90.0"));
        page.Texts(".ranking tbody tr").ShouldContain(row => row.Contains("华东大区"));
    }

    [Fact]
    public async Task Equals_share_a_rank_on_the_page_in_the_bulletin_and_for_programs()
    {
        foreach (var project in new[] { "LA", "HY" })
        {
            await Finished(project, applied: "2026-10-09 15:00", score: 5).In(app);
        }

        await Finished("YT", applied: "2026-10-11 18:00", score: 3).In(app);
        var projects = await Projects();
        projects["LA"].GetProperty("rank").GetInt32().ShouldBe(1);
        projects["HY"].GetProperty("rank").GetInt32().ShouldBe(1);
        projects["YT"].GetProperty("rank").GetInt32().ShouldBe(3, "nobody is second");
        foreach (var address in new[] { "/rankings/2026-10", "/rankings/2026-10/bulletin" })
        {
            var rows = (await group.Page(address)).Texts("tbody tr");
            rows.ShouldContain(row => row.StartsWith("1 澜岸", StringComparison.Ordinal), address);
            rows.ShouldContain(row => row.StartsWith("1 和苑", StringComparison.Ordinal), address);
            rows.ShouldContain(row => row.StartsWith("3 云庭", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_figure_leads_to_the_cases_it_is_made_of()
    {
        var kept = await Finished("LA", applied: "2026-10-09 15:00", score: 5).In(app);
        var late = await Finished("LA", applied: "2026-10-10 15:00", score: 4).In(app);
        var href = (await group.Page("/rankings/2026-10"))
            .QuerySelectorAll(".ranking a")
            .Select(link => link.GetAttribute("href")!)
            .First(each => each.Contains("/LA/onTime"));
        (await group.Page(href)).Texts("tbody tr").ShouldBe([$"{kept} 3-2-1201 按时", $"{late} 3-2-1201 超时"]);
        (await group.Page("/rankings/2026-10/LA/satisfaction"))
            .Texts("tbody tr")
            .ShouldBe([$"{kept} 3-2-1201 5 分", $"{late} 3-2-1201 4 分"]);
        (await group.Page("/rankings/2026-10/east/efficiency")).Texts("tbody tr td:last-child").ShouldBe(["0.58", "1.08"]);
    }

    [Fact]
    public async Task A_line_out_of_scope_is_not_shown_but_counts_for_the_rank()
    {
        await Finished("LA", applied: "2026-10-10 15:00", score: 4).In(app);
        await Finished("HY", applied: "2026-10-09 18:00", score: 5).In(app);
        using var here = await app.SignedIn(World.Specialist);
        var page = await here.Page("/rankings/2026-10");
        page.Texts(".ranking tbody th").ShouldBe(["澜岸"]);
        page.Texts(".ranking tbody small").ShouldBe(["第 2 名，共 3", "第 2 名，共 3", "第 2 名，共 3"]);
        foreach (var hidden in new[] { "/rankings/2026-10/HY/onTime", "/rankings/2026-10/east/onTime", "/rankings/2026-10/group/onTime" })
        {
            using var answer = await here.GetAsync(new Uri(hidden, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, hidden);
        }

        using var chairman = await app.SignedIn(World.Chairman);
        (await chairman.Page("/rankings/2026-10")).Texts(".ranking tbody th").ShouldBe(["华东大区", "澜岸", "云庭"]);
    }

    [Fact]
    public async Task A_rejected_closure_takes_the_figure_back_and_verify_agrees()
    {
        var number = await Finished("LA", applied: "2026-10-09 15:00", score: 5, closed: false).In(app);
        Figure((await Projects())["LA"], "onTimeRate").ShouldBe((1m, 1, 1));
        app.Clock.Now = Complaint.At("2026-10-12 16:00");
        await app.Cases.Append(
            new AppendRequest(
                number,
                [NewEvent.Of(EventType.ClosureRejected, app.Clock.Now, World.DeputyManager, """{"reason":"未修好"}""")]
            )
        );
        Figure((await Projects())["LA"], "onTimeRate").ShouldBe((0m, 1, 1));
        var wrong = new List<string>();
        var database = app.Services.GetRequiredService<Database>();
        Verify(database, wrong);
        wrong.ShouldBeEmpty();

        await database.Writer.Write(session => session.Run("UPDATE case_indicator SET value = 1 WHERE indicator = 'onTime'"));
        Verify(database, wrong);
        wrong.ShouldContain(problem => problem.Contains("case_indicator"));
    }

    [Fact]
    public async Task The_workbook_and_the_bulletin_hold_the_same_lines()
    {
        await Finished("LA", applied: "2026-10-09 15:00", score: 5).In(app);
        using var book = await group.GetAsync(new Uri("/rankings/2026-10/ranking.xlsx", UriKind.Relative));
        book.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await book.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(1000);
        var paper = await group.Page("/rankings/2026-10/bulletin");
        paper.Texts(".paper tbody th").ShouldBe(["华东大区", "华南大区", "澜岸", "和苑", "云庭"]);
        paper.QuerySelectorAll(".paper a").Length.ShouldBe(0);
        paper.QuerySelector(".paper footer")!.TextContent.ShouldContain("EG-38");
    }

    [Fact]
    public async Task A_month_without_figures_says_so_and_a_month_that_is_none_is_not_there()
    {
        (await group.Page("/rankings/2031-01")).Texts(".empty h2").ShouldBe(["本月没有可以排名的数据"]);
        foreach (var month in new[] { "2026-13", "october", "2026-1" })
        {
            using var page = await group.GetAsync(new Uri("/rankings/" + month, UriKind.Relative));
            page.StatusCode.ShouldBe(HttpStatusCode.NotFound, month);
            using var call = await group.GetAsync(new Uri("/api/v1/rankings/" + month, UriKind.Relative));
            call.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, month);
        }

        using var last = await group.GetAsync(new Uri("/rankings", UriKind.Relative));
        last.Headers.Location!.OriginalString.ShouldBe("/rankings/2026-09");
    }

    /// <summary>Ordered on the 8th at 11:00 and to be finished on the 10th at 11:00.</summary>
    private static Complaint Finished(string project, string applied, int score, bool closed = true)
    {
        var complaint = Complaint
            .Opened("2026-10-08 09:00", "3-2-1201", "飘窗渗漏", project)
            .Then("order.submitted", "2026-10-08 09:10", "zhou", new { requiredBy = Complaint.At("2026-10-10 11:00").ToString() })
            .Then("order.approved", "2026-10-08 09:30", "deputy")
            .Then(
                "order.issued",
                "2026-10-08 11:00",
                "general",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("closure.applied", applied, "gao", new { document = true })
            .Then(
                "callback.made",
                applied[..10] + " 18:30",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    score,
                }
            )
            .Then("closure.accepted", applied[..10] + " 18:40", "zhou");
        return closed
            ? complaint
                .Then("closure.reviewed", applied[..10] + " 19:00", "deputy")
                .Then("closure.approved", applied[..10] + " 19:10", "general")
            : complaint;
    }

    private static (decimal? Value, int? Rank, int Cases) Figure(JsonElement line, string name)
    {
        var figure = line.GetProperty(name);
        return (
            figure.TryGetProperty("value", out var value) ? value.GetDecimal() : null,
            figure.TryGetProperty("rank", out var rank) ? rank.GetInt32() : null,
            figure.GetProperty("cases").GetInt32()
        );
    }

    private async Task<Dictionary<string, JsonElement>> Projects() =>
        (await Json("/api/v1/rankings/2026-10"))
            .GetProperty("projects")
            .EnumerateArray()
            .ToDictionary(line => line.GetProperty("place").GetString()!, StringComparer.Ordinal);

    private async Task<JsonElement> Json(string path) =>
        JsonDocument.Parse(await group.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private void Verify(Database database, List<string> wrong) =>
        new CaseVerification(database, app.Services.GetRequiredService<RuleLibrary>(), PostHolders.Load(database)).Run(
            null,
            problem => wrong.Add(problem.En)
        );
}
