using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Browser.Tests;

/// <summary>An owner on a phone: reports with a photo, follows, signs with the finger, rates and has it taken up again.</summary>
public sealed class OwnerTests : IAsyncLifetime
{
    private const string Phone = "13800005678";
    private const int Width = 390;

    private TestApp app = null!;
    private Chromium chromium = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        chromium = await Chromium.Start();
        await Journey.MoveIn(app, "3-2-1201", "李女士", Phone);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task From_the_report_to_the_second_round()
    {
        var page = await chromium.Window(app.Url, Width, 844);
        var complaints = Journey.Listen(page);
        await Journey.ComeIn(page, app, Phone);
        await page.GetByRole(AriaRole.Link, new() { Name = "我要报事" }).ClickAsync();
        await page.GetByLabel("家里需要维修").CheckAsync();
        await page.GetByLabel("请描述问题和您的要求").FillAsync("主卧飘窗下雨时渗水，请安排检查");
        var photo = await page.ScreenshotAsync();
        await page.GetByLabel("从相册选择")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "漏水.png",
                    MimeType = "image/png",
                    Buffer = photo,
                }
            );
        await LooksRight(page, "owner-report");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.WaitForURLAsync("**/owner/cases/LA-2026-0001?done=reported");
        await Assertions.Expect(page.Locator(".photos img")).ToHaveCountAsync(1);
        await Record(EventType.OrderSubmitted, World.Specialist, $$"""{"requiredBy":"{{TestApp.Monday + TimeSpan.FromDays(4)}}"}""");
        await Record(EventType.OrderApproved, World.DeputyManager, "{}");
        await Record(
            EventType.OrderIssued,
            World.GeneralManager,
            $$"""{"department":"property","accountable":"{{World.Department}}","leader":"{{World.Leader}}","chairman":"{{World.Chairman}}"}"""
        );
        await Record(EventType.VisitMade, World.Department, "{}");
        await Record(EventType.PlanRecorded, World.Department, "{}");
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
                app.Cases.Record(session, Number, NewRecord.Of("signature.asked", app.Clock.Now, World.Department, """{"of":"plan"}"""))
            );

        await page.GotoAsync($"/owner/cases/{Number}");
        await Assertions.Expect(page.GetByText("请您签字：处理方案和完成时间")).ToBeVisibleAsync();
        await Journey.Draw(page);
        await LooksRight(page, "owner-case");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("已收到您的签字。")).ToBeVisibleAsync();

        await Record(EventType.ClosureApplied, World.Department, """{"document":true}""");
        await Record(EventType.CallbackMade, World.Specialist, """{"purpose":"closure","reached":true}""");
        await Record(EventType.ClosureAccepted, World.Specialist, "{}");
        await Record(EventType.ClosureReviewed, World.DeputyManager, "{}");
        await Record(EventType.ClosureApproved, World.GeneralManager, "{}");
        await page.GotoAsync($"/owner/cases/{Number}");
        await page.GetByLabel("很不满意").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByLabel("满意", new() { Exact = true })).ToBeCheckedAsync();
        await LooksRight(page, "owner-rate");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(page.GetByText("感谢您的评价。")).ToBeVisibleAsync();

        await page.GetByText("问题没有解决，要求重新处理").ClickAsync();
        await page.GetByLabel("请说明哪里没有解决").FillAsync("昨天下雨又漏了");
        await page.GetByRole(AriaRole.Button, new() { Name = "要求重新处理" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已收到，我们会重新处理。")).ToBeVisibleAsync();
        app.Cases.Load(Number)!.Judgement.Cycle.ShouldBe(2);
        await app.ShouldBeWhatReplaySays(Number);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_a_matter_is_reported_all_the_same()
    {
        var page = await chromium.Window(app.Url, 360, 740, script: false);
        await Journey.ComeIn(page, app, Phone);
        await page.GotoAsync("/owner/report");
        await page.GetByLabel("家里需要维修").CheckAsync();
        await page.GetByLabel("请描述问题和您的要求").FillAsync("门锁坏了");
        await Journey.Fits(page, 360);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.WaitForURLAsync("**/owner/cases/LA-2026-0001?done=reported");
    }

    private const string Number = "LA-2026-0001";

    private async Task Record(EventType type, string by, string data)
    {
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var answer = await app.Cases.Append(new AppendRequest(Number, [NewEvent.Of(type, app.Clock.Now, by, data)]));
        answer.Done.ShouldBeTrue($"{type}: {answer.Refusal?.Sentence.En}{answer.Malformed?.Sentence.En}");
    }

    private static async Task LooksRight(IPage page, string name)
    {
        await Journey.Fits(page, Width);
        await Journey.Keep(page, name, Width, ColorScheme.Light);
        var small = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.own a.btn, .own button, .own summary, .own .big label, .own .faces label')]"
                + ".filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5).map((e) => e.textContent.trim())"
        );
        small.ShouldBeEmpty("targets of 44 px");
    }
}
