using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>What the register shows to whom and in which order, over the standing world.</summary>
public sealed class RegisterListTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string leak = null!;
    private string bell = null!;
    private string rent = null!;
    private string lamp = null!;
    private string south = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Complaint.Leak().In(app);
        bell = await Complaint.Opened("2026-10-12 15:30", "1-1-101", "门铃不响").In(app);
        rent = await Complaint.Opened("2026-10-12 15:31", "1-1-102", "租金问题", "YT", "leasing").In(app);
        lamp = await Complaint
            .Opened("2026-10-12 10:00", "1-1-104", "灯不亮")
            .Then("case.resolvedOnSpot", "2026-10-12 10:10", "zhou", new { signature = true })
            .In(app);
        south = await Complaint.Opened("2026-10-12 15:32", "1-1-101", "门锁损坏", "HY").In(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Each_filter_narrows_and_they_add_up()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        (await Listed(me, "/cases?state=open")).ShouldBe([leak, bell, rent, south]);
        (await Listed(me, "/cases?state=closed")).ShouldBe([lamp]);
        (await Listed(me, "/cases?state=all")).ShouldBe([leak, bell, rent, south, lamp]);
        (await Listed(me, "/cases?state=all&step=resolved")).ShouldBe([lamp]);
        (await Listed(me, "/cases?state=open&step=issued")).ShouldBe([leak]);
        (await Listed(me, "/cases?project=YT")).ShouldBe([rent]);
        (await Listed(me, "/cases?category=leasing")).ShouldBe([rent]);
        (await Listed(me, "/cases?nature=major")).ShouldBe([leak]);
        (await Listed(me, "/cases?state=all&nature=major&sort=-openedAt")).ShouldBe([leak]);
        (await Listed(me, "/cases?department=property")).ShouldBe([leak, bell, south]);
        (await Listed(me, "/cases?department=property&project=HY&category=property.repair&nature=ordinary")).ShouldBe([south]);
        (await Listed(me, "/cases?q=la-2026")).ShouldBe([]);
        (await Listed(me, "/cases?q=LA-2026")).ShouldBe([leak, bell, lamp]);
        (await Listed(me, "/cases?q=LA-2026&state=open&nature=major")).ShouldBe([leak]);
    }

    [Fact]
    public async Task The_list_sorts_by_due_and_by_opening_both_ways()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        (await Listed(me, "/cases?state=all&sort=-openedAt")).ShouldBe([south, rent, bell, lamp, leak]);
        (await Listed(me, "/cases?state=all&sort=openedAt")).ShouldBe([leak, lamp, bell, rent, south]);
        (await Listed(me, "/cases?state=open&sort=-openedAt")).ShouldBe([south, rent, bell, leak]);
    }

    [Fact]
    public async Task A_narrow_scope_merges_its_projects_and_shows_no_other_even_when_asked_for()
    {
        using var chairman = await app.SignedIn(World.Chairman);
        (await Listed(chairman, "/cases?state=all")).ShouldBe([leak, bell, rent, lamp]);
        (await Listed(chairman, "/cases?state=all&sort=openedAt")).ShouldBe([leak, lamp, bell, rent]);
        (await Listed(chairman, "/cases?state=all&project=HY")).ShouldBe([]);
        (await Listed(chairman, "/cases?q=HY-")).ShouldBe([]);
        (await Listed(chairman, "/cases?state=all&nature=major")).ShouldBe([leak]);
        (await chairman.Page("/cases")).Texts(".figures dd").ShouldBe(["3", "1", "2"]);

        using var other = await app.SignedIn(World.OtherSpecialist);
        (await Listed(other, "/cases?state=all")).ShouldBe([south]);
        (await other.Page("/cases")).Texts(".figures dd").ShouldBe(["1", "0", "1"]);
    }

    [Theory]
    [InlineData(World.GeneralManager, "state=all")]
    [InlineData(World.GeneralManager, "state=all&sort=-openedAt")]
    [InlineData(World.GeneralManager, "state=all&sort=openedAt&category=property.repair")]
    [InlineData(World.Chairman, "state=all")]
    [InlineData(World.Chairman, "state=all&sort=openedAt")]
    [InlineData(World.Specialist, "state=open")]
    [InlineData(World.Specialist, "q=LA-2026")]
    public async Task Pages_show_every_case_once_without_gaps(string who, string query)
    {
        for (var i = 0; i < 120; i++)
        {
            var opened = Complaint.Opened($"2026-10-12 14:{i % 7:00}", $"2-1-{i}", "门铃不响", i % 3 == 0 ? "YT" : "LA");
            await (i % 4 == 0 ? opened.Then("case.resolvedOnSpot", "2026-10-12 15:00", "zhou", new { signature = true }) : opened).In(app);
        }

        using var me = await app.SignedIn(who);
        var seen = new List<string>();
        var pages = 0;
        for (var address = $"/cases?{query}"; address is not null; pages++)
        {
            var page = await me.Page(address);
            seen.AddRange(page.Texts("td.no"));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        pages.ShouldBeGreaterThan(1);
        seen.ShouldBeUnique();
        var whole = await me.GetStringAsync(new Uri($"/cases/export.csv?{query}", UriKind.Relative));
        var exported = whole.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2]).ToList();
        seen.ShouldBe(exported);
        exported.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task The_chosen_columns_are_kept_for_the_person_and_the_number_always_stays()
    {
        using var me = await app.SignedIn(World.Specialist);
        using var saved = await me.SubmitFrom(
            "/cases/columns",
            "/cases/columns",
            ("column", "due"),
            ("column", "openedAt"),
            ("column", "nonsense")
        );
        // A specialist may merge: the boxes to tick stand before the columns that were chosen.
        (await me.Page("/cases"))
            .Texts("th")
            .ShouldBe(["选中", "最先到期", "编号", "登记时间"]);
        using var other = await app.SignedIn(World.GeneralManager);
        (await other.Page("/cases")).Texts("th").Length.ShouldBe(8);
    }

    [Fact]
    public async Task Somebody_with_many_projects_chooses_one_on_a_page_of_its_own()
    {
        using var me = await app.SignedIn(World.GeneralManager);
        var page = await me.Page("/cases/projects?state=all&find=云");
        var link = page.QuerySelectorAll(".projects a").ShouldHaveSingleItem();
        link.GetAttribute("href").ShouldBe("/cases?state=all&project=YT");
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Page("/cases/projects?state=all")).Texts(".projects a").ShouldHaveSingleItem().ShouldStartWith("和苑");
    }

    private static async Task<string[]> Listed(HttpClient me, string address) => (await me.Page(address)).Texts("td.no");
}
