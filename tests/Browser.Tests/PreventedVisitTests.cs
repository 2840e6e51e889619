using Microsoft.Playwright;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>EG-23: nobody opened the door. What was tried is entered, the desk calls, and the visit is made after all.</summary>
public sealed class PreventedVisitTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private string number = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        chromium = await Chromium.Start();
        number = await Complaint
            .Opened("2026-10-12 14:20", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 14:35", World.Specialist, new { requiredBy = Complaint.At("2026-10-15 18:00").ToString() })
            .Then("order.approved", "2026-10-12 14:50", World.DeputyManager)
            .Then(
                "order.issued",
                "2026-10-12 15:00",
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            )
            .In(app);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Material_is_entered_the_desk_calls_and_the_visit_follows()
    {
        var gao = await At(World.Department, "2026-10-12 15:50", 390);
        var complaints = Journey.Listen(gao, overNight: true);
        await Journey.Act(gao, "登记未能上门", form => form.GetByLabel("未能上门的原因").SelectOptionAsync("absent"), "未能上门");
        await Assertions.Expect(gao.Locator("#clocks")).ToContainTextAsync("材料录入");

        gao = await At(World.Department, "2026-10-12 17:00", 390);
        await Journey.Act(
            gao,
            "录入上门材料",
            async form =>
            {
                await form.GetByLabel("做了哪些努力").FillAsync("按门铃三次，电话无人接听");
                await form.GetByLabel("客户的要求或答复").FillAsync("明天上午在家");
            }
        );

        var zhou = await At(World.Specialist, "2026-10-12 17:20", 1440);
        await Journey.Act(
            zhou,
            "电话回访",
            async form =>
            {
                await Assertions.Expect(form.GetByLabel("回访目的")).ToHaveValueAsync("refusal");
                await Assertions.Expect(form.GetByText("今天我们的工作人员未能为您上门")).ToBeVisibleAsync();
                await form.GetByRole(AriaRole.Group, new() { Name = "联系上客户" }).GetByLabel("是").CheckAsync();
            }
        );

        gao = await At(World.Department, "2026-10-13 09:00", 390);
        await Journey.Act(
            gao,
            "录入上门回访",
            async form =>
            {
                foreach (var item in await form.Locator("input[name^='visit.conduct.'][value=yes]").AllAsync())
                {
                    await item.CheckAsync();
                }
            },
            "上门回访"
        );
        var said = await app.ShouldBeWhatReplaySays(number);
        said[0]!["clocks"]!
            .AsArray()
            .Select(clock => $"{clock!["id"]} {clock["state"]}")
            .Where(clock => clock.StartsWith("refusal", StringComparison.Ordinal) || clock.StartsWith("visit", StringComparison.Ordinal))
            .ShouldBe(["visit met", "refusal.record breached", "refusal.callback met"]);
        complaints.ShouldBeEmpty();
    }

    private readonly Dictionary<string, IPage> windows = [];

    private async Task<IPage> At(string who, string when, int width)
    {
        app.Clock.Now = Complaint.At(when);
        await app.Cases.Sweep(app.Clock.Now);
        if (!windows.TryGetValue(who, out var page))
        {
            windows[who] = page = await chromium.Window(app.Url, width, 844);
        }

        await Journey.Visit(page, who, $"/cases/{number}");
        return page;
    }
}
