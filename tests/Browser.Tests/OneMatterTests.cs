using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>Four households of one building complain of the same thing, and one of them twice.</summary>
public sealed class OneMatterTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Chromium chromium = null!;
    private readonly List<string> leaks = [];
    private string again = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        foreach (var door in new[] { "1201", "1301", "1401", "1501" })
        {
            leaks.Add(await Complaint.Opened("2026-10-12 15:20", $"3-2-{door}", "外墙渗水，墙面起皮").In(app));
        }

        again = await Complaint.Opened("2026-10-12 15:25", "3-2-1201", "上午说过外墙渗水，没人来").In(app);
        chromium = await Chromium.Start();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Dark)]
    public async Task A_duplicate_is_merged_and_four_households_become_one_group(int width, int height, ColorScheme scheme)
    {
        var page = await chromium.Window(app.Url, width, height, scheme);
        var complaints = Journey.Listen(page);
        await Journey.Visit(page, World.Specialist, "/cases");

        await page.GotoAsync($"/cases/{again}");
        await page.GetByRole(AriaRole.Link, new() { Name = "并入另一案件" }).ClickAsync();
        await page.WaitForURLAsync("**/merge");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "merge", width, scheme);
        await page.GetByLabel(leaks[0], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "并入", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/cases/{leaks[0]}?alias={again}");
        await Assertions.Expect(page.GetByText($"{again} 已并入 {leaks[0]}")).ToBeVisibleAsync();
        await Journey.Fits(page, width);

        await page.GotoAsync("/cases");
        foreach (var leak in leaks)
        {
            await page.GetByLabel($"选中 {leak}").CheckAsync();
        }

        await Journey.Fits(page, width);
        await Journey.Keep(page, "choose", width, scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "归为一组" }).ClickAsync();
        await page.WaitForURLAsync("**/cases/group?**");
        await page.GetByLabel($"牵头案件 {leaks[0]}").CheckAsync();
        await Journey.Fits(page, width);
        await Journey.Keep(page, "group", width, scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "归为一组" }).ClickAsync();
        await page.WaitForURLAsync($"**/cases/{leaks[0]}?related=grouped**");
        await Assertions.Expect(page.Locator("#group")).ToContainTextAsync("牵头，组内 3 件，未办结 3 件");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "lead", width, scheme);

        await page.GotoAsync($"/cases/{again}");
        await page.GetByRole(AriaRole.Link, new() { Name = "原记录" }).ClickAsync();
        await page.WaitForURLAsync("**/merged");
        await Journey.Fits(page, width);
        await Journey.Keep(page, "merged", width, scheme);
        complaints.ShouldBeEmpty();
        await app.ShouldBeWhatReplaySays([.. leaks]);
    }

    [Fact]
    public async Task Four_households_sign_each_for_themselves_and_the_leading_case_is_the_last_to_end()
    {
        var zhou = await chromium.Window(app.Url, 1440, 900);
        await Journey.Visit(zhou, World.Specialist, $"/cases/group?case={leaks[0]}");
        foreach (var leak in leaks)
        {
            await zhou.Locator($"input[name=case][value='{leak}']").CheckAsync();
        }

        await zhou.GetByLabel($"牵头案件 {leaks[0]}").CheckAsync();
        await zhou.GetByRole(AriaRole.Button, new() { Name = "归为一组" }).ClickAsync();
        await Assertions.Expect(zhou.Locator("#group")).ToContainTextAsync("组内 3 件，未办结 3 件");
        app.Clock.Now = Complaint.At("2026-10-12 15:50");
        foreach (var leak in leaks)
        {
            await Happens(leak, "order.submitted", World.Specialist, """{"requiredBy":"2026-10-16T18:00:00+08:00"}""");
            await Happens(leak, "order.approved", World.DeputyManager);
            await Happens(
                leak,
                "order.issued",
                World.GeneralManager,
                $$"""{"department":"property","accountable":"{{World.Department}}","leader":"{{World.Leader}}","chairman":"{{World.Chairman}}"}"""
            );
        }

        var deputy = await chromium.Window(app.Url, 390, 844);
        await Journey.Visit(deputy, World.DeputyManager, $"/cases/{leaks[0]}");
        await deputy.Locator("#group-nature").SelectOptionAsync("group");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "为全组定性" }).ClickAsync();
        await Assertions.Expect(deputy.GetByText("已为 4 件案件定性")).ToBeVisibleAsync();

        app.Clock.Now = Complaint.At("2026-10-12 16:20");
        var gao = await chromium.Window(app.Url, 390, 844);
        await Journey.Visit(gao, World.Department, $"/cases/{leaks[0]}");
        await Assertions.Expect(gao.Locator("nav.actions").GetByRole(AriaRole.Link, new() { Name = "申请结案" })).ToHaveCountAsync(0);
        foreach (var leak in leaks.Skip(1).Append(leaks[0]))
        {
            await Happens(leak, "visit.made", World.Department);
            await gao.GotoAsync($"/cases/{leak}");
            await Journey.Act(gao, "申请结案", form => Journey.UploadPaper(gao, form));
            await Happens(leak, "callback.made", World.Specialist, """{"purpose":"closure","reached":true,"score":5}""");
            await Happens(leak, "closure.accepted", World.Specialist);
            await Happens(leak, "closure.reviewed", World.DeputyManager);
            await Happens(leak, "closure.approved", World.GeneralManager);
        }

        await zhou.GotoAsync($"/cases/{leaks[0]}");
        await Assertions.Expect(zhou.Locator("#group")).ToContainTextAsync("组内 3 件，未办结 0 件");
        await Assertions.Expect(zhou.Locator(".time .signed, #files img").First).ToBeVisibleAsync();
        await app.ShouldBeWhatReplaySays([.. leaks]);
    }

    private async Task Happens(string number, string type, string by, string data = "{}")
    {
        EventTypes.TryFind(type, out var found).ShouldBeTrue();
        var answer = await app.Cases.Append(new AppendRequest(number, [NewEvent.Of(found, app.Clock.Now, by, data)]));
        answer.Done.ShouldBeTrue($"{type}: {answer.Refusal?.Sentence.En}{answer.Malformed?.Sentence.En}");
    }

    [Fact]
    public async Task A_suggested_category_is_taken_over_with_one_click()
    {
        for (var i = 0; i < 30; i++)
        {
            await Complaint.Opened("2026-10-10 09:00", "3-2-1201", "飘窗渗漏，墙面起皮，天花板渗水").In(app);
            await Complaint.Opened("2026-10-10 09:00", "1-1-101", "认购书与合同价格不符，定金不退", "HY", "sales.signing").In(app);
        }

        var learn = app.Services.GetServices<TimedWork>().Single(work => work.Name == "categories.learn");
        await learn.Run(app.Clock.Now, CancellationToken.None);
        var page = await chromium.Window(app.Url, 1440, 900, ColorScheme.Light);
        var complaints = Journey.Listen(page);
        await Journey.Visit(page, World.Specialist, "/cases");
        await page.GotoAsync("/cases/new?rules=group");
        await page.Locator("#field-demand").PressSequentiallyAsync("客厅墙面渗水，天花板有水印");
        var suggestion = page.Locator("#suggested");
        await Assertions.Expect(suggestion).ToContainTextAsync("建议：维保修");
        await Journey.Keep(page, "suggested", 1440, ColorScheme.Light);
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "采用" }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-category")).ToHaveValueAsync("property.repair");
        await Assertions.Expect(suggestion).ToBeEmptyAsync();
        complaints.ShouldBeEmpty();
    }
}
