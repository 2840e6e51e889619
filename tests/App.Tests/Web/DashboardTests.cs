using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Import;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class DashboardTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        await Complaint.Leak().In(app);
        await Complaint.Opened("2026-10-12 15:31", "1-1-102", "租金问题", "YT", "leasing").In(app);
        await Complaint.Opened("2026-09-12 15:31", "1-1-103", "租金问题", "YT", "leasing").In(app);
        await Complaint
            .Opened("2026-10-12 10:00", "1-1-104", "灯不亮")
            .Then("case.resolvedOnSpot", "2026-10-12 10:10", "zhou", new { signature = true })
            .In(app);
        await Complaint.Opened("2026-10-12 15:32", "1-1-101", "门锁损坏", "HY").In(app);
        await Historic("1", "LA", "2026-07-30 12:00", TimeSpan.FromDays(6));
        await Historic("2", "LA", "2026-07-01 12:00", TimeSpan.FromDays(9));
        await Historic("3", "HY", "2026-09-28 12:00", TimeSpan.FromDays(7));
        await Historic("4", "HY", "2026-09-28 12:00", TimeSpan.FromDays(8));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_figures_are_those_of_report_cases()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        var page = await me.Page("/dashboard");
        var all = (await Report()).EnumerateArray().Single();
        page.Texts(".figures dd")[0].ShouldBe($"{all.GetProperty("open").GetInt64()}");

        var categories = (await Report("--by", "category"))
            .EnumerateArray()
            .Select(group => (group.GetProperty("open").GetInt64(), group.GetProperty("cases").GetInt64()));
        var rows = page.QuerySelectorAll("#categories tbody tr")
            .Select(row => (long.Parse(row.Children[1].TextContent), long.Parse(row.Children[3].TextContent)));
        rows.ShouldBe(categories, ignoreOrder: true);

        var months = (await Report("--by", "month"))
            .EnumerateArray()
            .Select(group =>
                (group.GetProperty("month").GetString()!, group.GetProperty("cases").GetInt64(), group.GetProperty("open").GetInt64())
            );
        page.QuerySelectorAll("#months tbody tr")
            .Select(row => (row.Children[0].TextContent, long.Parse(row.Children[1].TextContent), long.Parse(row.Children[2].TextContent)))
            .Where(row => row.Item2 > 0)
            .ShouldBe(months);
    }

    [Fact]
    public async Task The_months_begin_with_the_first_of_which_anything_is_known()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        (await me.Page("/dashboard")).Texts("#months tbody th").ShouldBe(["2026-07", "2026-08", "2026-09", "2026-10"]);
    }

    [Fact]
    public async Task Handled_in_time_means_the_handling_clock_that_fell_due_in_the_month_was_met()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        var page = await me.Page("/dashboard");
        page.QuerySelectorAll("#months tbody tr")
            .Where(row => row.Children[4].TextContent != "–")
            .Select(row => (row.Children[0].TextContent, row.Children[4].TextContent))
            .ShouldBe([("2026-07", "0.0%"), ("2026-08", "100.0%"), ("2026-10", "33.3%")]);
        page.Texts(".figures dd")[3..].ShouldBe(["3", "33.3%", "本月到期中按时完成 1 / 3"]);
    }

    [Fact]
    public async Task Everybody_counts_only_what_is_in_scope()
    {
        using var me = await app.SignedIn(World.OtherSpecialist);
        var page = await me.Page("/dashboard");
        page.Texts(".figures dd")[..4].ShouldBe(["1", "0", "1", "2"]);
        (await me.GetStringAsync(new Uri("/dashboard/categories.csv", UriKind.Relative))).ShouldNotContain("租");
        using var session = app.Services.GetRequiredService<Database>().Read();
        var nobody = new Me("x", "x", "", []);
        Dashboard.Read(session, nobody, TestApp.Monday).Open.ShouldBe(0);
    }

    [Fact]
    public async Task Each_table_is_a_file_too()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        var months = await me.GetStringAsync(new Uri("/dashboard/months.csv", UriKind.Relative));
        months.Split("\r\n")[0].ShouldEndWith("月份,登记,其中未结,办结,到期,按时完成");
        months.ShouldContain("2026-10,4,3,3,3,1\r\n");
    }

    [Fact]
    public async Task The_counts_follow_every_change_and_verify_finds_one_that_does_not()
    {
        app.Clock.Now = TestApp.Monday + TimeSpan.FromDays(30);
        await app.Cases.Sweep(app.Clock.Now);
        (await Cli.Run("verify", "--database", app.DatabaseFile)).Out.ShouldNotContain("case_count");

        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session => session.Run("UPDATE case_count SET open = open + 1 WHERE project = 'YT' AND open > 0"));
        var wrong = await Cli.Run("verify", "--database", app.DatabaseFile);
        wrong.Exit.ShouldBe(1);
        wrong.Out.ShouldContain("case_count does not equal the cases: project YT, category leasing, 2026-10");
    }

    [Fact]
    public async Task A_request_that_is_undone_counts_nothing()
    {
        var writer = app.Services.GetRequiredService<Database>().Writer;
        await Should.ThrowAsync<InvalidOperationException>(
            writer.Write<int>(session =>
            {
                app.Cases.Append(
                    session,
                    new AppendRequest("LA-2026-0001", [NewEvent.Of(EventType.VisitMade, TestApp.Monday, "gao", "{}")])
                );
                throw new InvalidOperationException("no");
            })
        );
        (await Cli.Run("verify", "--database", app.DatabaseFile)).Out.ShouldNotContain("case_count");
    }

    private async Task<JsonElement> Report(params string[] options) =>
        (await Cli.Run(["report", "cases", "--database", app.DatabaseFile, .. options])).Json;

    private async Task Historic(string reference, string project, string opened, TimeSpan took)
    {
        var at = Complaint.At(opened);
        var answer = await app.Cases.Open(
            new NewCase(
                "historic",
                [
                    NewEvent.Of(EventType.CaseOpened, at, null, """{"channel":"app","category":"repair","demand":"漏水"}"""),
                    NewEvent.Of(EventType.CaseClosed, at + took, "s1", "{}"),
                ]
            )
            {
                Project = project,
                Source = "test",
                Reference = reference,
            }
        );
        answer.Done.ShouldBeTrue(answer.Refusal?.Sentence.En);
    }
}
