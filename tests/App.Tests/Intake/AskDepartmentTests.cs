using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Intake;

/// <summary>EG-12: while the customer is there, the specialist asks the responsible department, and may demand that it comes.</summary>
public sealed class AskDepartmentTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_was_asked_and_answered_stands_in_the_story_of_the_case()
    {
        var number = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "飘窗渗漏").In(app);
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.Page($"/cases/{number}")).QuerySelector("a[href$='/records/department.asked']").ShouldNotBeNull();
        using var saved = await specialist.Submit(
            $"/cases/{number}/records/department.asked",
            ("data.department", "engineering"),
            ("data.demand", "come"),
            ("data.asked", "外窗是否做过淋水试验"),
            ("data.answer", "没有，十分钟内到")
        );
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync());
        var story = (await specialist.Page($"/cases/{number}")).QuerySelector("ol.time")!.TextContent;
        story.ShouldContain("询问责任部门");
        story.ShouldContain("立即到场");
        story.ShouldContain("没有，十分钟内到");
        using var department = await app.SignedIn(World.Department);
        using var refused = await department.SubmitFrom(
            $"/cases/{number}",
            $"/cases/{number}/records/department.asked",
            ("data.asked", "x")
        );
        refused.StatusCode.ShouldNotBe(HttpStatusCode.SeeOther);
    }
}
