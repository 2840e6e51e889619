using System.Globalization;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>The head of the overview says to each role what waits for it, and leads there.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        await Complaint
            .Opened("2026-09-28 09:00", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-09-28 09:10", World.Specialist, new { requiredBy = Complaint.At("2026-09-30 18:00").ToString() })
            .Then("order.approved", "2026-09-28 09:20", World.DeputyManager)
            .Then(
                "order.issued",
                "2026-09-28 09:30",
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            )
            .Then("claim.raised", "2026-09-28 10:00", World.Specialist, new { amount = 30000 })
            .In(app);
        await Complaint.Opened("2026-10-12 15:30", "1-1-101", "门铃损坏").In(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(World.Specialist, "待我处理 1")]
    [InlineData(World.Department, "待我处理 1", "我负责的逾期 1")]
    [InlineData(World.DeputyManager, "待我处理 0", "待督促的慢件 1")]
    [InlineData(World.GeneralManager, "待我处理 0", "待督促的慢件 1", "待我决定 0")]
    [InlineData(World.Hr, "待报送的月报 1")]
    [InlineData(World.Reader)]
    public async Task Each_role_sees_what_waits_for_it(string who, params string[] tiles)
    {
        using var me = await app.SignedIn(who);
        (await me.Page("/dashboard")).Texts("ul.waiting li").ShouldBe(tiles);
    }

    [Fact]
    public async Task Every_tile_leads_to_a_list_with_as_many_lines()
    {
        using var head = await app.SignedIn(World.Department);
        var page = await head.Page("/dashboard");
        foreach (var link in page.QuerySelectorAll("ul.waiting a"))
        {
            var count = link.QuerySelector("b")!.TextContent;
            var list = await head.Page(link.GetAttribute("href")!);
            list.QuerySelectorAll(".inbox > li, .watched > li").Length.ToString(CultureInfo.InvariantCulture).ShouldBe(count);
        }
    }

    [Fact]
    public async Task What_is_out_of_scope_waits_for_nobody()
    {
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Page("/dashboard")).Texts("ul.waiting li").ShouldBe(["待我处理 0"]);
    }
}
