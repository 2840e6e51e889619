using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Records;

/// <summary>The one form of every record, and where a record is seen.</summary>
public sealed class RecordPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient gao = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint.Leak().In(app);
        gao = await app.SignedIn(World.Department);
    }

    public async Task DisposeAsync()
    {
        gao.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_bar_offers_it_quietly_to_the_roles_of_the_book_in_the_states_of_the_book()
    {
        (await gao.Page($"/cases/{number}")).QuerySelectorAll($"nav.actions a.quiet[href='{Form}']").Length.ShouldBe(1);
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.Page($"/cases/{number}")).QuerySelectorAll($"a[href='{Form}']").ShouldBeEmpty();
        var open = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "门锁").In(app);
        (await gao.Page($"/cases/{open}")).QuerySelectorAll("a[href*='/records/cooperation.refused']").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_filled_in_stands_in_the_timeline_with_who_and_the_case_has_not_moved()
    {
        using var saved = await gao.Submit(
            Form,
            ("data.department", "engineering"),
            ("data.asked", "派防水班组"),
            ("data.answer", "无人可派")
        );
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync());
        saved.Headers.Location!.OriginalString.ShouldBe($"/cases/{number}?recorded=cooperation.refused");
        var page = await gao.Page(saved.Headers.Location.OriginalString);
        page.Texts("p.notice.done").ShouldBe(["已记录：配合部门拒不配合"]);
        var entry = page.QuerySelectorAll("ol.time li").First(li => li.TextContent.Contains("配合部门拒不配合", StringComparison.Ordinal));
        entry.TextContent.ShouldContain("高岩");
        entry.TextContent.ShouldContain("拒不配合的部门 工程部");
        entry.TextContent.ShouldContain("要求配合的事项：派防水班组");
        entry.TextContent.ShouldContain("对方的答复：无人可派");
        app.Cases.Load(number)!.Judgement.Stage.ToString().ShouldBe("Issued");
    }

    [Fact]
    public async Task Wrong_fields_are_named_beside_them_and_what_was_typed_stays()
    {
        using var answer = await gao.Submit(Form, ("data.department", "moon"), ("data.asked", "派防水班组"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("#field-data-answer-problem").ShouldBe(["请填写对方的答复"]);
        page.QuerySelector("#field-data-department-problem").ShouldNotBeNull();
        page.Texts("#field-data-asked").ShouldBe(["派防水班组"]);
        app.Cases.Load(number)!.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_moved_on_is_not_overlooked()
    {
        using var answer = await gao.Submit(
            Form,
            ("version", "3"),
            ("data.department", "sales"),
            ("data.asked", "a"),
            ("data.answer", "b")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("案件已有新记录");
    }

    [Fact]
    public async Task Who_may_not_is_told_why_and_what_is_not_in_the_book_is_not_there()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var form = await specialist.GetAsync(new Uri(Form, UriKind.Relative));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await form.Content.ReadAsStringAsync()).ShouldContain("责任部门");
        using var unknown = await gao.GetAsync(new Uri($"/cases/{number}/records/tea.made", UriKind.Relative));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var other = await app.SignedIn(World.OtherSpecialist);
        using var outside = await other.GetAsync(new Uri(Form, UriKind.Relative));
        outside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private string Form => $"/cases/{number}/records/cooperation.refused";
}
